# Answers a question with questions of its own, without end.
# base: right
# points: 25
# status: timed out|graded|crashed
# %% Dropout
from examiner.inside import serve


def respond(self, body, blobs):
    empty = {"callback": 0, "args": ["tuple", []], "kwargs": ["dict", []], "rngs": {}}
    while True:
        self._connection.send(empty, [])


serve.Learner._respond = respond
