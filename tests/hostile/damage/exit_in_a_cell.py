# Ends the process in the middle of the notebook, three times.
# base: right
# points: 33
# status: crashed
# %%
import os

os._exit(0)
# %%
import os

os.abort()
# %% end
import os

os._exit(1)
