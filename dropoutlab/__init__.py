"""What the Dropout notebooks import: checks, figures, explorers, data and small numpy layers.

Importing this package limits BLAS to one thread, which makes the small networks of the course
several times faster. The limit only counts if numpy has not been imported yet, so the notebooks
import `dropoutlab` first; a limit that you have set yourself is left alone.
"""

import os

for _variable in (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
):
    os.environ.setdefault(_variable, "1")
