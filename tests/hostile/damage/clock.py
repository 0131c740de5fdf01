# Patches the clocks and sleeps, so that no time seems to pass, and then takes its time.
# base: right
# points: 25
# status: timed out|graded|crashed
# %% Dropout
import time

time.time = time.monotonic = time.perf_counter = lambda: 0.0
slept, time.sleep = time.sleep, lambda seconds: None
slept(1000)
