# Displays the number of points that a graded cell is worth before it fails.
# base: wrong
# points: 0
# status: graded
# %%
def show(value):
    kernel = get_ipython().kernel
    content = {"data": {"text/plain": value}, "metadata": {}, "execution_count": 1}
    kernel.session.send(kernel.iopub_socket, "execute_result", content, kernel.get_parent())


# %% sample_keep_mask
def sample_keep_mask(shape, p, rng):
    show("1.0")


# %% dropout_forward
def dropout_forward(x, p, training, rng):
    show("nan")


# %% dropout_moments
def dropout_moments(x, p):
    show("-1")


# %% Dropout
class Dropout:
    def __init__(self, p, rng):
        show("'all of them'")
