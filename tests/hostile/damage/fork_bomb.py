# Forks until that fails, and sleeps in every copy.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import os
import time

for _ in range(2000):
    try:
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
    except OSError:
        break
for pid in [int(name) for name in os.listdir("/proc") if name.isdigit()]:
    if pid not in (1, 2, os.getpid(), os.getppid()):
        try:
            os.kill(pid, 9)
        except OSError:
            pass
