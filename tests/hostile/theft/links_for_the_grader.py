# Leaves links to secret files where the grader may copy files from.
# base: right
# points: 33
# status: graded
# never: root:x:
# never: planted-by-the-test
# %%
import glob
import os

for number, target in enumerate(("/etc/passwd", "/etc/shadow", "/root", "/", "/proc/self/environ")):
    for folder in (".", os.path.expanduser("~"), "/tmp", "/dev/shm", *glob.glob("/tmp/*/shared")):
        for name in (f"link{number}.txt", f"forward-pass-{number}.html", f"link{number}.png"):
            try:
                os.symlink(target, os.path.join(folder, name))
            except OSError:
                pass
