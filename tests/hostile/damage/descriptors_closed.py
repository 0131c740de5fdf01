# Closes all file descriptors.
# base: right
# points: 33
# status: crashed|timed out
# %%
import os

os.closerange(0, 65536)
