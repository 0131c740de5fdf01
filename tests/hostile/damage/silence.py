# Takes the examiner's questions and never answers one.
# base: right
# points: 25
# status: timed out|graded|crashed
# %% Dropout
import time

from examiner.inside import serve

serve.Learner._respond = lambda self, body, blobs: time.sleep(1000)
