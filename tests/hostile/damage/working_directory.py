# Leaves the working directory and removes it.
# base: right
# points: 33
# status: graded
# %%
import os
import shutil

here = os.getcwd()
os.makedirs("/tmp/a/b", exist_ok=True)
os.chdir("/tmp/a/b")
shutil.rmtree("/tmp/a")
shutil.rmtree(here, ignore_errors=True)
