# Opens debuggers and consoles that wait for somebody.
# base: right
# points: 33
# status: graded|timed out
# %%
import code

code.interact()
# %%
%debug
# %% end
breakpoint()
