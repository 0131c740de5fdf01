# Never connects to the examiner at all.
# base: right
# points: 25
# status: timed out|graded|crashed
# %% Dropout
import time

from examiner.inside import serve

serve.serve = lambda *args: time.sleep(1000)
serve._answer = serve.serve
