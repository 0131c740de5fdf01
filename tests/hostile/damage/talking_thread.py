# Leaves a thread behind that prints as long as the kernel lives.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import threading
import time


def talk():
    while True:
        print("and another thing " * 50)
        time.sleep(0.002)


threading.Thread(target=talk, daemon=True).start()
