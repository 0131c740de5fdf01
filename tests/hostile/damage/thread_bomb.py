# Starts threads until that fails.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import threading

stop = threading.Event()
try:
    for _ in range(2000):
        threading.Thread(target=stop.wait, args=(30,), daemon=True).start()
except RuntimeError as error:
    print(error)
finally:
    stop.set()
