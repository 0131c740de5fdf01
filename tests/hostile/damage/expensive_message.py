# Answers every question with a message that takes a gigabyte once it is read.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
import struct

from examiner.inside import serve


def respond(self, body, blobs):
    text = b"[[" + b"[]," * 15_000_000 + b"[]], []]"
    self._connection._socket.settimeout(30)
    self._connection._socket.sendall(struct.pack("!II", len(text), len(text)) + text)


serve.Learner._respond = respond
