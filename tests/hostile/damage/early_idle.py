# Says that a cell is done while it still runs, so that the examiner sends the next ones.
# base: right
# points: 33
# status: graded|timed out|crashed
# %%
import time

kernel = get_ipython().kernel
parent, ident = kernel.get_parent("shell"), kernel._parent_ident["shell"]
content = {"status": "ok", "execution_count": 1, "user_expressions": {}, "payload": []}
kernel.session.send(kernel.shell_stream, "execute_reply", content, parent, ident=ident)
kernel.session.send(kernel.iopub_socket, "status", {"execution_state": "idle"}, parent)
time.sleep(3)
