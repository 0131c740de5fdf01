# Runs for ever, as a cell and as an answer.
# base: right
# points: 25
# status: timed out
# %%
while True:
    pass


# %% Dropout
class Dropout:
    def __init__(self, p, rng):
        while True:
            pass
