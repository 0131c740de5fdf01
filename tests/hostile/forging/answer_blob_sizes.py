# Announces blobs of sizes that are negative, too large, or no numbers.
# base: wrong
# points: 0
# status: graded
# %%
import json
import struct

from examiner.inside import serve


def respond(self, body, blobs):
    sizes = [-1, 2**40, None, 1.5, True]
    text = json.dumps([{"result": ["array", 0, True], "changed": [], "rngs": {}}, sizes]).encode()
    self._connection._socket.sendall(struct.pack("!II", len(text), len(text)) + text)


serve.Learner._respond = respond
