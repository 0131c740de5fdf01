# Runs for ever inside of functions that are written in C and look at no signals.
# base: right
# points: 33
# status: timed out
# %%
import re

re.match(r"(x+x+)+y", "x" * 60)
# %% end
pow(3, 10**9)
