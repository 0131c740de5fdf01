# Lowers its own limits until hardly anything works.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
import resource

resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
