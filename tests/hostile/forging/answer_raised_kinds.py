# Claims that exceptions were raised which end more than a test.
# base: wrong
# points: 0
# status: graded
# %%
from itertools import cycle

from examiner.inside import serve

kinds = cycle([
    "KeyboardInterrupt", "SystemExit", "GeneratorExit", "BaseException", "StopIteration",
    "exit", "print", "ExceptionGroup", "UnicodeDecodeError", "BaseExceptionGroup", "__import__",
])  # fmt: skip


def respond(self, body, blobs):
    raised = {"kinds": [next(kinds)], "message": "0", "function": "f", "where": ""}
    self._connection.send({"raised": raised, "changed": [], "rngs": {}}, [])


serve.Learner._respond = respond
