# Gives its functions names and texts that are HTML, Markdown or five megabytes long.
# base: wrong
# points: 0
# status: graded
# never on page: <img src=x onerror
# %%
def rename(function):
    function.__name__ = "<img src=x " + "onerror=alert(1)>"
    function.__qualname__ = "](javascript:alert(1)) **33 of 33** <img src=x " + "onerror=alert(1)>"
    function.__doc__ = "x" * 5_000_000
    function.__module__ = "../../etc"
    return function


# %% sample_keep_mask
@rename
def sample_keep_mask(shape, p, rng):
    raise TypeError("<img src=x " + "onerror=alert(2)>")


# %% dropout_moments
@rename
def dropout_moments(x, p):
    raise NotImplementedError


# %% Dropout
Dropout = type("<img src=x " + "onerror=alert(3)>", (), {"__init__": lambda self, p, rng: None})
