# Answers with descriptions of data types that take long to read or hold objects.
# base: wrong
# points: 0
# status: graded
# %%
from itertools import cycle

from examiner.inside import serve

dtypes = cycle(["O", "f8," * 10_000, "(" * 300 + "f8", [["a", "O"]], {"names": ["a"]}, "V9999999"])


def respond(self, body, blobs):
    self._connection.send({"result": ["dtype", next(dtypes)], "changed": [], "rngs": {}}, [])


serve.Learner._respond = respond
