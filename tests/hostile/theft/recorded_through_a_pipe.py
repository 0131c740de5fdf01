# Writes the arguments of every call into a pipe, whose other end the kernel reads later.
# base: right
# points: 33
# status: graded
# never: p-was-0.123
# never: p-was-1.0001
# %%
import os

reading, writing = os.pipe()
os.set_blocking(reading, False)
os.set_blocking(writing, False)


# %% vanilla_dropout
def vanilla_dropout(x, p, training, rng):
    try:
        os.write(writing, f"p-was-{p}\n".encode())
    except OSError:
        pass
    return x * sample_keep_mask(x.shape, p, rng) if training else x * (1 - p)


# %% end
try:
    print(os.read(reading, 1 << 20).decode())
except OSError as error:
    print(error)
