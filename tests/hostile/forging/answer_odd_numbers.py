# Answers with numbers of ten thousand digits, nan and infinity.
# base: wrong
# points: 0
# status: graded
# %%
import struct
from itertools import cycle

from examiner.inside import serve

numbers = cycle([b"9" * 10_000, b"NaN", b"-Infinity", b"1e99999", b"-0", b'["float", "nan"]'])


def respond(self, body, blobs):
    text = b'[{"changed": [], "rngs": {}, "result": ' + next(numbers) + b"}, []]"
    self._connection._socket.sendall(struct.pack("!II", len(text), len(text)) + text)


serve.Learner._respond = respond
