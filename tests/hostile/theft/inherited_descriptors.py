# Reads from every file descriptor that it has inherited, and leaves its root through one.
# base: right
# points: 33
# status: graded|crashed|timed out
# never: root:x:
# never: planted-by-the-test
# %%
import os
import stat

for number in range(1024):
    try:
        kind = os.fstat(number).st_mode
        if stat.S_ISDIR(kind):
            print(number, os.listdir(number))
            for up in ("..", "../..", "../../../../../../etc/passwd"):
                print(os.open(up, os.O_RDONLY, dir_fd=number))
        if stat.S_ISREG(kind):
            print(number, os.pread(number, 1000, 0))
        print(number, os.readlink(f"/proc/self/fd/{number}"))
    except OSError:
        pass
