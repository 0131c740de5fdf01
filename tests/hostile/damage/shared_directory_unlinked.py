# Fills the disk under that directory with files that have no names any more.
# base: right
# points: 33
# status: graded|crashed
# never: unseen megabytes: 400
# %%
import re
import time

found = re.search(r"(/[^\0\s\"]+)/connection\.json", open("/proc/self/cmdline").read())
block, hoard = b"x" * 10_000_000, []
try:
    import os

    for number in range(40):
        hoard.append(open(f"{found[1]}/fill", "wb"))
        os.unlink(f"{found[1]}/fill")
        hoard[-1].write(block)
        hoard[-1].flush()
except (OSError, TypeError) as error:
    print(error)
time.sleep(1)
print("unseen mega" + f"bytes: {10 * len(hoard)}")
