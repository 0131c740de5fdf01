# Announces messages of four gigabytes and texts that are longer than their message.
# base: wrong
# points: 0
# status: graded
# %%
import struct

from examiner.inside import serve


def respond(self, body, blobs):
    sizes = (2**32 - 1, 2**32 - 1) if body["do"] == "name" else (10, 2**31)
    self._connection._socket.sendall(struct.pack("!II", *sizes) + b"[null, []]")


serve.Learner._respond = respond
