# Kills everything it can from inside a call by a test.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
class Dropout:
    def __init__(self, p, rng):
        import os
        import signal

        os.kill(os.getppid(), signal.SIGKILL)
        os.kill(-1, signal.SIGKILL)
        os.kill(os.getpid(), signal.SIGKILL)
