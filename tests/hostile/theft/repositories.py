# Looks for version control, back-ups, caches and editors' copies of the author's files.
# base: right
# points: 33
# status: graded|timed out
# never: FOUND-COPY
# %%
import glob
import os

for top in (
    "/work",
    "/root/*",
    "/home/*",
    "/srv/*",
    "/opt/*",
    "/tmp",
    "/var/tmp",
    "/course",
):
    for name in (
        ".git",
        "*~",
        ".ipynb_checkpoints",
        "*.swp",
        "*.bak",
        ".hypothesis",
        ".pytest_cache",
    ):
        for path in glob.glob(f"{top}/{name}"):
            if os.access(path, os.R_OK):
                print("FOUND" + "-COPY", path)
