# Runs for ever and catches every interrupt.
# base: right
# points: 33
# status: timed out
# %%
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
