# Answers with references to objects, arguments, blobs and generators that do not exist.
# base: wrong
# points: 0
# status: graded
# %%
from itertools import cycle

from examiner.inside import serve

references = cycle([
    ["object", -1, "ndarray"], ["object", 10**30, "x"], ["object", "0", "x"],
    ["object", 0, "not a name"], ["object", 0, "__class__"], ["same", 99], ["same", -1],
    ["array", 7, True], ["array", -1, True], ["rng", "nobody"], ["dtype", "O"], ["float", "x"],
    ["callback", 0], ["eval", "1"], ["scalar", None],
])  # fmt: skip


def respond(self, body, blobs):
    self._connection.send({"result": next(references), "changed": [], "rngs": {}}, [])


serve.Learner._respond = respond
