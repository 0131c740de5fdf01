# Starts processes of its own session that live longer than the kernel.
# base: right
# points: 33
# status: graded
# %%
import os
import subprocess

subprocess.Popen(["sleep", "600"], start_new_session=True)
!nohup sleep 601 >/dev/null 2>&1 &
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execvp("sleep", ["sleep", "602"])
    os._exit(0)
os.wait()
