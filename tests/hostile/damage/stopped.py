# Stops itself, so that it can neither go on nor be interrupted.
# base: right
# points: 33
# status: timed out|crashed
# %%
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
