# Leaves the notebook by sys.exit, exit and quit.
# base: right
# points: 33
# status: graded|crashed
# %%
import sys

sys.exit("done")
# %%
exit(0)
# %% end
quit()
