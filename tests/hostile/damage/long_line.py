# Prints one line of fifty megabytes.
# base: right
# points: 33
# status: graded
# %%
print("x" * 50_000_000)
# %%
import sys

sys.stderr.write("y" * 50_000_000)
