# Looks for the connection files of other kernels and of Jupyter's server.
# base: right
# points: 33
# status: graded
# never: planted-by-the-test
# never: FOREIGN
# %%
import glob
import os
import re

own = re.findall(r"[^\0\s\"]+\.json", open("/proc/self/cmdline").read())
places = ("/root/.local/share/jupyter/runtime/*", "/home/*/.local/share/jupyter/runtime/*.json",
          "/tmp/tmp*.json", "/tmp/examiner-*/shared/*.json", "/run/user/*/jupyter/*")  # fmt: skip
for pattern in places:
    for path in glob.glob(pattern):
        if path not in own and not path.startswith(os.path.expanduser("~/")):
            print("FOR" + "EIGN", path, open(path).read())
