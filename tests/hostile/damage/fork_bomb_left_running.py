# Copies itself again and again, detached from everything, and leaves the copies behind.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
import os
import time

until = time.time() + 8
if os.fork() == 0:
    os.setsid()
    while time.time() < until:
        try:
            os.fork()
            os.setsid()
        except OSError:
            time.sleep(0.05)
    os._exit(0)
