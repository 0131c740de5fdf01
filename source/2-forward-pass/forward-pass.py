# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 · The forward pass: from a coin flip to a layer
#
# Dropout looks like one line of code. In this notebook you write that line, find out what it
# does to the numbers that pass through it, and end with a layer that you could put into a real
# network.
#
# You will
#
# 1. throw a coin for every activation (`sample_keep_mask`),
# 2. build dropout as it was first published (`vanilla_dropout`),
# 3. move its correction to where it costs nothing later (`dropout_forward`),
# 4. compute what the noise does to mean and spread (`dropout_moments`),
# 5. pack everything into a layer with two modes (`Dropout`).
#
# You need numpy and, for one section, what a mean and a variance are. Plan 60 to 90 minutes.
#
# **How it works.** Every exercise is a card, an answer cell, a check and a picture of *your*
# code. The check tells you in words what is not right yet; run it as often as you like. The
# cells marked *Graded* come with your points. They check the same properties, later also with
# other numbers, so code that is right passes and code that is fitted to the visible numbers does
# not. Add cells wherever you want to try something out.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dropoutlab  # first: it limits numpy to one thread, which is faster for small arrays
import numpy as np

from dropoutlab.explorers.forward_pass import batch_rows, histograms, mask_map, running_mean

# %% [markdown]
# ## Conventions
#
# These hold in every exercise of the course.
#
# | name | meaning |
# |---|---|
# | `p` | the probability of **dropping** an entry, a Python float. A `p` outside [0, 1] raises `ValueError`. |
# | `keep` | a boolean array: `True` where an entry stays |
# | `mask` | the array that the input is multiplied by: 0 where an entry is dropped |
# | `rng` | a `numpy.random.Generator`. All randomness comes from it: no `np.random.rand`, no seeds inside functions. |
# | `x` | a floating-point array of any shape, often (N, d): N examples with d units each |
# | `training` | `True` while the network learns, `False` at inference, when it is used |
#
# Your functions never change `x`, and their output has the dtype of `x`. `p = 0` drops nothing;
# `p = 1` drops everything and gives zeros, not `nan`.

# %% [markdown]
# ## Drop or keep?
#
# A layer has four units and `p = 0.25`. How many of them stay, on average?
#
# <details><summary>Think first, then open.</summary>
#
# Three. `p` is the probability of dropping, so a unit stays with probability 1 − p = 0.75.
#
# </details>
#
# The question is not as silly as it sounds, because both conventions are in use. In the paper
# that worked dropout out in full, *p* is the probability that a unit is **retained** (Srivastava
# et al. 2014), and so was `keep_prob` in TensorFlow 1. PyTorch's `p`, Keras's `rate` and this
# course mean the probability of **dropping**. At 0.5 the two cannot be told apart, which is why
# nothing here is ever tested at 0.5 alone.

# %% [markdown]
# ## One coin for every entry
#
# A batch `x` has shape (N, d): a row for every example, a column for every unit. How many coins
# does dropout throw for it: d, N, or N·d?
#
# Dropout throws **N·d**. Every entry has its own coin, independent of all others, so every
# example of the batch runs through its own thinned network. Two things follow that surprise
# people:
#
# - The number of dropped entries is itself random. With 100 entries and p = 0.3 about 30 are
#   dropped, rarely exactly 30, and that is as it should be.
# - Now and then a whole row is dropped. That is rare and it is right.
#
# ### Exercise 1 · `sample_keep_mask`
#
# *Difficulty ●○○ · 10 minutes · 7 points*
#
# Write `sample_keep_mask(shape, p, rng)`.
#
# | | |
# |---|---|
# | `shape` | a tuple of integers, such as `(N, d)`, `(d,)` or `(N, C, H, W)` |
# | `p` | probability of dropping an entry |
# | `rng` | the generator that all coins come from |
# | **returns** `keep` | boolean array of this shape; an entry is `True` with probability 1 − p, independently of the others |
# | **raises** | `ValueError` if p is not in [0, 1] |
#
# For example, `sample_keep_mask((2, 4), 0.25, rng)` may return
#
# ```
# [[ True  True False  True]
#  [ True  True  True False]]
# ```
#
# Here six of eight entries stay; on average it is 0.75 · 8 = 6. The next call returns another
# mask.
#
# <details><summary>Hint 1: where does the randomness come from?</summary>
#
# `rng.random(shape)` returns an array of this shape with numbers that are uniform on [0, 1).
#
# </details>
# <details><summary>Hint 2: from a uniform number to a coin</summary>
#
# A uniform number lies below 0.25 in a quarter of all cases. Draw on paper the interval from 0 to
# 1 and mark the part of length p: which part means "dropped", and which comparison is `True` on
# the other one?
#
# </details>
# <details><summary>Hint 3: the edges</summary>
#
# `rng.random` can return 0 but never 1. Check that your comparison keeps everything at p = 0 and
# nothing at p = 1. The check `0 <= p <= 1` reads in Python as it does in mathematics.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "sample_keep_mask", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sample_keep_mask(shape, p, rng):
    """Throw one coin for every entry of an array.

    shape: tuple of integers
    p: probability of dropping an entry, in [0, 1]
    rng: numpy.random.Generator
    Returns a boolean array of this shape, True with probability 1 - p.
    Raises ValueError if p is not in [0, 1].
    """
    ### BEGIN SOLUTION
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    return rng.random(shape) >= p
    ### END SOLUTION


# %%
# Check: what does your mask do?
from dropoutlab.checks import check
from dropoutlab.checks.forward_pass import keep_mask

check(
    sample_keep_mask,
    keep_mask.is_boolean,
    keep_mask.drops_with_probability_p,
    keep_mask.has_independent_coins,
    keep_mask.uses_the_rng,
    keep_mask.knows_the_edges,
)

# %% nbgrader={"grade": true, "grade_id": "sample_keep_mask-boolean", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: a boolean array of the shape asked for.
from dropoutlab.checks.forward_pass import keep_mask

keep_mask.is_boolean(sample_keep_mask)
### BEGIN HIDDEN TESTS
keep_mask.is_boolean(sample_keep_mask, p=0.85, shapes=((1,), (37,), (2, 3, 1, 5)), seed=101)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "sample_keep_mask-share", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: an entry is dropped with probability p.
from dropoutlab.checks.forward_pass import keep_mask

keep_mask.drops_with_probability_p(sample_keep_mask)
### BEGIN HIDDEN TESTS
keep_mask.drops_with_probability_p(sample_keep_mask, ps=(0.0019, 0.35, 0.9), size=60_000, seed=102)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "sample_keep_mask-coins", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: every entry has a coin of its own, as in the check, with other numbers.
from dropoutlab.checks.forward_pass import keep_mask

### BEGIN HIDDEN TESTS
keep_mask.has_independent_coins(sample_keep_mask, p=0.62, seed=103)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "sample_keep_mask-rng", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the coins come from rng, anew on every call.
from dropoutlab.checks.forward_pass import keep_mask

keep_mask.uses_the_rng(sample_keep_mask)
### BEGIN HIDDEN TESTS
for seed in (104, 105, 106):
    keep_mask.uses_the_rng(sample_keep_mask, p=0.55, seed=seed)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "sample_keep_mask-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: p = 0, p = 1 and a p that is no probability.
from dropoutlab.checks.forward_pass import keep_mask

keep_mask.knows_the_edges(sample_keep_mask)
### BEGIN HIDDEN TESTS
keep_mask.knows_the_edges(sample_keep_mask, outside=(-1e-9, 1.0001, 2, -3.5, 75), seed=107)
### END HIDDEN TESTS

# %% [markdown]
# **Your mask as a map.** Every row is an example, every column a unit. Do the shares of kept
# entries scatter around 1 − p as independent coins do?

# %%
mask_map.draw(sample_keep_mask, p=0.5, mask_shape="(N, d)")

# %% [markdown]
# Now play. Switch the mask's shape to **(1, d)**, one coin for each unit, stretched over the
# batch, and then to **(N, 1)**. What has become of the shares?

# %%
mask_map.explore(sample_keep_mask)

# %% [markdown]
# With (1, d) the whole batch runs through *one* thinned network; with (N, 1) an example is seen
# completely or not at all, and nothing is thinned. How much does the shape matter for what the
# network learns from? A step of training averages over the batch, so look at how noisy that
# average is when every activation is 1. The cell draws 500 masks of both kinds.

# %%
p, n_examples, n_units = 0.5, 64, 100
rng = np.random.default_rng(0)
for shape in ((n_examples, n_units), (1, n_units)):
    batch_means = []
    for _ in range(500):
        keep = sample_keep_mask(shape, p, rng)
        output = np.ones((n_examples, n_units)) * keep / (1 - p)
        batch_means.append(output.mean(axis=0))
    print(
        f"mask of shape {shape!s:>9}: the batch mean has standard deviation {np.std(batch_means):.3f}"
    )

# %% [markdown]
# Independent coins average out over the 64 examples: their noise is √64 = 8 times smaller. In a
# step of training, a mask for each example is not the stronger noise but the milder one.

# %% [markdown]
# ## Vanilla dropout: shrink at inference
#
# At inference the network should give one definite answer, so nothing is dropped. What does a
# unit of the next layer notice?
#
# In training it receives an entry x with probability 1 − p and 0 otherwise: on average
# (1 − p)·x. At inference it receives x, always. With p = 0.5 that is **twice** what its weights
# were trained with. The outputs of the units themselves have not changed; what has changed is
# how many of them arrive.
#
# The first remedy (Hinton et al. 2012; Srivastava et al. 2014) shrinks at inference: train with
# the bare mask, then multiply the weights that read the dropped units by 1 − p. Multiplying the
# activations instead gives the same, since for any weights W
#
# $$ \big((1-p)\,x\big)\,W \;=\; x\,\big((1-p)\,W\big). $$
#
# ### Exercise 2 · `vanilla_dropout`
#
# *Difficulty ●○○ · 10 minutes · 6 points*
#
# Write `vanilla_dropout(x, p, training, rng)`.
#
# | | |
# |---|---|
# | `x` | activations, any shape |
# | `p`, `rng` | as before |
# | `training` | `True` or `False` |
# | **returns** | array of the shape and dtype of `x`. In training: `x` where an entry is kept, 0 where it is dropped. At inference: (1 − p)·`x`, nothing dropped. |
# | **raises** | `ValueError` in training if p is not in [0, 1] |
#
# For example, with p = 0.25 and x = [4, −8, 2, 6] the output in training may be [4, 0, 2, 6]. At
# inference it is [3, −6, 1.5, 4.5], every time.
#
# <details><summary>Hint 1: a mask is a factor</summary>
#
# You have a function that throws the coins. In a product, numpy reads `True` as 1 and `False`
# as 0.
#
# </details>
# <details><summary>Hint 2: the dtype</summary>
#
# A float32 array times a boolean array, or times a Python float, is float32. Times a float64
# array it is float64: where might one of those come from?
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "vanilla_dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
def vanilla_dropout(x, p, training, rng):
    """Drop entries in training, shrink all of them at inference (Srivastava et al. 2014).

    x: floating-point array of any shape, left as it is
    p: probability of dropping an entry, in [0, 1]
    training: bool
    rng: numpy.random.Generator
    Returns an array of the shape and dtype of x.
    """
    ### BEGIN SOLUTION
    if training:
        return x * sample_keep_mask(x.shape, p, rng)
    return x * (1 - p)
    ### END SOLUTION


# %%
# Check: what does your vanilla dropout do?
from dropoutlab.checks import check
from dropoutlab.checks.forward_pass import vanilla

check(
    vanilla_dropout,
    vanilla.keeps_values_in_training,
    vanilla.drops_with_own_coins,
    vanilla.shrinks_at_inference,
    vanilla.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "vanilla_dropout-values", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: in training, kept entries stay what they are.
from dropoutlab.checks.forward_pass import vanilla

vanilla.keeps_values_in_training(vanilla_dropout)
### BEGIN HIDDEN TESTS
vanilla.keeps_values_in_training(vanilla_dropout, ps=(0.1, 0.35, 0.85), seed=201)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "vanilla_dropout-coins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: in training, every entry has its own coin, as in the check, with another p.
from dropoutlab.checks.forward_pass import vanilla

### BEGIN HIDDEN TESTS
vanilla.drops_with_own_coins(vanilla_dropout, p=0.45, seed=202)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "vanilla_dropout-inference", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: at inference the output is (1 - p) x.
from dropoutlab.checks.forward_pass import vanilla

vanilla.shrinks_at_inference(vanilla_dropout)
### BEGIN HIDDEN TESTS
vanilla.shrinks_at_inference(vanilla_dropout, ps=(0.123, 0.35, 0.999), seed=203)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "vanilla_dropout-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: x is left alone, its dtype is kept, every p is handled.
from dropoutlab.checks.forward_pass import vanilla

vanilla.keeps_the_conventions(vanilla_dropout)
### BEGIN HIDDEN TESTS
vanilla.keeps_the_conventions(vanilla_dropout, outside=(-1e-9, 1.0001, 30), seed=204)
### END HIDDEN TESTS

# %% [markdown]
# **What the next layer receives.** A thousand digits run through 128 random ReLU units, your
# dropout, and one unit of the next layer. Before you look: with no scaling at all, which of the
# two histograms lies further to the right?

# %%
histograms.draw(sample_keep_mask, vanilla_dropout, p=0.5)

# %% [markdown]
# Without scaling the two modes disagree about the mean by a factor of 1 − p. Vanilla dropout
# brings the means together. It does not make the two histograms equal, and we come back to that.

# %% [markdown]
# ## Inverted dropout: grow in training
#
# Vanilla dropout has a price that is paid at the wrong moment: whoever uses the trained network
# has to know p and to shrink. Why not correct where the noise is made?
#
# Multiply what is kept by 1/(1 − p), in training. An entry then becomes
#
# $$ y \;=\; \begin{cases} 0 & \text{with probability } p,\\[2pt] \dfrac{x}{1-p} & \text{with probability } 1-p, \end{cases} $$
#
# and its mean is $p\cdot 0 + (1-p)\cdot\frac{x}{1-p} = x$. At inference there is nothing left to
# do: the layer is the identity. This *inverted* dropout is what PyTorch, Keras and JAX's Flax
# compute.
#
# Both factors, the coin and the scale, fit into one array, the **mask**, whose entries are 0 or
# 1/(1 − p). The forward pass is then x · mask, and the backward pass of the next notebook will
# need this very array. So `dropout_forward` returns it.
#
# ### Exercise 3 · `dropout_forward`
#
# *Difficulty ●●○ · 15 minutes · 8 points*
#
# Write `dropout_forward(x, p, training, rng)`.
#
# | | |
# |---|---|
# | `x`, `p`, `training`, `rng` | as before |
# | **returns** `output, mask` | two arrays of the shape of `x`; the output has the dtype of `x` |
# | in training | `mask` is 0 or 1/(1 − p), and `output` is `x * mask` |
# | at inference | `output` is `x`, and `mask` is all ones |
# | at the edges | p = 1 in training: both are all zeros |
# | **raises** | `ValueError` in training if p is not in [0, 1] |
#
# For example, with p = 0.75 and x = [3, −1, 2, 5], training may give the mask [0, 4, 0, 4] and
# the output [0, −4, 0, 20]; inference gives [1, 1, 1, 1] and [3, −1, 2, 5].
#
# <details><summary>Hint 1: the order of things</summary>
#
# First `keep`, then `mask` from `keep`, then `output` from `mask`. One draw serves both results.
#
# </details>
# <details><summary>Hint 2: why p = 1 needs care</summary>
#
# 1/(1 − p) is a division by zero there. Nothing is kept, so no scale is needed: what should the
# mask be, and can you return it before dividing?
#
# </details>
# <details><summary>Hint 3: float32 stays float32</summary>
#
# `keep / (1 - p)` is a float64 array, whatever x is. `keep.astype(x.dtype)` is not, and dividing
# it by a Python float leaves its dtype alone.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dropout_forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropout_forward(x, p, training, rng):
    """Inverted dropout: scale up what is kept in training, do nothing at inference.

    x: floating-point array of any shape, left as it is
    p: probability of dropping an entry, in [0, 1]
    training: bool
    rng: numpy.random.Generator
    Returns (output, mask), two arrays of the shape of x with output = x * mask.
    """
    ### BEGIN SOLUTION
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        mask = np.zeros_like(x)
    else:
        mask = keep.astype(x.dtype) / (1 - p)
    return x * mask, mask
    ### END SOLUTION


# %%
# Check: what does your inverted dropout do?
from dropoutlab.checks import check
from dropoutlab.checks.forward_pass import inverted

check(
    dropout_forward,
    inverted.scales_what_it_keeps,
    inverted.drops_with_own_coins,
    inverted.returns_the_scaled_mask,
    inverted.is_the_identity_at_inference,
    inverted.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "dropout_forward-scale", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: in training, kept entries are x / (1 - p).
from dropoutlab.checks.forward_pass import inverted

inverted.scales_what_it_keeps(dropout_forward)
### BEGIN HIDDEN TESTS
inverted.scales_what_it_keeps(dropout_forward, ps=(0.1, 0.35, 0.9), seed=301)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_forward-coins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: in training, every entry has its own coin, as in the check, with another p.
from dropoutlab.checks.forward_pass import inverted

### BEGIN HIDDEN TESTS
inverted.drops_with_own_coins(dropout_forward, p=0.65, seed=302)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_forward-mask", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the mask that is returned is scaled, and it is the one that was used.
from dropoutlab.checks.forward_pass import inverted

inverted.returns_the_scaled_mask(dropout_forward)
### BEGIN HIDDEN TESTS
inverted.returns_the_scaled_mask(dropout_forward, ps=(0.15, 0.4, 0.85), seed=303)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_forward-inference", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: at inference the output is x and the mask is all ones.
from dropoutlab.checks.forward_pass import inverted

inverted.is_the_identity_at_inference(dropout_forward)
### BEGIN HIDDEN TESTS
inverted.is_the_identity_at_inference(dropout_forward, ps=(0.0, 0.4, 0.9, 1.0), seed=304)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_forward-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: x is left alone, its dtype is kept, every p is handled.
from dropoutlab.checks.forward_pass import inverted

inverted.keeps_the_conventions(dropout_forward)
### BEGIN HIDDEN TESTS
inverted.keeps_the_conventions(dropout_forward, outside=(-1e-9, 1.0001, 30), seed=305)
### END HIDDEN TESTS

# %% [markdown]
# **Three ways to scale, side by side.** The same next unit as before. In each panel the lines are
# the two means, dashed in training and solid at inference. Compare them, and then the widths.

# %%
histograms.draw(sample_keep_mask, vanilla_dropout, dropout_forward, p=0.5)

# %% [markdown]
# Move p. Which of the three panels keeps the blue histogram, the network that will be used,
# where it is?

# %%
histograms.explore(sample_keep_mask, vanilla_dropout, dropout_forward)

# %% [markdown]
# ## Mean and spread
#
# Inverted dropout keeps the mean. Does that make training and inference the same? Look at the
# widths in the picture above before you answer.
#
# An output y takes two values. Its variance is the mean of the square minus the square of the
# mean, and you know both values and both probabilities. Write down $\operatorname{E}[y^2]$ and
# $\operatorname{E}[y]^2$ before you open the hints.
#
# ### Exercise 4 · `dropout_moments`
#
# *Difficulty ●●○ · 15 minutes · 4 points*
#
# Write `dropout_moments(x, p)`: what mean and what variance does **each entry** of the output of
# inverted dropout have over all masks, in training? Exactly, without drawing a single mask.
#
# | | |
# |---|---|
# | `x` | activations, any shape |
# | `p` | drop probability |
# | **returns** `mean, variance` | two arrays of the shape of `x`, of any floating dtype |
# | at the edges | p = 0: no noise. p = 1: the output is always 0, so its mean is 0 as well and its variance 0. |
# | **raises** | `ValueError` if p is not in [0, 1] |
#
# For example, take x = 3 and p = 0.75. The output is 12 in one case out of four and 0 otherwise.
# Its mean is 12/4 = 3, the mean of its square 144/4 = 36, so its variance is 36 − 9 = 27.
#
# <details><summary>Hint 1: the mean of the square</summary>
#
# $\operatorname{E}[y^2] = p\cdot 0^2 + (1-p)\cdot\left(\frac{x}{1-p}\right)^2$. One factor
# 1 − p cancels.
#
# </details>
# <details><summary>Hint 2: simplify</summary>
#
# Subtract x² and put both terms over the common denominator 1 − p.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dropout_moments", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropout_moments(x, p):
    """Mean and variance, over the masks, of every entry of inverted dropout's output.

    x: floating-point array of any shape, left as it is
    p: probability of dropping an entry, in [0, 1]
    Returns (mean, variance), two arrays of the shape of x.
    Raises ValueError if p is not in [0, 1].
    """
    ### BEGIN SOLUTION
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    return x.copy(), x**2 * p / (1 - p)
    ### END SOLUTION


# %%
# Check: are your moments right?
from dropoutlab.checks import check
from dropoutlab.checks.forward_pass import moments

check(dropout_moments, moments.mean_is_right, moments.variance_is_right, moments.knows_the_edges)

# %% nbgrader={"grade": true, "grade_id": "dropout_moments-mean", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the mean.
from dropoutlab.checks.forward_pass import moments

moments.mean_is_right(dropout_moments)
### BEGIN HIDDEN TESTS
moments.mean_is_right(dropout_moments, ps=(0.0, 0.15, 0.4, 0.999), seed=401)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_moments-variance", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the variance.
from dropoutlab.checks.forward_pass import moments

moments.variance_is_right(dropout_moments)
### BEGIN HIDDEN TESTS
moments.variance_is_right(dropout_moments, ps=(0.15, 0.4, 0.999), seed=402)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_moments-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: p = 0, p = 1 and a p that is no probability.
from dropoutlab.checks.forward_pass import moments

moments.knows_the_edges(dropout_moments)
### BEGIN HIDDEN TESTS
moments.knows_the_edges(dropout_moments, outside=(-1e-9, 1.0001, 30), seed=403)
### END HIDDEN TESTS

# %% [markdown]
# **Theory against your own layer.** Forty units have the activation 1 and pass through your
# `dropout_forward` again and again. The lines are their running means; the band is what your
# `dropout_moments` predicts: two standard deviations of a mean of k outputs.

# %%
running_mean.draw(dropout_forward, dropout_moments, p=0.5, x=1.0)

# %% [markdown]
# At which p are the outputs noisiest? Try x = −2 as well, and then x = 0.

# %%
running_mean.explore(dropout_forward, dropout_moments)

# %% [markdown]
# The variance is x²·p/(1 − p): it grows with the *square* of the activation and without bound as
# p goes to 1. At p = 0.5 the standard deviation of an output is as large as the activation
# itself. Large activations are the noisy ones, and an activation of 0 has no noise at all.
#
# **Does at least the mean stay right, layer after layer?** Through a linear layer it does,
# because the mean of a sum is the sum of the means. A ReLU in between changes that: it cuts off
# the negative noise and keeps the positive. The cell sends one example through your dropout and a
# random linear unit 20,000 times, for a unit whose noiseless input is close to zero.

# %%
rng = np.random.default_rng(1)
h, w = rng.random(100), rng.normal(size=100)
w -= h * (h @ w) / (h @ h)  # now the unit's input without noise, h @ w, is zero
outputs, _ = dropout_forward(np.tile(h, (20_000, 1)), 0.5, True, rng)
z = outputs @ w
print(f"input of the unit:  {abs(h @ w):6.3f} at inference, {z.mean():6.3f} on average in training")
print(
    f"after its ReLU:     {max(h @ w, 0):6.3f} at inference, {np.maximum(z, 0).mean():6.3f} on average in training"
)

# %% [markdown]
# So the rule "inverted dropout keeps the mean" is about the layer itself and about what is
# linear after it. For a deep network, running it once without noise is a good and cheap
# approximation to averaging over masks, not an identity.

# %% [markdown]
# ## A layer with two modes
#
# In a network, nobody passes `training` through every call. A layer carries the flag, and the
# network switches all its layers at once: `train()` before a training step, `eval()` before it
# is used. Forgetting `eval()` raises no error: the network still answers, only noisily.
#
# Three details decide whether such a layer can be trusted.
#
# - The flag is called `training`. If it were called `train`, it would hide the *method* `train`,
#   and `layer.train()` would fail: Python looks in the object before it looks in the class.
# - The layer remembers the mask of its **last** `forward`. The backward pass goes by what that
#   forward did, so after a forward at inference the mask is all ones, and not the leftover of
#   the training step before.
# - Flag and mask belong to the object, not to the class: two layers do not disturb each other.
#
# ### Exercise 5 · `Dropout`
#
# *Difficulty ●●○ · 15 minutes · 8 points*
#
# Complete the class.
#
# | | |
# |---|---|
# | `Dropout(p, rng)` | a layer in training mode. **Raises** `ValueError` if p is not in [0, 1]. |
# | `layer.training` | `True` or `False` |
# | `layer.train()`, `layer.eval()` | switch the mode |
# | `layer.forward(x)` | the output of inverted dropout in the current mode, with the layer's own p and rng |
# | `layer.mask` | the mask of the last `forward`: an array of the shape of its x |
#
# For example, with x of shape (2, 3):
#
# ```
# layer = Dropout(0.5, rng)
# layer.forward(x)     # some zeros, the rest doubled; layer.mask has 0s and 2s
# layer.eval()
# layer.forward(x)     # x; layer.mask is all ones
# ```
#
# <details><summary>Hint 1: what does __init__ store?</summary>
#
# p, the generator, the flag. The generator itself, not a seed: the layer draws from it again and
# again, and never draws the same mask twice.
#
# </details>
# <details><summary>Hint 2: forward in two lines</summary>
#
# `dropout_forward` returns both things that you need. One is stored, one is returned.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "Dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Dropout:
    """Inverted dropout as a layer.

    p: probability of dropping an entry, in [0, 1]
    rng: numpy.random.Generator
    Raises ValueError if p is not in [0, 1].
    """

    def __init__(self, p, rng):
        ### BEGIN SOLUTION
        if not 0 <= p <= 1:
            raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
        self.p = p
        self.rng = rng
        self.training = True
        self.mask = None
        ### END SOLUTION

    def train(self):
        """Switch to training mode."""
        ### BEGIN SOLUTION
        self.training = True
        ### END SOLUTION

    def eval(self):
        """Switch to inference mode."""
        ### BEGIN SOLUTION
        self.training = False
        ### END SOLUTION

    def forward(self, x):
        """Return the output for x in the current mode and remember the mask."""
        ### BEGIN SOLUTION
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
        ### END SOLUTION


# %%
# Check: what does your layer do?
from dropoutlab.checks import check
from dropoutlab.checks.forward_pass import layer as layer_checks

check(
    Dropout,
    layer_checks.has_two_modes,
    layer_checks.drops_in_training,
    layer_checks.rests_at_inference,
    layer_checks.remembers_the_last_mask,
    layer_checks.keeps_to_itself,
)

# %% nbgrader={"grade": true, "grade_id": "Dropout-modes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: train() and eval() switch `training`.
from dropoutlab.checks.forward_pass import layer as layer_checks

layer_checks.has_two_modes(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.has_two_modes(Dropout, p=0.85, seed=501)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "Dropout-training", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: in training, forward drops and scales, as in the check, with other p.
from dropoutlab.checks.forward_pass import layer as layer_checks

### BEGIN HIDDEN TESTS
layer_checks.drops_in_training(Dropout, ps=(0.15, 0.4, 0.9), seed=502)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "Dropout-inference", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: after eval() forward returns x, and train() brings the dropping back.
from dropoutlab.checks.forward_pass import layer as layer_checks

layer_checks.rests_at_inference(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.rests_at_inference(Dropout, ps=(0.15, 0.4, 0.9), seed=503)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "Dropout-mask", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: layer.mask is the mask of the last forward.
from dropoutlab.checks.forward_pass import layer as layer_checks

layer_checks.remembers_the_last_mask(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.remembers_the_last_mask(Dropout, ps=(0.15, 0.4, 0.9), seed=504)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "Dropout-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: layers do not disturb each other, and the conventions hold.
from dropoutlab.checks.forward_pass import layer as layer_checks

layer_checks.keeps_to_itself(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.keeps_to_itself(Dropout, outside=(-1e-9, 1.0001, 30), seed=505)
### END HIDDEN TESTS

# %% [markdown]
# **Which units does a row keep?** Five digits pass through 24 random ReLU units and your layer.
# Grey is what a unit sends, blue what the layer passes on. Units without a bar were silent
# before: dropout cannot drop what is already zero.

# %%
batch_rows.draw(Dropout, p=0.5, mode="train")

# %% [markdown]
# Switch to `eval` and watch what happens to the bars and to the crosses. Then take p to 0.9 in
# `train`: how tall do the survivors become, and why?

# %%
batch_rows.explore(Dropout)

# %% [markdown]
# ## In your own words
#
# A teammate forgets `eval()` and leaves inverted dropout on at inference. "No harm done," they
# say, "it keeps the mean."
#
# **3 points, read by a person.** In four to eight sentences: What is right about the remark?
# What does a single prediction look like now, and how does Exercise 4 tell you? Why does even
# the argument about the mean fail for a network with a ReLU after the dropout? Is there a use
# for leaving dropout on deliberately?

# %% [markdown] nbgrader={"grade": true, "grade_id": "own-words", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# The remark is right about one layer: every output of inverted dropout has mean x over the
# masks, so on average nothing is shifted, and that stays true through a linear layer. A single
# prediction uses one mask, though. Each activation then carries noise of variance x²p/(1 − p),
# at p = 0.5 a standard deviation as large as the activation, so asking twice gives two answers.
# A ReLU (or a softmax) is not linear: it cuts negative noise off, so the mean of its output is
# not its output at the mean, as the cell before Exercise 5 measured. Leaving dropout on makes
# sense when many passes are averaged: the spread of their answers is then used as a rough
# measure of uncertainty (Monte Carlo dropout, Gal and Ghahramani 2016).
#
# *Marks: 1 for mean kept over masks, by the layer and what is linear after it; 1 for noise in a
# single prediction with its variance; 1 for the nonlinearity. The deliberate use is not needed
# for full marks.*
# ### END SOLUTION

# %% [markdown]
# ## What you have built
#
# - A mask throws **one coin for every entry**, per example, from an explicit generator.
# - **p is the probability of dropping** here, in PyTorch and in Keras, and the probability of
#   keeping in the paper of 2014.
# - **Vanilla** dropout shrinks by 1 − p at inference. **Inverted** dropout grows by 1/(1 − p) in
#   training and is the identity at inference.
# - The output has mean x and **variance x²·p/(1 − p)**. The mean survives what is linear, not a
#   ReLU.
# - A layer has two modes and remembers the mask of its **last** forward.
#
# Next, in notebook 3, that mask gates the gradient as well.
#
# ### Sources
#
# - G. E. Hinton, N. Srivastava, A. Krizhevsky, I. Sutskever, R. R. Salakhutdinov, *Improving
#   neural networks by preventing co-adaptation of feature detectors*, 2012,
#   [arXiv:1207.0580](https://arxiv.org/abs/1207.0580).
# - N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, *Dropout: a simple
#   way to prevent neural networks from overfitting*, Journal of Machine Learning Research 15,
#   2014, pages 1929–1958, [jmlr.org](https://jmlr.org/papers/v15/srivastava14a.html).
# - Y. Gal, Z. Ghahramani, *Dropout as a Bayesian approximation: representing model uncertainty in
#   deep learning*, ICML 2016, [arXiv:1506.02142](https://arxiv.org/abs/1506.02142).
# - The digits: E. Alpaydin, C. Kaynak, *Optical recognition of handwritten digits*, UCI Machine
#   Learning Repository, 1998, as distributed with scikit-learn.
