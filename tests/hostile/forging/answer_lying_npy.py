# Sends arrays whose headers promise other sizes, negative shapes and subarrays.
# base: wrong
# points: 0
# status: graded
# %%
import struct
from itertools import cycle

from examiner.inside import serve

headers = cycle([
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, -8)}",
    "{'descr': ('<f8', (3,)), 'fortran_order': True, 'shape': (1,)}",
    "{'descr': '|V8', 'fortran_order': False, 'shape': ()}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 99999999999999999999)}",
    "{'descr': '<f8', 'fortran_order': 3, 'shape': 5}",
    "(" * 5000,
])  # fmt: skip


def respond(self, body, blobs):
    header = next(headers).encode()
    blob = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + b"\x00" * 8
    self._connection.send({"result": ["array", 0, True], "changed": [], "rngs": {}}, [blob])


serve.Learner._respond = respond
