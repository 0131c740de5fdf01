# Prints the variables of its own environment and of every process that it can see.
# base: right
# points: 33
# status: graded
# never: planted-by-the-test
# %%
import glob
import os

print(dict(os.environ))
for place in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/task/*/environ"):
    try:
        print(place, open(place, "rb").read().replace(b"\0", b" "))
    except OSError:
        pass
