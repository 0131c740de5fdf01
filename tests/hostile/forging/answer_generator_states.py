# Sends states of generators with positions outside of their memory.
# base: wrong
# points: 0
# status: graded
# %%
import numpy as np
from examiner.inside import codec, serve

mersenne = codec._plain_state(np.random.MT19937(0).state)
philox = codec._plain_state(np.random.Philox(0).state)
mersenne["state"]["pos"] = 2**31 - 1
philox["buffer_pos"] = -(2**31)
short = codec._plain_state(np.random.MT19937(0).state)
short["state"]["key"] = short["state"]["key"][:2]


def respond(self, body, blobs):
    keys = [*body["rngs"], "examiner0", "learner0", "x"]
    state = [mersenne, philox, short][len(str(body)) % 3]
    rngs = dict.fromkeys(keys, state)
    self._connection.send({"result": ["rng", "x"], "changed": [], "rngs": rngs}, [])


serve.Learner._respond = respond
