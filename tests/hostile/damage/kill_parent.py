# Kills the process that started it, and that one's parent.
# base: right
# points: 33
# status: graded|crashed
# %%
import os
import signal

for pid in (os.getppid(), 1, 2):
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError as error:
        print(error)
