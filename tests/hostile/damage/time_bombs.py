# Leaves objects and functions that do harm when they are thrown away or when the process ends.
# base: right
# points: 33
# status: graded|timed out|crashed
# %%
import atexit
import gc
import time


class Bomb:
    def __del__(self):
        while True:
            time.sleep(1)


cycle = [Bomb()]
cycle.append(cycle)
keep = Bomb()
atexit.register(lambda: time.sleep(1000))
gc.disable()
