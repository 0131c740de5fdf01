# Types commands into the terminal from which grading was started.
# base: right
# points: 33
# status: graded
# never: TYPED
# %%
import fcntl
import os
import termios

for place in (
    "/dev/tty",
    "/dev/console",
    "/dev/pts/0",
    "/dev/pts/1",
    "/proc/1/fd/0",
    "/proc/self/fd/0",
):
    try:
        number = os.open(place, os.O_RDWR | os.O_NOCTTY)
        for byte in b"echo 33 points\n":
            fcntl.ioctl(number, termios.TIOCSTI, bytes([byte]))
        print("TY" + "PED", place)
    except OSError:
        pass
