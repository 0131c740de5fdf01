# Sends the arguments of every call to a process of its own, which tells them to a later cell.
# base: right
# points: 33
# status: graded
# never: p-was-0.123
# never: p-was-1.0001
# %%
import socket
import subprocess
import sys

code = """
import socket
server = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
server.bind("\\0listener")
seen = []
while True:
    data, sender = server.recvfrom(1000)
    if data == b"tell":
        server.sendto(repr(set(seen)).encode(), sender)
    else:
        seen.append(data)
"""
subprocess.Popen([sys.executable, "-c", code], start_new_session=True)


# %% vanilla_dropout
def vanilla_dropout(x, p, training, rng):
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.sendto(f"p-was-{p}".encode(), "\0listener")
    except OSError:
        pass
    return x * sample_keep_mask(x.shape, p, rng) if training else x * (1 - p)


# %% end
asker = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
asker.bind("\0asker")
asker.settimeout(1)
asker.sendto(b"tell", "\0listener")
print(asker.recv(100_000))
