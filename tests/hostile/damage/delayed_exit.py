# A timer ends the process some time later, in the middle of an innocent cell.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
import os
import threading

threading.Timer(0.3, os._exit, (0,)).start()
