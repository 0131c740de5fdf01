# Prints short lines without end.
# base: right
# points: 33
# status: timed out|crashed
# %%
while True:
    print("all work and no play")
