# Writes one file without end.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
block = b"x" * 10_000_000
try:
    with open("huge", "wb") as file:
        for _ in range(300):
            file.write(block)
except OSError as error:
    print(error)
try:
    with open("sparse", "wb") as file:
        file.truncate(1 << 40)
except OSError as error:
    print(error)
