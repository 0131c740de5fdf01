# Writes the arguments of every call to files, and prints them in a later cell.
# base: right
# points: 33
# status: graded
# never: p-was-0.123
# never: p-was-1.0001
# %% vanilla_dropout
def vanilla_dropout(x, p, training, rng):
    for folder in ("/tmp", "/dev/shm", "/home/student", "."):
        try:
            with open(f"{folder}/seen.txt", "a") as file:
                file.write(f"p-was-{p}\n")
        except OSError:
            pass
    return x * sample_keep_mask(x.shape, p, rng) if training else x * (1 - p)


# %% end
for folder in ("/tmp", "/dev/shm", "/home/student", "."):
    try:
        print(open(f"{folder}/seen.txt").read())
    except OSError as error:
        print(error)
