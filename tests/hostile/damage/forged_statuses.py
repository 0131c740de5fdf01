# Publishes messages whose parts are missing or of the wrong type.
# base: right
# points: 33
# status: graded|crashed
# %%
kernel = get_ipython().kernel
parent = kernel.get_parent()
for kind in (
    "status",
    "stream",
    "display_data",
    "update_display_data",
    "error",
    "clear_output",
    "",
):
    for content in (None, [], "x", 5, {"data": 5}, {"transient": 3, "data": {"a": []}},
                    {"execution_state": {}}, {"traceback": {"x": 1}, "ename": [], "text": None}):  # fmt: skip
        try:
            kernel.session.send(kernel.iopub_socket, kind, content, parent=parent, ident=b"x")
        except Exception as error:
            print(error)
