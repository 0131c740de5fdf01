# Opens files until no more can be opened, and keeps them.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
hoard = []
try:
    while len(hoard) < 100_000:
        hoard.append(open("/dev/null"))
except OSError as error:
    print(error)
