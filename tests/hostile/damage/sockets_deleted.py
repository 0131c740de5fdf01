# Deletes the sockets and the connection file of its kernel.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import os
import re

found = re.search(r"(/[^\0\s\"]+)/connection\.json", open("/proc/self/cmdline").read())
for name in os.listdir(found[1]) if found else ():
    try:
        os.unlink(f"{found[1]}/{name}")
    except OSError as error:
        print(error)
