# Kills its process group and its session.
# base: right
# points: 33
# status: crashed|graded
# %%
import os
import signal

os.killpg(os.getpgrp(), signal.SIGKILL)
os.killpg(os.getsid(0), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)
