# Answers with messages whose every part has another type than it should have.
# base: wrong
# points: 0
# status: graded|crashed
# %%
from itertools import cycle

from examiner.inside import serve

parts = cycle([None, 1, -1, 2.5, "text", [], [[]], {}, {"": None}, True, [None, None, None]])


def respond(self, body, blobs):
    part = next(parts)
    kinds = cycle(
        [
            part,
            {"result": part},
            {"result": part, "changed": part, "rngs": part},
            {"raised": part, "changed": [], "rngs": {}},
            {"cannot": part, "rngs": {}},
            {"result": [part, part], "changed": [[part, part]], "rngs": {"x": part}},
        ]
    )
    for _ in range(len(str(body)) % 6):
        next(kinds)
    self._connection.send(next(kinds), [])


serve.Learner._respond = respond
