# Fills the buffers of thousands of sockets, whose memory belongs to no process.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import os
import socket
import time

block = b"x" * 400_000
if os.fork() == 0:
    for _ in range(3):
        os.fork()
    hoard = []
    try:
        while len(hoard) < 450:
            pair = socket.socketpair()
            for end in pair:
                end.setblocking(False)
                end.send(block)
            hoard.append(pair)
    except OSError:
        pass
    time.sleep(2)
    os._exit(0)
os.wait()
