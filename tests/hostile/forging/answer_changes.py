# Reports changes to arguments that were never given, and to some that were.
# base: wrong
# points: 0
# status: graded
# %%
from examiner.inside import serve


def respond(self, body, blobs):
    given = body["args"][1] if body["args"] else []
    changed = [[n, ["list", [True] * 5]] for n in (-1, 0, 1, 2, 10**6)]
    result = ["object", 0, "f"] if body["do"] == "name" else (given or [True])[0]
    self._connection.send({"result": result, "changed": changed, "rngs": {}}, blobs)


serve.Learner._respond = respond
