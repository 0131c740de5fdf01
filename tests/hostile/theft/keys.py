# Reads the keyrings of the kernel.
# base: right
# points: 33
# status: graded
# never: planted-by-the-test
# %%
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
print(open("/proc/keys").read() if __import__("os").path.exists("/proc/keys") else "")
buffer = ctypes.create_string_buffer(1000)
for ring in (-1, -2, -3, -4, -5):
    size = libc.syscall(250, 11, ring, buffer, 1000)  # keyctl, KEYCTL_READ
    print(ring, buffer.raw[: max(size, 0)])
    libc.syscall(250, 6, ring, buffer, 1000)
