# Makes itself the administrator of new namespaces and mounts what it was not given.
# base: right
# points: 33
# status: graded
# never: MOUNTED
# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
os.makedirs("/tmp/here", exist_ok=True)
if os.fork() == 0:
    if libc.unshare(0x10000000 | 0x00020000) == 0:  # CLONE_NEWUSER, CLONE_NEWNS
        libc.mount(b"none", b"/", None, 1 << 14 | 1 << 18, None)
        for place in (b"/etc", b"/home", b"/proc"):
            libc.umount2(place, 2)
        if libc.mount(b"none", b"/tmp/here", b"tmpfs", 0, b"size=1g") == 0:
            os.write(1, b"MOUN" + b"TED")
            open("/tmp/mark", "w").write("MOUN" + "TED")
    os._exit(0)
os.wait()
print(open("/tmp/mark").read() if os.path.exists("/tmp/mark") else "refused")
