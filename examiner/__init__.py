"""The grading engine: builds nbgrader assignments from text, grades submissions, tells the result.

It knows nothing about the subject of a course. nbgrader stays the format, the gradebook and the
feedback pages.
"""

import os
import sys

# For arrays as small as ours, more threads of BLAS get into each other's way. It reads this when
# numpy is imported.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

# jsonschema, which nbformat imports, would build a grammar of IRIs with it. That takes most of a
# second in every process, for addresses that no notebook has.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
