# Fills every directory that can be written to with files of ten megabytes.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import os

block = b"x" * 10_000_000
for folder in ("/dev/shm", "/tmp", os.path.expanduser("~"), ".", "/dev", "/var/tmp", "/run"):
    try:
        for number in range(40):
            with open(f"{folder}/fill{number}", "wb") as file:
                file.write(block)
    except OSError as error:
        print(folder, error)
