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
# # 4 · Variants: what to drop, and how?
#
# Dropout is a family. Its members put noise into a network while it learns and take the noise
# out, or average over it, when the network is used. They differ in *what* the noise falls on: a
# unit, a weight, a channel, a patch of an image, a time step, a whole layer.
#
# You will write
#
# 1. noise without zeros (`gaussian_dropout`),
# 2. dropout of weights, forward, backward and at inference (`dropconnect_forward`,
#    `dropconnect_backward`, `dropconnect_inference`),
# 3. dropout of channels and of patches (`spatial_dropout`, `dropblock`),
# 4. dropout for a network that normalises itself (`alpha_dropout`),
# 5. predictions with an error bar (`mc_moments`),
#
# and in the second half dropout for sequences, for deep networks, for attention, and dropout
# that finds its own rate.
#
# You need numpy, the chain rule, and what you built in notebooks 2 and 3. Plan 90 minutes for
# each half. The exercises of a half do not build on each other, apart from DropConnect's three:
# skip and come back as you like.
#
# **How it works.** Every exercise is a card, an answer cell, a check and a picture of *your*
# code. The check tells you in words what is not right yet. The cells marked *Graded* come with
# your points and check the same properties, later also with other numbers.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dropoutlab  # first: it limits numpy to one thread, which is faster for small arrays
import numpy as np

from dropoutlab.explorers.variants import (
    attention_map,
    concrete_noise,
    depth_staircase,
    dropconnect_sums,
    feature_maps,
    kl_curve,
    masks_over_time,
    mc_band,
    memory_loss,
    noise_histograms,
    selu_depth,
    weight_masks,
)

# %% [markdown]
# ## Conventions
#
# They are those of the notebooks before.
#
# | name | meaning |
# |---|---|
# | `p` | the probability of **dropping**, a Python float. A `p` outside [0, 1] raises `ValueError`. |
# | `keep` | a boolean array: `True` where something stays |
# | `mask` | the array that the input is multiplied by |
# | `rng` | a `numpy.random.Generator`. All randomness comes from it. |
# | `x` | floating-point activations: (N, d), or (N, C, H, W) for N images with C channels of H rows and W columns |
# | `training` | `True` while the network learns, `False` at inference |
#
# Your functions never change what they are given, and an output of the shape of `x` has the dtype
# of `x`. `p = 0` drops nothing, and no p gives `nan`.
#
# ### Drop or keep?
#
# p is the probability of dropping. In the papers below it is often the probability of *keeping*:
# every formula here has been turned round where needed.
#
# ### One coin for every entry
#
# In notebook 2 every entry of a batch had its own coin, and every example its own thinned network.
# The variants change what "entry" means. They do not share coins between *examples*, unless an
# exercise says so.
#
# ### What you bring along
#
# The next cell is given. It holds your functions from notebooks 2 and 3, so nothing here depends
# on how you fared there.


# %% nbgrader={"grade": false, "grade_id": "given", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sample_keep_mask(shape, p, rng):
    """True with probability 1 - p, one coin for every entry (notebook 2)."""
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    return rng.random(shape) >= p


def dropout_forward(x, p, training, rng):
    """Inverted dropout: the output and the mask it was multiplied by (notebook 2)."""
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = keep.astype(x.dtype) / (1 - p) if p < 1 else np.zeros_like(x)
    return x * mask, mask


def dropout_backward(dy, mask):
    """The gradient with respect to x where the output is x * mask (notebook 3)."""
    return dy * mask


def relu(z):
    """The positive part of z."""
    return np.maximum(z, 0)


SELU_SCALE, SELU_ALPHA = 1.0507009873554805, 1.6732632423543772


def selu(z):
    """The scaled exponential linear unit of Klambauer et al. (2017)."""
    return SELU_SCALE * np.where(z > 0, z, SELU_ALPHA * np.expm1(np.minimum(z, 0)))


# %% [markdown]
# ## What to drop, and how?
#
# Before you read on: take plain dropout apart. Which decisions does it make that could have been
# made differently?
#
# <details><summary>Think first, then open.</summary>
#
# Four, at least.
#
# - **What falls away together?** Plain dropout: one activation. It could be a weight, a channel, a
#   patch, a layer, or one unit over a whole sequence. What shares a coin decides the *shape* of
#   the coins.
# - **What replaces it?** Plain dropout: zero. It could be a little less or a little more of the
#   same (Gaussian noise), or another constant (alpha dropout).
# - **How is the scale kept?** Plain dropout: by the expected share, 1/(1 − p). It could be by the
#   share that was really kept, by an affine map, or not at all.
# - **What happens at inference?** Plain dropout: nothing. It could be an average over samples, or
#   the noise could stay on, on purpose.
#
# </details>
#
# For each variant below, answer these four questions before you write code. The table at the end
# of the notebook has them all side by side.
#
# One thing never changes. Where the output is x · mask, whatever the mask looks like, the gradient
# is dy · mask: your `dropout_backward` from notebook 3 serves every such variant as it is.

# %% [markdown]
# ## Gaussian dropout: noise without zeros
#
# *What falls away: nothing. What replaces x: x times a random number close to 1.*
#
# An entry of inverted dropout's mask has mean 1 and variance p/(1 − p), which you computed in
# notebook 2. The next layer sums up many such entries, and a sum of many independent numbers, none
# of which dominates, looks nearly Gaussian. Does it matter, then, that each of them is 0 or
# 1/(1 − p)?
#
# Gaussian dropout says no. It draws the mask from a normal distribution with the same mean and
# the same **variance**:
#
# $$ y = x\cdot m, \qquad m \sim \mathcal N\!\left(1,\; \tfrac{p}{1-p}\right). $$
#
# It matches the first two moments of the mask and no more: an entry is never exactly 0, and some
# entries change sign (Srivastava et al. 2014, section 10; Wang and Manning 2013 integrate the
# noise out instead of drawing it). The noise multiplies. It is not added, so a unit at 0 stays at
# 0. At inference there is nothing to do, since the mean is 1. It goes where plain dropout goes; in
# the comparison of Srivastava et al. on two sets of images it did as well or a little better. In
# Keras it is the layer `GaussianDropout`.
#
# ### Exercise 1 · `gaussian_dropout`
#
# *Difficulty ●○○ · 6 minutes · 5 points*
#
# Write `gaussian_dropout(x, p, training, rng)`.
#
# | | |
# |---|---|
# | `x` | activations, any shape |
# | `p` | the drop probability whose variance the noise has |
# | **returns** `output, mask` | two arrays of the shape of `x`, with `output = x * mask`; the output has the dtype of `x` |
# | in training | entries of `mask` are independent, normal, with mean 1 and variance p/(1 − p) |
# | at inference | `output` is `x`, and `mask` is all ones |
# | **raises** | `ValueError` in training if p is not in [0, 1). At p = 1 the variance would be infinite, so here 1 is refused as well. |
#
# For example, p = 0.2 has variance 0.2/0.8 = 0.25, so a standard deviation of 0.5. For
# x = [4, −8] the mask may be [1.3, 0.75] and the output [5.2, −6].
#
# <details><summary>Hint 1: what does numpy's normal want?</summary>
#
# `rng.normal(loc, scale, shape)` takes the standard deviation as its `scale`. The formula gives a
# variance.
#
# </details>
# <details><summary>Hint 2: float32 stays float32</summary>
#
# `rng.normal` returns float64. `.astype(x.dtype)` before the product keeps the dtype of x.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "gaussian_dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gaussian_dropout(x, p, training, rng):
    """Multiply by Gaussian noise with the mean and the variance of a dropout mask.

    x: floating-point array of any shape, left as it is
    p: drop probability that the noise stands for, in [0, 1)
    training: bool
    rng: numpy.random.Generator
    Returns (output, mask), two arrays of the shape of x with output = x * mask.
    """
    ### BEGIN SOLUTION
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p < 1:
        raise ValueError(f"p must be in [0, 1), and not {p}.")
    mask = rng.normal(1.0, np.sqrt(p / (1 - p)), x.shape).astype(x.dtype)
    return x * mask, mask
    ### END SOLUTION


# %%
# Check: what does your noise look like?
from dropoutlab.checks import check
from dropoutlab.checks.variants import gaussian

check(
    gaussian_dropout,
    gaussian.has_the_right_noise,
    gaussian.multiplies_by_its_mask,
    gaussian.is_the_identity_at_inference,
    gaussian.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "gaussian_dropout-noise", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: normal noise with mean 1 and variance p / (1 - p).
from dropoutlab.checks.variants import gaussian

gaussian.has_the_right_noise(gaussian_dropout)
### BEGIN HIDDEN TESTS
gaussian.has_the_right_noise(gaussian_dropout, ps=(0.35, 0.85), seed=101)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "gaussian_dropout-mask", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: every entry has noise of its own from rng, and the mask is the noise.
from dropoutlab.checks.variants import gaussian

gaussian.multiplies_by_its_mask(gaussian_dropout)
### BEGIN HIDDEN TESTS
gaussian.multiplies_by_its_mask(gaussian_dropout, p=0.65, seed=102)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "gaussian_dropout-inference", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: no noise at inference.
from dropoutlab.checks.variants import gaussian

gaussian.is_the_identity_at_inference(gaussian_dropout)
### BEGIN HIDDEN TESTS
gaussian.is_the_identity_at_inference(gaussian_dropout, ps=(0.15, 0.9), seed=103)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "gaussian_dropout-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: x is left alone, its dtype is kept, p = 0 and a wrong p are handled.
from dropoutlab.checks.variants import gaussian

gaussian.keeps_the_conventions(gaussian_dropout)
### BEGIN HIDDEN TESTS
gaussian.keeps_the_conventions(gaussian_dropout, outside=(-1e-9, 1.0, 30), seed=104)
### END HIDDEN TESTS

# %% [markdown]
# **Your noise beside coins.** On the left the masks themselves, on the right what a unit receives
# that sums up 128 of the masked activations. Where do the two kinds of noise differ, and where
# not any more?

# %%
noise_histograms.draw(gaussian_dropout, dropout_forward, p=0.5)

# %% [markdown]
# Take p to 0.9. How many mask entries are negative now, and what does that mean for a ReLU unit
# whose output is multiplied by one?

# %%
noise_histograms.explore(gaussian_dropout, dropout_forward)

# %% [markdown]
# ## DropConnect: drop weights, not units
#
# *What falls away: single weights and biases. Scale in training: none. At inference: an average
# over samples.*
#
# When a unit is dropped, all weights that read it are out of work together. DropConnect (Wan et
# al. 2013) throws a coin for every *weight* instead: with M and m for the coins,
#
# $$ z = x\,(M\odot W) + m\odot b, \qquad \text{output} = \operatorname{relu}(z). $$
#
# How many coins does a layer with d inputs and k outputs throw for a batch of N examples?
#
# <details><summary>Think first, then open.</summary>
#
# N·d·k for the weights and N·k for the biases: every **example** has its own thinned weights. One
# M for the whole batch would be cheaper, and the paper warns that it does not regularise enough.
# Plain dropout gets by with N·d coins, k times fewer. DropConnect was made for fully connected
# layers; the AWD-LSTM of Merity et al. (2017) uses it on recurrent weights.
#
# </details>
#
# The paper multiplies nothing by 1/(1 − p): the coins are bare, and inference will take care of
# it.
#
# ### Exercise 2 · `dropconnect_forward`
#
# *Difficulty ●●○ · 8 minutes · 5 points*
#
# Write `dropconnect_forward(x, W, b, p, rng)`, the layer in training, up to its pre-activations.
#
# | | |
# |---|---|
# | `x` | inputs, (N, d) |
# | `W`, `b` | weights (d, k) and biases (k,) |
# | **returns** `z` | pre-activations, (N, k), without any rescaling |
# | **and** `keep_W` | boolean, (N, d, k): the coins of the weights, for every example |
# | **and** `keep_b` | boolean, (N, k): the coins of the biases, for every example |
# | **raises** | `ValueError` if p is not in [0, 1] |
#
# For example, x = [[2, 3]], W = [[1, 10], [100, 1000]], b = [5, 7]. If the weight 10 and the bias
# 5 are dropped, then z = [[2·1 + 3·100, 3·1000 + 7]] = [[302, 3007]].
#
# <details><summary>Hint 1: a masked weight matrix for every example</summary>
#
# `keep_W * W` has shape (N, d, k): numpy stretches W over the examples.
#
# </details>
# <details><summary>Hint 2: sum over the inputs</summary>
#
# For example n and output j, z is the sum over i of `x[n, i] * (keep_W * W)[n, i, j]`.
# `np.einsum("ni,nij->nj", x, keep_W * W)` says just that.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dropconnect_forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropconnect_forward(x, W, b, p, rng):
    """An affine layer with DropConnect in training (Wan et al. 2013).

    x: (N, d); W: (d, k); b: (k,), all left as they are
    p: probability of dropping a weight or a bias, in [0, 1]
    rng: numpy.random.Generator
    Returns (z, keep_W, keep_b) of shapes (N, k), (N, d, k), (N, k).
    """
    ### BEGIN SOLUTION
    keep_W = sample_keep_mask((len(x), *W.shape), p, rng)
    keep_b = sample_keep_mask((len(x), len(b)), p, rng)
    z = np.einsum("ni,nij->nj", x, keep_W * W) + keep_b * b
    return z, keep_W, keep_b
    ### END SOLUTION


# %%
# Check: what does your layer drop?
from dropoutlab.checks import check
from dropoutlab.checks.variants import dropconnect

check(
    dropconnect_forward,
    dropconnect.computes_what_its_masks_say,
    dropconnect.throws_a_coin_for_every_weight,
    dropconnect.knows_the_edges,
)

# %% nbgrader={"grade": true, "grade_id": "dropconnect_forward-sums", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: z follows from the masks that are returned.
from dropoutlab.checks.variants import dropconnect

dropconnect.computes_what_its_masks_say(dropconnect_forward)
### BEGIN HIDDEN TESTS
dropconnect.computes_what_its_masks_say(dropconnect_forward, ps=(0.35, 0.85), seed=201)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropconnect_forward-coins", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: a coin for every weight and bias of every example.
from dropoutlab.checks.variants import dropconnect

dropconnect.throws_a_coin_for_every_weight(dropconnect_forward)
### BEGIN HIDDEN TESTS
dropconnect.throws_a_coin_for_every_weight(dropconnect_forward, p=0.65, seed=202)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropconnect_forward-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: p = 0, p = 1, a p that is no probability, and inputs left alone.
from dropoutlab.checks.variants import dropconnect

dropconnect.knows_the_edges(dropconnect_forward)
### BEGIN HIDDEN TESTS
dropconnect.knows_the_edges(dropconnect_forward, outside=(-1e-9, 1.0001, 30), seed=203)
### END HIDDEN TESTS

# %% [markdown]
# **Your coins as maps.** Three examples run through a layer with 8 inputs and 12 outputs. Above,
# plain dropout of the inputs, shown by the weights that are still in use; below, your DropConnect.

# %%
weight_masks.draw(dropconnect_forward, sample_keep_mask, p=0.5)

# %%
weight_masks.explore(dropconnect_forward, sample_keep_mask)

# %% [markdown]
# ### DropConnect, backward
#
# The output is not x · mask any more, so `dropout_backward` is no help here, but the rule behind
# it is: **a product passes the gradient on through its other factor**. For one example n,
#
# $$ z_{nj} = \sum_i x_{ni}\,M_{nij}\,W_{ij} + m_{nj}\,b_j. $$
#
# By what is $W_{ij}$ multiplied in $z_{nj}$? By $x_{ni}M_{nij}$. All examples share W, so its
# gradient is a sum over n. And by what is $x_{ni}$ multiplied?
#
# ### Exercise 3 · `dropconnect_backward`
#
# *Difficulty ●●○ · 8 minutes · 4 points*
#
# Write `dropconnect_backward(dz, x, W, keep_W, keep_b)`.
#
# | | |
# |---|---|
# | `dz` | gradient of the loss with respect to z, (N, k) |
# | `x`, `W` | what forward was given, (N, d) and (d, k) |
# | `keep_W`, `keep_b` | what forward returned, (N, d, k) and (N, k) |
# | **returns** `dx, dW, db` | gradients of the loss, of shapes (N, d), (d, k), (k,) |
#
# For example, continue the one above with dz = [[1, 1]]: the weight 10 and the bias 5 were
# dropped, so dW = [[2, 0], [3, 3]], db = [0, 1] and dx = [[1, 1100]].
#
# <details><summary>Hint 1: shapes decide</summary>
#
# Name the axes: n for examples, i for inputs, j for outputs. dx keeps n and i, so j is summed
# over. dW keeps i and j, so n is. In `np.einsum`, an index that is missing on the right of the
# arrow is summed over.
#
# </details>
# <details><summary>Hint 2: three factors</summary>
#
# `np.einsum("ni,nij,nj->ij", x, keep_W, dz)` is one of the three.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dropconnect_backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropconnect_backward(dz, x, W, keep_W, keep_b):
    """The gradients of dropconnect_forward.

    dz: (N, k); x: (N, d); W: (d, k); keep_W: (N, d, k); keep_b: (N, k)
    Returns (dx, dW, db) of shapes (N, d), (d, k), (k,).
    """
    ### BEGIN SOLUTION
    dx = np.einsum("nj,nij->ni", dz, keep_W * W)
    dW = np.einsum("ni,nij,nj->ij", x, keep_W, dz)
    db = (keep_b * dz).sum(axis=0)
    return dx, dW, db
    ### END SOLUTION


# %%
# Check: what does your backward pass return?
from dropoutlab.checks import check
from dropoutlab.checks.variants import dropconnect_gradient

check(
    dropconnect_backward,
    dropconnect_gradient.of_the_weights,
    dropconnect_gradient.of_the_inputs,
    dropconnect_gradient.of_the_biases,
)

# %% nbgrader={"grade": true, "grade_id": "dropconnect_backward-weights", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the gradient with respect to the weights.
from dropoutlab.checks.variants import dropconnect_gradient

dropconnect_gradient.of_the_weights(dropconnect_backward)
### BEGIN HIDDEN TESTS
dropconnect_gradient.of_the_weights(dropconnect_backward, shape=(9, 4, 6), p=0.65, seed=301)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropconnect_backward-inputs", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the gradient with respect to the inputs.
from dropoutlab.checks.variants import dropconnect_gradient

dropconnect_gradient.of_the_inputs(dropconnect_backward)
### BEGIN HIDDEN TESTS
dropconnect_gradient.of_the_inputs(dropconnect_backward, shape=(9, 4, 6), p=0.65, seed=302)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropconnect_backward-biases", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the gradient with respect to the biases.
from dropoutlab.checks.variants import dropconnect_gradient

dropconnect_gradient.of_the_biases(dropconnect_backward)
### BEGIN HIDDEN TESTS
dropconnect_gradient.of_the_biases(dropconnect_backward, shape=(9, 4, 6), p=0.65, seed=303)
### END HIDDEN TESTS

# %% [markdown]
# Does it agree with the numbers? As in notebook 3, the generator is seeded anew for every
# evaluation, so that all of them see the same coins.

# %%
rng = np.random.default_rng(0)
x, W, b, dz = (rng.normal(size=shape) for shape in ((5, 4), (4, 3), (3,), (5, 3)))


def loss(W):
    return (dz * dropconnect_forward(x, W, b, 0.4, np.random.default_rng(1))[0]).sum()


z, keep_W, keep_b = dropconnect_forward(x, W, b, 0.4, np.random.default_rng(1))
dx, dW, db = dropconnect_backward(dz, x, W, keep_W, keep_b)
numerical = np.empty_like(W)
for place in np.ndindex(*W.shape):
    step = np.zeros_like(W)
    step[place] = 1e-5
    numerical[place] = (loss(W + step) - loss(W - step)) / 2e-5
print(f"largest difference in dW: {np.abs(dW - numerical).max():.1e}")

# %% [markdown]
# ### DropConnect at inference: match the moments
#
# With bare coins a pre-activation in training has mean (1 − p)(xW + b). So why not use
# relu((1 − p)(xW + b)) at inference? Because a relu comes after the noise. In notebook 2 you saw
# what that does: the mean of a relu is not the relu of the mean.
#
# Wan et al. average over the noise instead, but without drawing weight masks. A pre-activation is
# a sum of many independent terms, so it is nearly Gaussian, and you know its mean and its
# variance. A weight that is kept with probability q = 1 − p contributes $x_iW_{ij}$ times a coin of
# variance pq, so
#
# $$ u \sim \mathcal N\big(\,q\,(xW + b),\;\; p\,q\,(x^2\,W^2 + b^2)\,\big), $$
#
# where the squares are taken entry by entry. Draw u a few times, apply the relu to **each** draw,
# then average.
#
# ### Exercise 4 · `dropconnect_inference`
#
# *Difficulty ●●○ · 8 minutes · 5 points*
#
# Write `dropconnect_inference(x, W, b, p, samples, rng)`.
#
# | | |
# |---|---|
# | `x`, `W`, `b`, `p` | as before |
# | `samples` | how many times u is drawn, a positive integer |
# | **returns** | (N, k): the mean of relu(u) over the draws. Every draw, example and unit has Gaussian noise of its own. |
# | **raises** | `ValueError` if p is not in [0, 1] |
#
# For example, x = [[2, 3]], W = [[1], [−1]], b = [1] and p = 0.5: xW + b = 0, so u has mean 0; its
# variance is 0.25·(4 + 9 + 1) = 3.5. relu(u) is 0 half of the time, and for very many samples the
# answer approaches $\sqrt{3.5/(2\pi)} \approx 0.746$. The relu of the mean would be 0.
#
# <details><summary>Hint 1: mean and variance in one line each</summary>
#
# `x @ W + b` is one, `x**2 @ W**2 + b**2` the other. The scale that `rng.normal` wants is a
# standard deviation.
#
# </details>
# <details><summary>Hint 2: all draws at once</summary>
#
# `rng.normal(mean, deviation, (samples, *mean.shape))` has one draw in each of its first entries.
# Which axis do you average over, and do you apply the relu before or after?
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dropconnect_inference", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropconnect_inference(x, W, b, p, samples, rng):
    """DropConnect at inference: average relu over Gaussian draws with the right moments.

    x: (N, d); W: (d, k); b: (k,), all left as they are
    p: probability with which a weight or a bias was dropped, in [0, 1]
    samples: number of draws
    rng: numpy.random.Generator
    Returns an array (N, k).
    """
    ### BEGIN SOLUTION
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    mean = (1 - p) * (x @ W + b)
    variance = p * (1 - p) * (x**2 @ W**2 + b**2)
    u = rng.normal(mean, np.sqrt(variance), (samples, *mean.shape))
    return relu(u).mean(axis=0)
    ### END SOLUTION


# %%
# Check: what do you average?
from dropoutlab.checks import check
from dropoutlab.checks.variants import dropconnect_moments

check(
    dropconnect_inference,
    dropconnect_moments.are_matched,
    dropconnect_moments.pass_the_relu_before_the_mean,
    dropconnect_moments.know_the_edges,
)

# %% nbgrader={"grade": true, "grade_id": "dropconnect_inference-moments", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: u has the mean and the variance that the coins give.
from dropoutlab.checks.variants import dropconnect_moments

dropconnect_moments.are_matched(dropconnect_inference)
### BEGIN HIDDEN TESTS
dropconnect_moments.are_matched(dropconnect_inference, ps=(0.35, 0.7), seed=401)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropconnect_inference-relu", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: relu first, then the mean over the samples.
from dropoutlab.checks.variants import dropconnect_moments

dropconnect_moments.pass_the_relu_before_the_mean(dropconnect_inference)
### BEGIN HIDDEN TESTS
dropconnect_moments.pass_the_relu_before_the_mean(dropconnect_inference, p=0.35, seed=402)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropconnect_inference-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: p = 0, p = 1, a p that is no probability, and inputs left alone.
from dropoutlab.checks.variants import dropconnect_moments

dropconnect_moments.know_the_edges(dropconnect_inference)
### BEGIN HIDDEN TESTS
dropconnect_moments.know_the_edges(dropconnect_inference, outside=(-1e-9, 1.0001, 30), seed=403)
### END HIDDEN TESTS

# %% [markdown]
# **Is it really Gaussian?** One digit, one unit, 4,000 weight masks from your
# `dropconnect_forward`. The curve is the normal distribution with the moments above; the bars
# on the right are three candidates for the unit's output at inference.

# %%
dropconnect_sums.draw(dropconnect_forward, dropconnect_inference, p=0.5)

# %%
dropconnect_sums.explore(dropconnect_forward, dropconnect_inference)

# %% [markdown]
# ## Spatial dropout: drop whole channels
#
# *What falls away: a channel of an example. Coins: (N, C, 1, 1). Scale: 1/(1 − p). At inference:
# nothing.*
#
# Suppose one entry of an image is dropped. How well can the next layer guess what it was, from its
# eight neighbours alone?

# %%
from dropoutlab.data import digits

images = digits(np.random.default_rng(0), n_train=1000).x_train.reshape(-1, 8, 8)
patches = np.lib.stride_tricks.sliding_window_view(images, (3, 3), axis=(1, 2)).reshape(-1, 9)
middle, neighbours = patches[:, 4], np.delete(patches, 4, axis=1)
neighbours = np.column_stack([neighbours, np.ones(len(neighbours))])
guess = neighbours @ np.linalg.lstsq(neighbours, middle)[0]
explained = 1 - ((middle - guess) ** 2).mean() / middle.var()
print(f"a linear guess explains {explained:.0%} of the variance of the middle pixel")

# %% [markdown]
# Neighbours tell much of the same story. If single entries are dropped, the entries next to them
# give them away, and the noise achieves less than p suggests. Tompson et al. (2015) therefore drop
# a **whole channel** of an example at once: now a filter's message is gone, and the next layer has
# to get by with the other filters.
#
# PyTorch calls it `Dropout2d`, Keras `SpatialDropout2D`. It is made for the feature maps of
# convolutional networks, and suits layers with many channels, which are usually the deeper ones.
# With few channels it is coarse: of 3 channels, p = 0.5 drops all three every eighth time.
#
# ### Exercise 5 · `spatial_dropout`
#
# *Difficulty ●○○ · 5 minutes · 5 points*
#
# Write `spatial_dropout(x, p, training, rng)`.
#
# | | |
# |---|---|
# | `x` | feature maps, (N, C, H, W) |
# | **returns** `output, mask` | `output` has the shape and dtype of `x`; `mask` has shape (N, C, 1, 1) or that of `x`, and `output = x * mask` |
# | in training | `mask` is 0 or 1/(1 − p), one coin for every channel of every example |
# | at inference | `output` is `x`, and `mask` is all ones |
# | at the edges | p = 1 in training: both are all zeros |
# | **raises** | `ValueError` in training if p is not in [0, 1] |
#
# For example, with p = 0.6 and x of shape (1, 3, 8, 8), the mask may be [[[[0]], [[2.5]], [[0]]]]:
# only the second channel stays, 2.5 times as large.
#
# <details><summary>Hint 1: which axes share a coin?</summary>
#
# Broadcasting stretches an axis of length 1. Give `sample_keep_mask` a shape with a 1 for every
# axis that shares its coin. Were the layout (N, H, W, C), which shape would it be?
#
# </details>
# <details><summary>Hint 2: you have written the rest before</summary>
#
# Plain dropout of an array of ones of shape (N, C, 1, 1) returns exactly the mask you need, in both
# modes and at the edges.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "spatial_dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
def spatial_dropout(x, p, training, rng):
    """Inverted dropout of whole channels (Tompson et al. 2015).

    x: floating-point array (N, C, H, W), left as it is
    p: probability of dropping a channel, in [0, 1]
    training: bool
    rng: numpy.random.Generator
    Returns (output, mask) with output = x * mask.
    """
    ### BEGIN SOLUTION
    one_per_map = np.ones((*x.shape[:2], 1, 1), x.dtype)
    _, mask = dropout_forward(one_per_map, p, training, rng)
    return x * mask, mask
    ### END SOLUTION


# %%
# Check: which entries fall together?
from dropoutlab.checks import check
from dropoutlab.checks.variants import spatial

check(
    spatial_dropout,
    spatial.drops_whole_channels,
    spatial.throws_a_coin_for_every_channel,
    spatial.scales_what_it_keeps,
    spatial.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "spatial_dropout-channels", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: in training, a channel is kept or dropped as a whole.
from dropoutlab.checks.variants import spatial

spatial.drops_whole_channels(spatial_dropout)
### BEGIN HIDDEN TESTS
spatial.drops_whole_channels(spatial_dropout, p=0.65, shape=(7, 4, 3, 6), seed=501)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "spatial_dropout-coins", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: every channel of every example has its own coin, with drop probability p.
from dropoutlab.checks.variants import spatial

spatial.throws_a_coin_for_every_channel(spatial_dropout)
### BEGIN HIDDEN TESTS
spatial.throws_a_coin_for_every_channel(spatial_dropout, p=0.65, seed=502)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "spatial_dropout-scale", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: in training, what is kept is multiplied by 1 / (1 - p), and the mask says so.
from dropoutlab.checks.variants import spatial

spatial.scales_what_it_keeps(spatial_dropout)
### BEGIN HIDDEN TESTS
spatial.scales_what_it_keeps(spatial_dropout, ps=(0.15, 0.85), seed=503)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "spatial_dropout-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inference, p = 0, p = 1, a wrong p, the dtype, and x left alone.
from dropoutlab.checks.variants import spatial

spatial.keeps_the_conventions(spatial_dropout)
### BEGIN HIDDEN TESTS
spatial.keeps_the_conventions(spatial_dropout, outside=(-1e-9, 1.0001, 30), seed=504)
### END HIDDEN TESTS

# %% [markdown]
# **The same digit, two ways.** Six filters look at one digit; each column is the map of one
# filter. Dropped entries are orange.

# %%
feature_maps.draw(dropout_forward, spatial_dropout, p=0.3)

# %% [markdown]
# ## DropBlock: drop patches
#
# *What falls away: squares of a channel. Coins: where a square starts. Scale: by what was really
# kept. At inference: nothing.*
#
# Single entries are too little, whole channels are a lot. In between lies DropBlock (Ghiasi, Lin
# and Le 2018): drop squares of b × b neighbouring entries, in each channel of each example
# separately. The authors use it in ResNets and let its rate rise slowly from 0 to p during
# training. With b = 1 it drops what plain dropout drops, with b = H = W what spatial dropout drops.
#
# **Where may a square start?** Its upper left corner is a *seed*. It has to lie so that the square
# fits: there are (H − b + 1) · (W − b + 1) such places. Count them for H = 4 and b = 3.
#
# **How likely is a seed?** Every seed removes b² entries. To remove a share p of all H · W
# entries, if squares never overlapped, each place is a seed with probability
#
# $$ \gamma = \frac{p}{b^2}\cdot\frac{H\,W}{(H-b+1)(W-b+1)}. $$
#
# **But they do overlap.** So fewer entries than p are dropped, and how many depends on the draw.
# Dividing by 1 − p would then be wrong. DropBlock divides by the share of entries that was
# **really** kept in this draw, over the whole array:
#
# $$ \text{mask} = \text{keep}\cdot\frac{\text{number of entries}}{\text{number of kept entries}}. $$
#
# In plain dropout that would be a mistake, since it makes the entries depend on each other. Here
# it is the definition, and with the thousands of entries of a layer the dependence is slight.
#
# ### Exercise 6 · `dropblock`
#
# *Difficulty ●●● · 12 minutes · 7 points*
#
# Write `dropblock(x, p, block_size, training, rng)`.
#
# | | |
# |---|---|
# | `x` | feature maps, (N, C, H, W); H and W may differ |
# | `p` | the share that would be dropped without overlaps, in [0, 1] |
# | `block_size` | b, an integer from 1 to the smaller of H and W |
# | **returns** `output, mask` | two arrays of the shape of `x` with `output = x * mask`; the output has the dtype of `x` |
# | in training | seeds with probability γ, independently, in each channel of each example; `mask` is 0 in the b × b squares that they start, and elsewhere (number of entries)/(number of kept entries) |
# | at inference | `output` is `x`, and `mask` is all ones |
# | at the edges | if nothing is kept, both are all zeros |
# | **raises** | `ValueError` in training if p is not in [0, 1] |
#
# For example, H = W = 4, b = 3, p = 0.25: there are 2 · 2 places for a seed, and
# γ = 0.25/9 · 16/4 = 0.111. If in an array of one such map there is one seed, in the upper right
# place, then 9 of 16 entries are dropped and the rest is multiplied by 16/7:
#
# ```
# 2.29  0     0     0
# 2.29  0     0     0
# 2.29  0     0     0
# 2.29  2.29  2.29  2.29
# ```
#
# <details><summary>Hint 1: the seeds</summary>
#
# They are coins of shape (N, C, H − b + 1, W − b + 1). `~sample_keep_mask(shape, gamma, rng)` is
# `True` with probability γ.
#
# </details>
# <details><summary>Hint 2: from seeds to squares</summary>
#
# A seed at (r, s) drops the entries (r + i, s + j) for i and j from 0 to b − 1. Loop over i and j,
# not over seeds: `dropped[:, :, i : i + H - b + 1, j : j + W - b + 1] |= seeds` moves all seeds
# at once.
#
# </details>
# <details><summary>Hint 3: the last step</summary>
#
# `keep.size` and `keep.sum()`. When is the second 0?
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dropblock", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropblock(x, p, block_size, training, rng):
    """Drop squares of feature maps and divide by the share that is left (Ghiasi et al. 2018).

    x: floating-point array (N, C, H, W), left as it is
    p: share to drop if squares did not overlap, in [0, 1]
    block_size: edge of the squares, from 1 to min(H, W)
    training: bool
    rng: numpy.random.Generator
    Returns (output, mask), two arrays of the shape of x with output = x * mask.
    """
    ### BEGIN SOLUTION
    if not training:
        return x, np.ones_like(x)
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    n_examples, n_channels, height, width = x.shape
    rows, columns = height - block_size + 1, width - block_size + 1
    gamma = min(p / block_size**2 * height * width / (rows * columns), 1.0)
    seeds = ~sample_keep_mask((n_examples, n_channels, rows, columns), gamma, rng)
    keep = np.ones(x.shape, dtype=bool)
    for i in range(block_size):
        for j in range(block_size):
            keep[:, :, i : i + rows, j : j + columns] &= ~seeds
    n_kept = int(keep.sum())
    mask = keep.astype(x.dtype) * (keep.size / n_kept if n_kept else 0.0)
    return x * mask, mask
    ### END SOLUTION


# %%
# Check: what do your squares look like?
from dropoutlab.checks import check
from dropoutlab.checks.variants import blocks

check(
    dropblock,
    blocks.are_squares_inside_the_map,
    blocks.start_with_probability_gamma,
    blocks.fall_in_every_channel_by_itself,
    blocks.leave_the_mean_by_the_share_kept,
    blocks.keep_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "dropblock-squares", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: what is dropped is made of b x b squares inside the map.
from dropoutlab.checks.variants import blocks

blocks.are_squares_inside_the_map(dropblock)
### BEGIN HIDDEN TESTS
blocks.are_squares_inside_the_map(dropblock, cases=((5, (11, 13)), (2, (9, 6))), seed=601)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropblock-gamma", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: a square starts with probability gamma, everywhere.
from dropoutlab.checks.variants import blocks

blocks.start_with_probability_gamma(dropblock)
### BEGIN HIDDEN TESTS
blocks.start_with_probability_gamma(dropblock, p=0.3, block_size=2, size=(3, 9), seed=602)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropblock-coins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: every channel of every example has its own seeds.
from dropoutlab.checks.variants import blocks

blocks.fall_in_every_channel_by_itself(dropblock)
### BEGIN HIDDEN TESTS
blocks.fall_in_every_channel_by_itself(dropblock, p=0.2, seed=603)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropblock-scale", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: what is kept is divided by the share that was kept.
from dropoutlab.checks.variants import blocks

blocks.leave_the_mean_by_the_share_kept(dropblock)
### BEGIN HIDDEN TESTS
blocks.leave_the_mean_by_the_share_kept(dropblock, ps=(0.15, 0.5), seed=604)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropblock-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inference, p = 0, nothing kept, a wrong p, the dtype, and x left alone.
from dropoutlab.checks.variants import blocks

blocks.keep_the_conventions(dropblock)
### BEGIN HIDDEN TESTS
blocks.keep_the_conventions(dropblock, outside=(-1e-9, 1.0001, 30), seed=605)
### END HIDDEN TESTS

# %% [markdown]
# **Three ways to drop from one digit.** All three aim at the same share.

# %%
feature_maps.draw(dropout_forward, spatial_dropout, dropblock, p=0.3, block_size=3)

# %% [markdown]
# Move the block size to 1 and then to 8. Which of the other two rows does the last row resemble?

# %%
feature_maps.explore(dropout_forward, spatial_dropout, dropblock)

# %% [markdown]
# How far below p is the share that is really dropped? The cell also asks what would happen with
# γ = p/b², which is in circulation and forgets that squares have to fit.

# %%
rng = np.random.default_rng(0)
for size, block_size in ((8, 3), (16, 7)):
    x, p = np.ones((200, 10, size, size)), 0.25
    share = (dropblock(x, p, block_size, True, rng)[1] == 0).mean()
    fits = ((size - block_size + 1) / size) ** 2  # undoes the second factor of gamma
    short = (dropblock(x, p * fits, block_size, True, rng)[1] == 0).mean()
    print(
        f"{size}x{size} maps, b = {block_size}, p = {p}: {share:.3f} dropped; with p/b² {short:.3f}"
    )

# %% [markdown]
# ## Alpha dropout: keep mean and variance
#
# *What falls away: one activation. What replaces it: −1.758. Scale: an affine map. At inference:
# nothing.*
#
# Networks with SELU units (Klambauer et al. 2017) have a remarkable property: with suitable first
# weights their activations are drawn towards mean 0 and variance 1, layer after layer, without
# batch normalisation. Plain dropout disturbs that. It keeps the mean, but the variance of an
# activation with mean 0 and variance 1 becomes 1/(1 − p).
#
# Alpha dropout repairs this in two steps. Zero is a value like any other for SELU; "off" is the
# far left of the curve, where it saturates at
#
# $$ \alpha' = -\lambda\alpha = -1.0507\cdot 1.6733 = -1.7581. $$
#
# So dropped entries are **set to α′**. Then everything is stretched and shifted, y = a·(…) + b, so
# that mean 0 and variance 1 come out again. If x has mean 0 and variance 1 and q = 1 − p is the
# share kept, then after the first step the mean is pα′ and the variance q + pq·α′². Hence
#
# $$ a = \frac{1}{\sqrt{q + p\,q\,\alpha'^2}}, \qquad b = -a\,p\,\alpha'. $$
#
# Where does q + pq·α′² come from? From the mean of the square, q·1 + p·α′², minus the square of
# the mean, p²α′². In PyTorch it is `AlphaDropout`; `FeatureAlphaDropout` drops whole channels. It
# belongs to SELU: with other units nothing promises the mean 0 and the variance 1 that it assumes.
#
# ### Exercise 7 · `alpha_dropout`
#
# *Difficulty ●●○ · 8 minutes · 5 points*
#
# Write `alpha_dropout(x, p, training, rng)`.
#
# | | |
# |---|---|
# | `x` | activations, any shape |
# | **returns** `output, slope` | two arrays of the shape of `x`; the output has the dtype of `x` |
# | in training | `output` is a·x + b where an entry is kept and a·α′ + b where it is dropped |
# | | `slope` is the derivative of each output with respect to its x, so that dx = dy · slope |
# | at inference | `output` is `x`, and `slope` is all ones |
# | at the edges | p = 1 in training: both are all zeros |
# | **raises** | `ValueError` in training if p is not in [0, 1] |
#
# For example, p = 0.1 has a = 0.9213 and b = 0.1620. For x = [1, −0.5, 2] with the first entry
# dropped, the output is [−1.4577, −0.2987, 2.0046] and the slope [0, 0.9213, 0.9213].
#
# <details><summary>Hint 1: the value "off"</summary>
#
# `-SELU_SCALE * SELU_ALPHA`, from the given cell. `np.where(keep, x, value)` chooses entry by
# entry.
#
# </details>
# <details><summary>Hint 2: the slope</summary>
#
# A dropped entry does not depend on x at all. By what is a kept one multiplied? Unlike before, the
# output is not x · slope.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "alpha_dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
def alpha_dropout(x, p, training, rng):
    """Dropout for SELU networks: mean 0 and variance 1 stay (Klambauer et al. 2017).

    x: floating-point array of any shape, left as it is
    p: probability of dropping an entry, in [0, 1]
    training: bool
    rng: numpy.random.Generator
    Returns (output, slope), two arrays of the shape of x; slope is d output / d x.
    """
    ### BEGIN SOLUTION
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    if p == 1:
        return np.zeros_like(x), np.zeros_like(x)
    off, q = -SELU_SCALE * SELU_ALPHA, 1 - p
    a = (q + p * q * off**2) ** -0.5
    b = -a * p * off
    return a * np.where(keep, x, off) + b, a * keep.astype(x.dtype)
    ### END SOLUTION


# %%
# Check: what do your outputs look like?
from dropoutlab.checks import check
from dropoutlab.checks.variants import alpha

check(
    alpha_dropout,
    alpha.sets_kept_and_dropped_values,
    alpha.returns_the_slope,
    alpha.drops_with_own_coins,
    alpha.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "alpha_dropout-values", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: a x + b where an entry is kept, a alpha' + b where it is dropped.
from dropoutlab.checks.variants import alpha

alpha.sets_kept_and_dropped_values(alpha_dropout)
### BEGIN HIDDEN TESTS
alpha.sets_kept_and_dropped_values(alpha_dropout, ps=(0.05, 0.35, 0.85), seed=701)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "alpha_dropout-slope", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the slope is a where an entry is kept and 0 where it is dropped.
from dropoutlab.checks.variants import alpha

alpha.returns_the_slope(alpha_dropout)
### BEGIN HIDDEN TESTS
alpha.returns_the_slope(alpha_dropout, ps=(0.05, 0.35, 0.85), seed=702)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "alpha_dropout-coins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: every entry has its own coin from rng, with drop probability p.
from dropoutlab.checks.variants import alpha

alpha.drops_with_own_coins(alpha_dropout)
### BEGIN HIDDEN TESTS
alpha.drops_with_own_coins(alpha_dropout, p=0.65, seed=703)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "alpha_dropout-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inference, p = 0, p = 1, a wrong p, the dtype, and x left alone.
from dropoutlab.checks.variants import alpha

alpha.keeps_the_conventions(alpha_dropout)
### BEGIN HIDDEN TESTS
alpha.keeps_the_conventions(alpha_dropout, outside=(-1e-9, 1.0001, 30), seed=704)
### END HIDDEN TESTS

# %% [markdown]
# **Twenty layers of SELU.** Normal inputs run through 20 random layers with dropout after each.
# Which of the three lines stays where SELU wants it?

# %%
selu_depth.draw(alpha_dropout, dropout_forward, p=0.1)

# %%
selu_depth.explore(alpha_dropout, dropout_forward)

# %% [markdown]
# ## Monte Carlo dropout: leave it on
#
# *What falls away: what was dropped in training. At inference: the same again, many times.*
#
# Everything so far got rid of the noise at inference. Gal and Ghahramani (2016) keep it. Run the
# trained network T times on the same x, each time with new masks, and look at the answers
# $\hat y_1, \dots, \hat y_T$. Their mean is a prediction. What does their spread say?
#
# The hope is this: where the thinned networks agree, the data has pinned them down; where they
# disagree, it has not. Read as approximate Bayesian inference, the predictive variance has two
# parts:
#
# $$ \operatorname{Var}[y] \;\approx\; \underbrace{\tau^{-1}}_{\text{noise in the data}} \;+\; \underbrace{\frac1T\sum_t \hat y_t^2 - \Big(\frac1T\sum_t \hat y_t\Big)^2}_{\text{disagreement of the networks}}. $$
#
# The second part is about the *function*. The first, 1/τ, is the variance of the observations
# around it: without it, the band would say where the function is and not where the next data point
# will fall. In the paper τ follows from the training settings, τ = (1 − p)·ℓ²/(2Nλ), with a prior
# length scale ℓ, N examples and weight decay λ. Here it is given.
#
# Two things go wrong in practice. `eval()` switches dropout off, and then the spread is exactly 0.
# Putting the *whole* model back into training mode switches batch normalisation as well; only the
# dropout layers may be switched. For a classifier, average the probabilities, not the logits and
# not the votes.
#
# ### Exercise 8 · `mc_moments`
#
# *Difficulty ●○○ · 6 minutes · 4 points*
#
# Write `mc_moments(predict, x, samples, tau, rng)`.
#
# | | |
# |---|---|
# | `predict` | a function: `predict(x, rng)` runs the network once on `x`, with masks drawn from `rng`, and returns an array |
# | `x` | what the network is run on |
# | `samples` | T, how often to call `predict`, a positive integer |
# | `tau` | precision (1/variance) of the noise in the data, positive |
# | **returns** `mean, variance` | two arrays of the shape that `predict` returns, entry by entry as in the formula, with 1/T and not 1/(T − 1) |
#
# For example, if T = 2 passes give [1, 4] and [3, 4] and τ = 10, the mean is [2, 4] and the
# variance [1.1, 0.1].
#
# <details><summary>Hint 1: T passes</summary>
#
# `predict(x, rng)` moves the generator on, so calling it again gives a pass with new masks. Collect
# the answers in a list.
#
# </details>
# <details><summary>Hint 2: which axis?</summary>
#
# `np.stack` puts the passes one behind the other on a new first axis. `np.mean` and `np.var` take
# the axis to go along. With nothing else said, they go along all of them.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "mc_moments", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mc_moments(predict, x, samples, tau, rng):
    """Mean and variance of Monte Carlo dropout (Gal and Ghahramani 2016).

    predict: function (x, rng) -> array, one pass with dropout on
    x: what predict is called with
    samples: number of passes
    tau: precision of the noise in the data
    rng: numpy.random.Generator
    Returns (mean, variance), two arrays of the shape that predict returns.
    """
    ### BEGIN SOLUTION
    passes = np.stack([predict(x, rng) for _ in range(samples)])
    return passes.mean(axis=0), passes.var(axis=0) + 1 / tau
    ### END SOLUTION


# %%
# Check: what are your moments made of?
from dropoutlab.checks import check
from dropoutlab.checks.variants import monte_carlo

check(
    mc_moments,
    monte_carlo.asks_for_new_passes,
    monte_carlo.mean_is_right,
    monte_carlo.variance_is_right,
)

# %% nbgrader={"grade": true, "grade_id": "mc_moments-passes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: predict is called `samples` times, with x and with rng.
from dropoutlab.checks.variants import monte_carlo

monte_carlo.asks_for_new_passes(mc_moments)
### BEGIN HIDDEN TESTS
monte_carlo.asks_for_new_passes(mc_moments, samples=5, seed=801)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mc_moments-mean", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the mean over the passes.
from dropoutlab.checks.variants import monte_carlo

monte_carlo.mean_is_right(mc_moments)
### BEGIN HIDDEN TESTS
monte_carlo.mean_is_right(mc_moments, shapes=((9,), (3, 5)), samples=6, seed=802)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mc_moments-variance", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the variance over the passes plus the noise in the data.
from dropoutlab.checks.variants import monte_carlo

monte_carlo.variance_is_right(mc_moments)
### BEGIN HIDDEN TESTS
monte_carlo.variance_is_right(mc_moments, tau=40.0, samples=6, seed=803)
### END HIDDEN TESTS

# %% [markdown]
# **An error bar that can be checked.** Two networks, alike in everything, have learned from 60
# noisy points each. Both data sets have a gap in the middle; the curves behind them differ. The
# band is your mean ± 2 standard deviations. Because we know the true curves, we can draw *new*
# points and count how many the band contains. It should be about 95 %, in the gap as well.
#
# Before you run the cell, which trains both: will the band be right in both gaps?

# %%
mc_band.draw(mc_moments, p=0.1)

# %% [markdown]
# Compare the widths in the two gaps with the errors in them. Then look at the other p, and at
# 5 passes instead of 100.

# %%
mc_band.explore(mc_moments)

# %% [markdown]
# On the data the band is honest in both. In the gap on the right it is hardly wider than on the
# data, and it misses the curve. The masks know nothing about where the data is: a network that
# goes straight through a gap does so under most of its masks, so the thinned networks agree with
# each other and are wrong together. And the width is set by p as much as by the data, with p a
# choice of yours. Use the spread of Monte Carlo dropout as a **heuristic** that ranks inputs by how
# unsure the network is, and check it on held-out data before anybody relies on the numbers.

# %% [markdown]
# ## Recurrent networks: when to throw the coins
#
# A recurrent network reads a sequence step by step and carries a hidden state along:
#
# $$ h_t \;=\; \tanh(x_t W_x + h_{t-1} W_h + b), \qquad h_0 = 0. $$
#
# Where would you put dropout here, and how often would you throw the coins?
#
# The obvious answer, new coins everywhere at every step, fails. What a unit of h remembers must
# pass a coin at *each* step, so after T steps it is still there with probability $(1-p)^T$. At
# p = 0.25 and T = 20 that is $0.75^{20} \approx 0.003$. Three better answers are in use.
#
# | | where | coins |
# |---|---|---|
# | Zaremba, Sutskever and Vinyals 2014 | only on the way up: the inputs of a layer, never h on its way to the next step | new ones at every step |
# | Gal and Ghahramani 2016, *variational RNN* | inputs and h | once per **sequence**, the same at all its steps |
# | Semeniuta, Severyn and Barth 2016, *recurrent dropout* | only what is about to be written into the memory of an LSTM | every step, or once per sequence |
#
# The second one is called variational because it follows from approximating a posterior over the
# weights: one sample of the weights reads the whole sequence. Keras's `recurrent_dropout` is of
# this kind. The paper drops word *types* as well, so that a word is missing from a sentence
# everywhere or nowhere. Relatives: RnnDrop (Moon et al. 2015) has one mask per sequence on the
# LSTM's memory, AWD-LSTM (Merity et al. 2017) puts DropConnect on $W_h$.
#
# ### Exercise 9 · `variational_rnn`
#
# *Difficulty ●●○ · 12 minutes · 6 points*
#
# Write `variational_rnn(x, W_x, W_h, b, p, training, rng)`, the second answer:
#
# $$ h_t \;=\; \tanh\big((x_t \odot m_x)\, W_x + (h_{t-1} \odot m_h)\, W_h + b\big). $$
#
# | | |
# |---|---|
# | `x` | N sequences of T steps with d inputs each, (N, T, d) |
# | `W_x`, `W_h`, `b` | (d, H), (H, H) and (H,) |
# | **returns** `h, mask_x, mask_h` | all hidden states (N, T, H), *not* masked themselves; the scaled masks (N, d) and (N, H) |
# | at inference | both masks are all ones |
#
# For example, take one unit, one input, $W_x$ = 0.4, $W_h$ = 0.8, b = 0, x = 1, 1 and p = 0.2.
# With both masks 1.25, $h_1 = \tanh(0.5) = 0.462$ and $h_2 = \tanh(0.5 + 1.25\cdot 0.8\cdot
# 0.462) = 0.745$. With $m_h = 0$, $h_2 = \tanh(0.5) = 0.462$ again: no memory.
#
# <details><summary>Hint 1: a mask without an output</summary>
#
# `dropout_forward` returns its mask as well, in both modes. What array of shape (N, d) could you
# hand in?
#
# </details>
# <details><summary>Hint 2: where do the masks stand in the code?</summary>
#
# Before the loop over t, both of them. In the loop nothing is random.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "variational_rnn", "locked": false, "schema_version": 3, "solution": true, "task": false}
def variational_rnn(x, W_x, W_h, b, p, training, rng):
    """A tanh RNN with one mask per sequence on its inputs and its hidden state (Gal 2016).

    x: (N, T, d); W_x: (d, H); W_h: (H, H); b: (H,)
    p: probability of dropping, in [0, 1]
    Returns (h, mask_x, mask_h) of shapes (N, T, H), (N, d) and (N, H).
    """
    ### BEGIN SOLUTION
    n, steps, n_in = x.shape
    _, mask_x = dropout_forward(np.ones((n, n_in), x.dtype), p, training, rng)
    _, mask_h = dropout_forward(np.ones((n, len(b)), x.dtype), p, training, rng)
    h = np.zeros((n, len(b)), x.dtype)
    states = []
    for t in range(steps):
        h = np.tanh((x[:, t] * mask_x) @ W_x + (h * mask_h) @ W_h + b)
        states.append(h)
    return np.stack(states, axis=1), mask_x, mask_h
    ### END SOLUTION


# %%
# Check: when does your RNN throw its coins?
from dropoutlab.checks import check
from dropoutlab.checks.variants import locked_masks

check(
    variational_rnn,
    locked_masks.throws_coins_once_per_sequence,
    locked_masks.uses_its_masks_at_every_step,
    locked_masks.rests_at_inference,
    locked_masks.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "variational_rnn-masks", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: a coin for every sequence and every unit.
from dropoutlab.checks.variants import locked_masks

locked_masks.throws_coins_once_per_sequence(variational_rnn)
### BEGIN HIDDEN TESTS
locked_masks.throws_coins_once_per_sequence(variational_rnn, p=0.65, seed=901)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "variational_rnn-steps", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: every step uses these masks, on x and on h.
from dropoutlab.checks.variants import locked_masks

locked_masks.uses_its_masks_at_every_step(variational_rnn)
### BEGIN HIDDEN TESTS
locked_masks.uses_its_masks_at_every_step(variational_rnn, ps=(0.35, 0.45), seed=902)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "variational_rnn-inference", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: at inference it is the plain RNN.
from dropoutlab.checks.variants import locked_masks

locked_masks.rests_at_inference(variational_rnn)
### BEGIN HIDDEN TESTS
locked_masks.rests_at_inference(variational_rnn, ps=(0.35, 1.0), seed=903)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "variational_rnn-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: nothing handed in is changed, every p is handled.
from dropoutlab.checks.variants import locked_masks

locked_masks.keeps_the_conventions(variational_rnn)
### BEGIN HIDDEN TESTS
locked_masks.keeps_the_conventions(variational_rnn, outside=(-1e-9, 1.0001, 30), seed=904)
### END HIDDEN TESTS

# %% [markdown]
# **Your masks through time.** Two sequences, twenty steps each. On the left, your function reads a
# whole sequence; on the right, it is called anew at every step and so throws new coins each time.
# Which side would you call a thinned network?

# %%
masks_over_time.draw(variational_rnn, p=0.4)

# %% [markdown]
# On the left a column is blue or grey throughout: one thinned network reads the sequence, and
# another one the next sequence. On the right the network changes under the text.

# %%
masks_over_time.explore(variational_rnn)

# %% [markdown]
# ## Recurrent dropout: only what is new
#
# An LSTM keeps its memory c apart from its output h. At each step the gates f, i and o, numbers
# between 0 and 1, decide how much is forgotten, written and shown; g in (−1, 1) is the candidate
# for writing:
#
# $$ c_t = f \odot c_{t-1} + i \odot g, \qquad h_t = o \odot \tanh(c_t). $$
#
# Which of these may be dropped at every step without wiping out what was learned long ago?
#
# <details><summary>Think first, then open.</summary>
#
# Only i ⊙ g, the new part. A coin on $c_{t-1}$ or on $c_t$ is a coin on everything that was ever
# stored. A coin on g costs this step's news and nothing else.
#
# </details>
#
# This is *recurrent dropout* (Semeniuta et al. 2016): $c_t = f \odot c_{t-1} + i \odot
# \mathrm{dropout}(g)$. New coins at every step do no harm now.
#
# ### Exercise 10 · `recurrent_dropout_step`
#
# *Difficulty ●○○ · 6 minutes · 5 points*
#
# Write `recurrent_dropout_step(i, f, o, g, c, p, training, rng)`, one step of such an LSTM.
#
# | | |
# |---|---|
# | `i`, `f`, `o` | gates, after their sigmoid, (N, H) |
# | `g` | candidate, after its tanh, (N, H) |
# | `c` | memory before the step, (N, H) |
# | **returns** `h, c_new` | output and memory after the step, (N, H) |
# | at inference | the plain LSTM |
#
# For example, with i = 0.5, f = 0.9, o = 0.5, g = 0.8, c = 2 and p = 0.2: if g is kept, it counts
# as 1, so the new memory is 1.8 + 0.5 = 2.3 and h = 0.490. If g is dropped, the memory is 1.8 and
# h = 0.473. A memory of 0.5 never occurs: that would be the news without the old.
#
# <details><summary>Hint 1: how many lines?</summary>
#
# One line drops, one line updates the memory, one returns.
#
# </details>
# <details><summary>Hint 2: both modes at once</summary>
#
# `dropout_forward` knows what to do in training and at inference. You need its output, not its mask.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "recurrent_dropout_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    """One LSTM step that drops only its candidate (Semeniuta et al. 2016).

    i, f, o, g, c: gates, candidate and memory, all (N, H)
    Returns (h, c_new), both (N, H).
    """
    ### BEGIN SOLUTION
    dropped, _ = dropout_forward(g, p, training, rng)
    c_new = f * c + i * dropped
    return o * np.tanh(c_new), c_new
    ### END SOLUTION


# %%
# Check: what does your step drop?
from dropoutlab.checks import check
from dropoutlab.checks.variants import candidate

check(
    recurrent_dropout_step,
    candidate.drops_only_the_candidate,
    candidate.throws_own_coins,
    candidate.lets_the_output_be,
    candidate.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "recurrent_dropout_step-candidate", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the candidate is dropped and rescaled, the memory is not.
from dropoutlab.checks.variants import candidate

candidate.drops_only_the_candidate(recurrent_dropout_step)
### BEGIN HIDDEN TESTS
candidate.drops_only_the_candidate(recurrent_dropout_step, ps=(0.35, 0.9), seed=1001)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "recurrent_dropout_step-coins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: every entry has its own coin.
from dropoutlab.checks.variants import candidate

candidate.throws_own_coins(recurrent_dropout_step)
### BEGIN HIDDEN TESTS
candidate.throws_own_coins(recurrent_dropout_step, p=0.65, seed=1002)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "recurrent_dropout_step-output", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the output is read from the new memory.
from dropoutlab.checks.variants import candidate

candidate.lets_the_output_be(recurrent_dropout_step)
### BEGIN HIDDEN TESTS
candidate.lets_the_output_be(recurrent_dropout_step, ps=(0.35,), seed=1003)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "recurrent_dropout_step-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inference is the plain LSTM, and the conventions hold.
from dropoutlab.checks.variants import candidate

candidate.keeps_the_conventions(recurrent_dropout_step)
### BEGIN HIDDEN TESTS
candidate.keeps_the_conventions(recurrent_dropout_step, outside=(-1e-9, 1.0001, 30), seed=1004)
### END HIDDEN TESTS

# %% [markdown]
# **How long does a memory last?** A thousand cells hold a 1 and should hold it: f = 1, and nothing
# is written. Your two functions against new coins on the memory at every step. Before you look:
# those naive coins are rescaled by 1/(1 − p), so the *mean* over all cells stays 1. What does a
# single cell look like?

# %%
memory_loss.draw(variational_rnn, recurrent_dropout_step, p=0.25)

# %% [markdown]
# Naive coins: every cell climbs the same line, by 1/(1 − p) at each step, until a coin kills it. Over
# all masks the mean is 1 and the variance $(1-p)^{-T} - 1$, so soon nearly all cells are empty and
# the mean of your thousand hangs on a few giants. Gal's masks silence a share of p once and leave the
# others alone. Semeniuta's memory does not notice.

# %%
memory_loss.explore(variational_rnn, recurrent_dropout_step)

# %% [markdown]
# ## Stochastic depth: drop whole blocks
#
# A residual block computes x + f(x): a branch f beside a path on which x simply passes, the *skip
# connection*. What is left if the branch is dropped? The identity, which is a perfectly good
# layer. So whole blocks can be dropped, and the network is trained at a random depth.
#
# *Stochastic depth* (Huang et al. 2016) drops late blocks more often than early ones, since
# everybody downstream builds on the features of these. With L blocks, block l is dropped with
# probability
#
# $$ p_l \;=\; \frac{l}{L}\; p_L, \qquad l = 1, \dots, L. $$
#
# The paper writes it for *survival*, $1 - \frac{l}{L}(1 - p_L)$ with its $p_L$ the probability that
# the last block survives. Half is its choice for the last block. How deep is the network then on
# average? The expected depth is $L - \sum_l p_l = L - p_L (L+1)/2$, which is $(3L-1)/4$ at one half:
# 40.25 of 54 blocks.
#
# ### Exercise 11 · `drop_rates`
#
# *Difficulty ●○○ · 5 minutes · 3 points*
#
# Write `drop_rates(n_blocks, p_last)`.
#
# | | |
# |---|---|
# | `n_blocks` | L, at least 1 |
# | `p_last` | drop probability of the last block, in [0, 1] |
# | **returns** | array (L,) of drop probabilities, from the first block to the last |
# | **raises** | `ValueError` if `p_last` is not in [0, 1] |
#
# For example, `drop_rates(4, 0.2)` is [0.05, 0.1, 0.15, 0.2].
#
# <details><summary>Hint 1: the numbers l</summary>
#
# They are `np.arange(1, n_blocks + 1)`.
#
# </details>
# <details><summary>Hint 2: is your first entry 0?</summary>
#
# Then you count from zero. Libraries such as timm do that, and their first block is never dropped;
# the paper does not. With one block there is only p_last.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "drop_rates", "locked": false, "schema_version": 3, "solution": true, "task": false}
def drop_rates(n_blocks, p_last):
    """The drop probability of every block of a stochastic-depth network (Huang et al. 2016).

    Returns an array (n_blocks,) that grows linearly and ends with p_last.
    """
    ### BEGIN SOLUTION
    if not 0 <= p_last <= 1:
        raise ValueError(f"p_last is a probability, in [0, 1], and not {p_last}.")
    return np.arange(1, n_blocks + 1) / n_blocks * p_last
    ### END SOLUTION


# %%
# Check: are these the paper's rates?
from dropoutlab.checks import check
from dropoutlab.checks.variants import decay

check(drop_rates, decay.grows_linearly, decay.knows_the_edges)

# %% nbgrader={"grade": true, "grade_id": "drop_rates-line", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the straight line.
from dropoutlab.checks.variants import decay

decay.grows_linearly(drop_rates)
### BEGIN HIDDEN TESTS
decay.grows_linearly(drop_rates, cases=((2, 0.5), (54, 0.3)))
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "drop_rates-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: one block, p_last = 0 and 1, and a p_last that is no probability.
from dropoutlab.checks.variants import decay

decay.knows_the_edges(drop_rates)
### BEGIN HIDDEN TESTS
decay.knows_the_edges(drop_rates, outside=(-1e-9, 1.0001, 30))
### END HIDDEN TESTS

# %% [markdown]
# ### The block in two forms
#
# | | the paper | today's libraries (`drop_path` in timm, mode "row" in torchvision) |
# |---|---|---|
# | coin | one for the **mini-batch** | one for each **example** |
# | training | x + f(x) if kept, x if dropped | x + f(x)/(1 − p) if kept, x if dropped |
# | inference | x + (1 − p)·f(x) | x + f(x) |
#
# It is vanilla and inverted dropout once more. Only the branch is ever scaled, never x. The
# paper's form saves time: a dropped block is not computed for anybody. (The paper puts a ReLU
# around the sum; here it belongs to what comes after.)
#
# Does it help the gradient as well? On its way back it has fewer blocks to pass. Huang et al. plot
# the mean size of the gradients over the epochs and find them larger with stochastic depth than
# without. That is their experiment; we do not repeat it here.
#
# Three names that are often mixed up:
#
# - **DropPath** comes from FractalNet (Larsson et al. 2016), which drops paths where several join
#   and always keeps at least one. In today's libraries the name means the right column of the table.
# - **LayerDrop** (Fan et al. 2019) drops layers of a transformer, all with the same probability,
#   and rescales nothing. Its aim is another one: after training, layers can be taken out for good.
# - **Stochastic depth** is the table above, with rates that grow.
#
# ### Exercise 12 · `stochastic_depth`
#
# *Difficulty ●●○ · 12 minutes · 8 points*
#
# Write `stochastic_depth(x, f, p, form, training, rng)`.
#
# | | |
# |---|---|
# | `x` | a batch of N examples, (N, ...) with any number of further axes |
# | `f` | the branch, a function from arrays to arrays of the same shape |
# | `p` | drop probability of this block |
# | `form` | `"paper"` or `"today"`, the columns of the table |
# | **returns** | array of the shape of `x` |
# | in the form `"paper"` | in training, `f` is called once if the block is kept, and not at all if it is dropped |
# | **raises** | `ValueError` in training if p is not in [0, 1] |
#
# For example, with x = 3, f(x) = 2 and p = 0.75: `"paper"` gives 3 or 5 in training and 3.5 at
# inference, `"today"` gives 3 or 11 in training and 5 at inference.
#
# <details><summary>Hint 1: a coin for each example</summary>
#
# A mask of shape (N, 1, ..., 1) stretches over everything that belongs to an example. With
# `x.ndim` axes, how many ones are these?
#
# </details>
# <details><summary>Hint 2: the coin first</summary>
#
# In the paper's form, decide before you compute: `f(x) * 0` costs as much as `f(x)`.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "stochastic_depth", "locked": false, "schema_version": 3, "solution": true, "task": false}
def stochastic_depth(x, f, p, form, training, rng):
    """A residual block x + f(x) whose branch is dropped with probability p.

    form: "paper" (Huang et al. 2016) or "today" (one coin per example, rescaled in training)
    Returns an array of the shape of x, (N, ...).
    """
    ### BEGIN SOLUTION
    if form == "paper":
        if not training:
            return x + (1 - p) * f(x)
        return x + f(x) if sample_keep_mask((1,), p, rng)[0] else x.copy()
    one_per_example = np.ones((len(x),) + (1,) * (x.ndim - 1), x.dtype)
    _, mask = dropout_forward(one_per_example, p, training, rng)
    return x + f(x) * mask
    ### END SOLUTION


# %%
# Check: both forms, both modes.
from dropoutlab.checks import check
from dropoutlab.checks.variants import depth

check(
    stochastic_depth,
    depth.follows_the_paper,
    depth.skips_the_work,
    depth.follows_todays_form,
    depth.rests_at_inference,
    depth.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "stochastic_depth-paper", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the paper's form in training.
from dropoutlab.checks.variants import depth

depth.follows_the_paper(stochastic_depth)
### BEGIN HIDDEN TESTS
depth.follows_the_paper(stochastic_depth, p=0.93, runs=90, seed=1201)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "stochastic_depth-work", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: a dropped block is not computed.
from dropoutlab.checks.variants import depth

depth.skips_the_work(stochastic_depth)
### BEGIN HIDDEN TESTS
depth.skips_the_work(stochastic_depth, p=0.6, runs=6, seed=1202)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "stochastic_depth-today", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: today's form in training.
from dropoutlab.checks.variants import depth

depth.follows_todays_form(stochastic_depth)
### BEGIN HIDDEN TESTS
depth.follows_todays_form(stochastic_depth, p=0.65, seed=1203)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "stochastic_depth-inference", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: both forms at inference.
from dropoutlab.checks.variants import depth

depth.rests_at_inference(stochastic_depth)
### BEGIN HIDDEN TESTS
depth.rests_at_inference(stochastic_depth, ps=(0.35, 0.9), seed=1204)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "stochastic_depth-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the conventions.
from dropoutlab.checks.variants import depth

depth.keeps_the_conventions(stochastic_depth)
### BEGIN HIDDEN TESTS
depth.keeps_the_conventions(stochastic_depth, outside=(-1e-9, 30), seed=1205)
### END HIDDEN TESTS

# %% [markdown]
# **The staircase.** Left, your rates as probabilities to survive. Right, 2,000 examples run
# through your blocks, and how many of the blocks each one has met.

# %%
depth_staircase.draw(drop_rates, stochastic_depth, n_blocks=18, p=0.5)

# %% [markdown]
# Drag `p (drop)`, the rate of the last block, to 0.95. How shallow does the network get?

# %%
depth_staircase.explore(drop_rates, stochastic_depth)

# %% [markdown]
# ## Attention: after the softmax
#
# In attention, each query gives every position of the input a *score*, the softmax of a row of
# scores gives *weights*, and the output is the sum of the values V with these weights. Dropout can
# stand before the softmax, after it, or after V. What would each of them mean?
#
# GPT-2 and BERT drop the **weights**, after the softmax and before V, with p = 0.1: now and then a
# query cannot look at some position. (The paper of the transformer, Vaswani et al. 2017, mentions
# only dropout on embeddings and on the outputs of sublayers; the dropout on the weights is in its
# code.) Many of today's large models train with p = 0; notebook 5 names some.
#
# Before you write it, see what is wrong with dropping the *scores*.

# %% nbgrader={"grade": false, "grade_id": "given-softmax", "locked": true, "schema_version": 3, "solution": false, "task": false}
from dropoutlab.networks import softmax  # along the last axis

# %%
scores = np.array([2.0, 0.0, -1.0])
print("weights:                       ", softmax(scores).round(3))
print("the first score set to 0:      ", softmax(np.array([0.0, 0.0, -1.0])).round(3))
print("the first score set to -inf:   ", softmax(np.array([-np.inf, 0.0, -1.0])).round(3))
with np.errstate(invalid="ignore"):
    print("all scores set to -inf:        ", softmax(np.full(3, -np.inf)).round(3))
print("the first weight set to 0, × 2:", (2 * np.array([0, 1, 1]) * softmax(scores)).round(3))

# %% [markdown]
# A score of 0 is no missing score: its position still gets a weight, here as much as the second
# one. Minus infinity does remove it, but the others share its weight, so no factor 1/(1 − p) is
# right; and a row that loses all its scores is 0/0. With the weights (last line, p = 0.5) both
# troubles are gone. The price: a row of weights no longer sums to 1, only on average, and that is
# accepted.
#
# ### Exercise 13 · `attention_dropout`
#
# *Difficulty ●●○ · 8 minutes · 7 points*
#
# Write `attention_dropout(scores, values, p, training, rng)`.
#
# | | |
# |---|---|
# | `scores` | (N, T, S): for N heads, T queries and S positions. A score may be −∞, where a query must not look. |
# | `values` | (N, S, d) |
# | **returns** `output, weights` | the output (N, T, d), and the weights (N, T, S) that it was made with, after dropout |
# | at inference | plain attention |
#
# For example, the scores [2, 0, −1] have the weights [0.844, 0.114, 0.042]. With p = 0.2 and the
# second one dropped they become [1.055, 0, 0.053], and with the values 1, 10 and 100 the output is
# 6.306. At inference it is 6.187.
#
# <details><summary>Hint 1: three steps</summary>
#
# `softmax` is given, `dropout_forward` is yours, and `@` multiplies the last two axes. The title of
# this section has the order.
#
# </details>
# <details><summary>Hint 2: rows that lose everything</summary>
#
# Need no care, if nothing is divided after the coins were thrown: zeros times V are zeros.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "attention_dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
def attention_dropout(scores, values, p, training, rng):
    """Attention with dropout on its weights.

    scores: (N, T, S), -inf where a query must not look; values: (N, S, d)
    Returns (output, weights) of shapes (N, T, d) and (N, T, S), the weights after dropout.
    """
    ### BEGIN SOLUTION
    weights, _ = dropout_forward(softmax(scores), p, training, rng)
    return weights @ values, weights
    ### END SOLUTION


# %%
# Check: what does your attention drop?
from dropoutlab.checks import check
from dropoutlab.checks.variants import attention

check(
    attention_dropout,
    attention.drops_weights_after_the_softmax,
    attention.throws_own_coins,
    attention.mixes_the_values,
    attention.survives_masked_scores,
    attention.rests_at_inference,
)

# %% nbgrader={"grade": true, "grade_id": "attention_dropout-weights", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the weights are dropped, after the softmax.
from dropoutlab.checks.variants import attention

attention.drops_weights_after_the_softmax(attention_dropout)
### BEGIN HIDDEN TESTS
attention.drops_weights_after_the_softmax(attention_dropout, ps=(0.1, 0.75), seed=1301)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "attention_dropout-coins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: every weight of every head has its own coin.
from dropoutlab.checks.variants import attention

attention.throws_own_coins(attention_dropout)
### BEGIN HIDDEN TESTS
attention.throws_own_coins(attention_dropout, p=0.65, seed=1302)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "attention_dropout-output", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the output is made with these weights.
from dropoutlab.checks.variants import attention

attention.mixes_the_values(attention_dropout)
### BEGIN HIDDEN TESTS
attention.mixes_the_values(attention_dropout, ps=(0.35,), seed=1303)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "attention_dropout-masked", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: scores of -inf, and rows that lose everything.
from dropoutlab.checks.variants import attention

attention.survives_masked_scores(attention_dropout)
### BEGIN HIDDEN TESTS
attention.survives_masked_scores(attention_dropout, p=0.85, seed=1304)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "attention_dropout-inference", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: plain attention at inference, and the conventions.
from dropoutlab.checks.variants import attention

attention.rests_at_inference(attention_dropout)
### BEGIN HIDDEN TESTS
attention.rests_at_inference(attention_dropout, ps=(0.35,), outside=(-1e-9, 30), seed=1305)
### END HIDDEN TESTS

# %% [markdown]
# **Where can a query look?** Twelve queries of a language model, each with the positions up to its
# own. What do you expect of the sums of the rows, above all of the first?

# %%
attention_map.draw(attention_dropout, p=0.3)

# %% [markdown]
# The first query has one position to look at. It gets 1/(1 − p) of it or nothing at all.

# %%
attention_map.explore(attention_dropout)

# %% [markdown]
# A trap in PyTorch: `torch.nn.functional.scaled_dot_product_attention` is a function, not a layer,
# and does not see `model.eval()`. Its `dropout_p` must be set to 0 by hand at inference.

# %% [markdown]
# ## Concrete dropout: a rate that learns
#
# All rates so far were chosen by hand. Could gradient descent find p? The mask is in the way: keep
# is `u >= p` for a uniform u, and as a function of p that is a step, whose derivative is 0 almost
# everywhere.
#
# *Concrete dropout* (Gal, Hron and Kendall 2017) makes the step soft. With
# $\operatorname{logit}(a) = \log a - \log(1-a)$ and the sigmoid σ, draw u for each entry and set
#
# $$ z \;=\; \sigma\!\left(\frac{\operatorname{logit}(p) + \operatorname{logit}(u)}{t}\right),
# \qquad y \;=\; x\,\frac{1-z}{1-p}. $$
#
# z says how much is **dropped**: near 1 for dropped, near 0 for kept. The temperature t sets how
# soft the step is; the authors use t = 0.1.
#
# Is an entry still dropped with probability p? z is above ½ where logit(u) > −logit(p), that is
# u > 1 − p: with probability p, *at any t*. The mean is another matter.

# %%
p, rng = 0.1, np.random.default_rng(0)
for t in (0.01, 0.1, 0.5, 1.0):
    u = rng.random(1_000_000)
    logits = np.log(p / (1 - p)) + np.log(u / (1 - u))
    z = (1 + np.tanh(logits / t / 2)) / 2  # which is the sigmoid of logits / t
    print(f"t = {t:4}: z > 0.5 in {(z > 0.5).mean():.1%}, mean of 1 - z {(1 - z).mean():.3f}")

# %% [markdown]
# At the authors' temperature the mean of 1 − z is off by about 0.001 and dividing by 1 − p is fine;
# at t = 1 it is not.
#
# ### Exercise 14 · `concrete_dropout`
#
# *Difficulty ●●○ · 8 minutes · 6 points*
#
# Write `concrete_dropout(x, p, temperature, training, rng)`.
#
# | | |
# |---|---|
# | `x` | activations, any shape |
# | `p` | drop probability, strictly between 0 and 1: it has a logit |
# | `temperature` | t > 0 |
# | **returns** `output, z` | arrays of the shape of `x` |
# | at inference | `output` is `x`, and `z` is all zeros |
# | **raises** | `ValueError` if p is not strictly between 0 and 1 |
#
# For example, with p = 0.1, t = 0.1 and x = 3: u = 0.5 gives z = 0.000 and an output of 3.333,
# u = 0.89 gives z = 0.256 and 2.479, u = 0.95 gives z = 0.999 and 0.002.
#
# <details><summary>Hint 1: how many u?</summary>
#
# `rng.random(x.shape)`, one for each entry. (One number for a whole tensor is a mistake that can be
# found in published code.)
#
# </details>
# <details><summary>Hint 2: a warning about exp</summary>
#
# At low temperatures the argument of the sigmoid is large. `1 / (1 + np.exp(-a))` overflows to the
# right result, with a warning that costs nothing; `0.5 * (1 + np.tanh(a / 2))` is the same without
# one.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "concrete_dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
def concrete_dropout(x, p, temperature, training, rng):
    """Dropout with a soft mask that can be differentiated by p (Gal, Hron and Kendall 2017).

    x: floating-point array of any shape
    p: drop probability, in (0, 1); temperature: how soft, above 0
    Returns (output, z), both of the shape of x; z is near 1 where an entry is dropped.
    """
    ### BEGIN SOLUTION
    if not 0 < p < 1:
        raise ValueError(f"p must be strictly between 0 and 1 and is {p}.")
    if not training:
        return x, np.zeros_like(x)
    u = rng.random(x.shape)
    u = np.maximum(u, np.finfo(float).tiny)  # random() may return 0, which has no logarithm
    logits = np.log(p) - np.log1p(-p) + np.log(u) - np.log1p(-u)
    z = (0.5 * (1 + np.tanh(logits / temperature / 2))).astype(x.dtype)
    return x * (1 - z) / (1 - p), z
    ### END SOLUTION


# %%
# Check: is your noise concrete?
from dropoutlab.checks import check
from dropoutlab.checks.variants import concrete

check(
    concrete_dropout,
    concrete.follows_the_formula,
    concrete.throws_own_coins,
    concrete.scales_the_output,
    concrete.rests_at_inference,
)

# %% nbgrader={"grade": true, "grade_id": "concrete_dropout-noise", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: z is distributed as the formula says.
from dropoutlab.checks.variants import concrete

concrete.follows_the_formula(concrete_dropout)
### BEGIN HIDDEN TESTS
concrete.follows_the_formula(concrete_dropout, cases=((0.1, 0.7), (0.85, 0.2)), seed=1401)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "concrete_dropout-coins", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: every entry has its own u.
from dropoutlab.checks.variants import concrete

concrete.throws_own_coins(concrete_dropout)
### BEGIN HIDDEN TESTS
concrete.throws_own_coins(concrete_dropout, p=0.65, seed=1402)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "concrete_dropout-output", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the output is x (1 - z) / (1 - p).
from dropoutlab.checks.variants import concrete

concrete.scales_the_output(concrete_dropout)
### BEGIN HIDDEN TESTS
concrete.scales_the_output(concrete_dropout, cases=((0.35, 0.1), (0.9, 1.5)), seed=1403)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "concrete_dropout-inference", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the identity at inference, and the conventions.
from dropoutlab.checks.variants import concrete

concrete.rests_at_inference(concrete_dropout)
### BEGIN HIDDEN TESTS
concrete.rests_at_inference(concrete_dropout, ps=(0.35,), outside=(0.0, -1e-9, 30), seed=1404)
### END HIDDEN TESTS

# %% [markdown]
# **From soft to hard.** Left, your z at this temperature. Right, what twelve entries keep as p grows,
# with their u held fixed. Hard coins make stairs of it, flat wherever you stand: no gradient. Where
# does your z have a slope?

# %%
concrete_noise.draw(concrete_dropout, p=0.3, temperature=0.1)

# %% [markdown]
# Raise the temperature. What do you gain on the right, and what do you pay on the left?

# %%
concrete_noise.explore(concrete_dropout)

# %% [markdown]
# ### What keeps p from falling to zero
#
# Left to itself, gradient descent on the training loss would send p towards 0: noise does not help to
# fit the training data. So a regulariser is added, which for a layer with weights W and K inputs is
#
# $$ R \;=\; s_W\,\frac{\lVert W\rVert^2}{1-p} \;-\; s_p\,K\,\mathcal{H}(p), \qquad
# \mathcal{H}(p) = -p\log p - (1-p)\log(1-p). $$
#
# The entropy $\mathcal{H}$ of the coin is *rewarded*, once for each of the K inputs that has a coin;
# it is largest at p = ½. The weight term grows with p, so large weights are a reason for a small p.
# The theory gives $s_W = l^2/(\tau N)$ and $s_p = 2/(\tau N)$ for N training examples, a prior
# length scale l and a noise precision τ; the 2 is for the squared loss only, without it for
# cross-entropy. The more data, the weaker the regulariser, and the more p follows the data.
#
# ### Exercise 15 · `concrete_regularizer`
#
# *Difficulty ●●○ · 6 minutes · 3 points*
#
# Write `concrete_regularizer(weights, p, weight_scale, dropout_scale)`.
#
# | | |
# |---|---|
# | `weights` | the weights that read the dropped inputs, (K, n_out) |
# | `p` | drop probability, strictly between 0 and 1 |
# | `weight_scale`, `dropout_scale` | $s_W$ and $s_p$ |
# | **returns** | R, one number |
#
# For example, with weights [[1, 2], [0, −1], [1, 1]], p = 0.2, $s_W$ = 0.1 and $s_p$ = 0.2: the
# weight term is 0.1 · 8/0.8 = 1, the entropy is 0.500, and R = 1 − 0.2 · 3 · 0.500 = 0.700.
#
# <details><summary>Hint 1: logarithms and K</summary>
#
# `np.log` is the natural logarithm. K is a number of rows here, not of weights.
#
# </details>
# <details><summary>Hint 2: the sign</summary>
#
# $\mathcal{H}(p)$ is positive, at most log 2 = 0.693. With weights of zero, R must be negative.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "concrete_regularizer", "locked": false, "schema_version": 3, "solution": true, "task": false}
def concrete_regularizer(weights, p, weight_scale, dropout_scale):
    """What concrete dropout adds to the loss for one layer (Gal, Hron and Kendall 2017).

    weights: (K, n_out), the weights that read the K dropped inputs
    Returns one number.
    """
    ### BEGIN SOLUTION
    entropy = -p * np.log(p) - (1 - p) * np.log(1 - p)
    return weight_scale * np.sum(weights**2) / (1 - p) - dropout_scale * len(weights) * entropy
    ### END SOLUTION


# %%
# Check: both terms, one at a time.
from dropoutlab.checks import check
from dropoutlab.checks.variants import regularizer

check(concrete_regularizer, regularizer.charges_the_weights, regularizer.rewards_the_entropy)

# %% nbgrader={"grade": true, "grade_id": "concrete_regularizer-weights", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the weight term.
from dropoutlab.checks.variants import regularizer

regularizer.charges_the_weights(concrete_regularizer)
### BEGIN HIDDEN TESTS
regularizer.charges_the_weights(concrete_regularizer, ps=(0.35, 0.9), seed=1501)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "concrete_regularizer-entropy", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the entropy, its sign and K.
from dropoutlab.checks.variants import regularizer

regularizer.rewards_the_entropy(concrete_regularizer)
### BEGIN HIDDEN TESTS
regularizer.rewards_the_entropy(concrete_regularizer, ps=(0.35, 0.75), seed=1502)
### END HIDDEN TESTS

# %% [markdown]
# Which p does your regulariser prefer on its own? For 100 inputs whose weights have the same spread:

# %%
rates = np.linspace(0.005, 0.995, 199)
for spread in (0.01, 0.1, 0.3, 1.0):
    weights = spread * np.random.default_rng(0).normal(size=(100, 10))
    cheapest = min(rates, key=lambda p: concrete_regularizer(weights, p, 0.01, 0.02))
    print(f"weights of standard deviation {spread:4}: the cheapest p is {cheapest:.3f}")

# %% [markdown]
# Small weights cost little, so the entropy pulls p up to ½. Large weights push it down.

# %% [markdown]
# ## The other variational dropout
#
# "Variational dropout" has **two meanings**, and they have little in common:
#
# 1. Gal and Ghahramani 2016: one mask for a whole sequence (Exercise 9).
# 2. Kingma, Salimans and Welling 2015: Gaussian noise whose strength is **learned**.
#
# The second one multiplies by noise from N(1, α). With α = p/(1 − p) its mean and variance are
# those of inverted dropout with rate p. The noisy activation is read as a sample from a
# distribution over weights, and α is learned for each layer, each unit or each weight, together
# with them. What keeps α from falling to 0 is a price: the KL divergence from that distribution to
# a prior that is uniform in log |w|. With this prior the price depends on α alone. It has no closed
# form, but up to a constant
#
# $$ \mathrm{KL}(\alpha) \;\approx\; -\tfrac12 \log\alpha - c_1\alpha - c_2\alpha^2 - c_3\alpha^3
# \qquad (0 < \alpha \le 1) $$
#
# with $c_1 = 1.16145124$, $c_2 = -1.50204118$ and $c_3 = 0.58629921$. At α = 1, which is p = ½, it
# stops: it was fitted up to there, and the authors do not let α grow beyond. (Molchanov et al. 2017
# found an approximation for all α. With α of its own a weight may grow noisier without end, until
# it can be removed: dropout that makes networks sparse.) At inference there is no noise.
#
# ### Exercise 16 · `kingma_kl`
#
# *Difficulty ●○○ · 5 minutes · 3 points*
#
# Write `kingma_kl(p)`, the price of a drop rate.
#
# | | |
# |---|---|
# | `p` | array of drop rates, any shape, each in (0, 0.5] |
# | **returns** | array of the same shape: KL(α) for α = p/(1 − p), without the constant |
# | **raises** | `ValueError` if any p is not in (0, 0.5] |
#
# For example, p = 0.2 is α = 0.25: ½ log α is −0.693, the three terms with c are 0.206 together,
# and KL is 0.693 − 0.206 = 0.488.
#
# <details><summary>Hint 1: one answer for an array</summary>
#
# `np.any` and `np.all` turn an array of comparisons into one answer.
#
# </details>
# <details><summary>Hint 2: signs</summary>
#
# $c_2$ is negative, so its term comes out with a plus. Try the example: 0.488.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "kingma_kl", "locked": false, "schema_version": 3, "solution": true, "task": false}
def kingma_kl(p):
    """The KL divergence of variational dropout, up to a constant (Kingma et al. 2015).

    p: array of drop rates in (0, 0.5], of any shape
    Returns an array of the same shape.
    """
    ### BEGIN SOLUTION
    if np.any(p <= 0) or np.any(p > 0.5):
        raise ValueError("Every p must be in (0, 0.5], which is alpha in (0, 1].")
    alpha = p / (1 - p)
    series = 1.16145124 * alpha - 1.50204118 * alpha**2 + 0.58629921 * alpha**3
    return -0.5 * np.log(alpha) - series
    ### END SOLUTION


# %%
# Check: is the price right?
from dropoutlab.checks import check
from dropoutlab.checks.variants import noise_kl

check(kingma_kl, noise_kl.follows_the_approximation, noise_kl.refuses_too_much_noise)

# %% nbgrader={"grade": true, "grade_id": "kingma_kl-value", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the approximation.
from dropoutlab.checks.variants import noise_kl

noise_kl.follows_the_approximation(kingma_kl)
### BEGIN HIDDEN TESTS
noise_kl.follows_the_approximation(kingma_kl, low=0.001, high=0.49, size=31)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "kingma_kl-bound", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: α above 1 and p of 0 or less are refused.
from dropoutlab.checks.variants import noise_kl

noise_kl.refuses_too_much_noise(kingma_kl)
### BEGIN HIDDEN TESTS
noise_kl.refuses_too_much_noise(kingma_kl, outside=(0.5001, -1e-9, 0.95), inside=0.41)
### END HIDDEN TESTS

# %% [markdown]
# **Your price against the exact one**, which takes an integral for every α.

# %%
kl_curve.draw(kingma_kl)

# %% [markdown]
# More noise is cheaper, up to α = 1. So the prior pulls towards much noise, the data towards
# little, and where they balance is the rate that is learned.

# %% [markdown]
# ## The whole family
#
# Training scales are for what is *kept*. "Identity" means that the layer does nothing.
#
# | variant | what is dropped | coins for a batch | scale in training | at inference | where used | source |
# |---|---|---|---|---|---|---|
# | vanilla | activations | (N, d) | none | × (1 − p) | history | Hinton et al. 2012 |
# | inverted | activations | (N, d) | 1/(1 − p) | identity | fully connected layers, transformer sublayers | Srivastava et al. 2014 |
# | Gaussian | nothing: noise N(1, p/(1 − p)) | (N, d) normal numbers | none, mean is 1 | identity | as inverted | Srivastava et al. 2014 |
# | DropConnect | weights and biases | (N, d, k) and (N, k) | none | mean of relu over moment-matched Gaussian draws | fully connected layers, recurrent weights | Wan et al. 2013 |
# | spatial | channels | (N, C, 1, 1) | 1/(1 − p) | identity | convolutional feature maps | Tompson et al. 2015 |
# | DropBlock | b × b squares of a channel | (N, C, H − b + 1, W − b + 1) | entries/kept entries | identity | convolutional feature maps | Ghiasi et al. 2018 |
# | alpha | activations, set to −1.758 | (N, d) | affine: a·x + b | identity | SELU networks | Klambauer et al. 2017 |
# | variational RNN | units, the same at every time step | (N, d), once per sequence | 1/(1 − p) | identity | inputs and states of LSTM and GRU | Gal and Ghahramani 2016 |
# | recurrent dropout | the candidate update, never the memory | (N, d), new at every step if you like | none in the paper, 1/(1 − p) in frameworks | × (1 − p) in the paper, identity in frameworks | LSTM and GRU | Semeniuta et al. 2016 |
# | stochastic depth | the branch of a residual block | one per block and batch (frameworks: per example) | none in the paper, 1/(1 − p) in frameworks | branch × (1 − p) in the paper, identity in frameworks | deep residual networks, vision transformers | Huang et al. 2016 |
# | LayerDrop | whole layers, the same rate for each | one per layer and batch | none | all layers, or a pruned set | transformers that will be pruned | Fan et al. 2019 |
# | DropPath | paths that meet at a join; today also a name for stochastic depth per example | one per path, at least one kept | mean of the paths kept | all paths | fractal networks | Larsson et al. 2016 |
# | attention | attention weights, after the softmax | (N, heads, T, T) | 1/(1 − p); rows no longer sum to 1 | identity | transformers | Vaswani et al. 2017 (its code) |
# | Monte Carlo | what training dropped | anew for each of T passes | as in training | mean and spread of the passes | rough uncertainty | Gal and Ghahramani 2016 |
# | concrete | activations, softly; p is learned | (N, d), smooth coins | 1/(1 − p) | identity, or Monte Carlo | uncertainty without a search for p | Gal et al. 2017 |
# | Kingma's variational | nothing: noise N(1, α); α is learned | (N, d) normal numbers, or one per weight | none, mean is 1 | identity | Bayesian networks, pruning (Molchanov et al. 2017) | Kingma et al. 2015 |

# %% [markdown]
# ## In your own words
#
# A team has a photo classifier with convolutions, a text model with an LSTM, and a small SELU
# network for tabular data. Their plan: "Plain dropout at p = 0.5 after every layer of all three,
# at every time step of the LSTM. And we leave it on at inference, run each input 50 times, and
# show the spread to the customer as the probability that the answer is wrong."
#
# **3 points, read by a person.** In five to ten sentences: For **two** of the three models, what
# would you drop instead, and what does plain dropout do badly there? For **one** of your choices,
# what happens to the scale, in training and at inference? What is wrong with the sentence about
# the spread, and what would you do before showing it to anybody?

# %% [markdown] nbgrader={"grade": true, "grade_id": "own-words", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# In the photo classifier, neighbouring entries of a feature map are so alike that dropping single
# entries removes little: the neighbours still tell what was dropped. I would drop whole channels
# (spatial dropout) or squares (DropBlock). In the SELU network plain dropout keeps the mean but
# raises the variance to 1/(1 − p), so the activations leave the point that SELU pulls them to; alpha
# dropout sets dropped entries to −1.758 and corrects mean and variance. In the LSTM, new masks on
# the memory at every step wipe it out, as (1 − p)^t: one mask per sequence (Gal), or dropping only
# the candidate update (Semeniuta). Scale: spatial dropout multiplies the channels that stay by
# 1/(1 − p) and is the identity at inference; DropBlock divides by the share really kept, because
# overlapping squares drop less than p. The spread is not a probability of being wrong: it is a
# spread of outputs that depends on p, it leaves out the noise in the data (1/τ), and in the gap of
# the picture above the band missed the truth. On held-out data I would compare it with
# the errors, and use it to rank inputs rather than as a number.
#
# *Marks: 1 for two fitting choices, each with what plain dropout does badly there (half a mark is
# not given: both are needed); 1 for a right scale in training and at inference of one choice; 1
# for the spread: not a probability, with a reason, and a check on held-out data.*
# ### END SOLUTION

# %% [markdown]
# ## What you have built
#
# - Every variant answers four questions: **what falls together, what replaces it, how is the scale
#   kept, what happens at inference**.
# - **Gaussian** noise has the mean 1 and the *variance* p/(1 − p) of a mask.
# - **DropConnect** drops weights, for each example; at inference it averages relu over Gaussian
#   draws, since the relu of the mean is not the mean of the relu.
# - **Spatial** dropout shares a coin within a channel, **DropBlock** within a square; DropBlock
#   divides by the share that was really kept.
# - **Alpha** dropout keeps mean 0 and variance 1, for SELU alone.
# - **Monte Carlo** dropout leaves the noise on. Its spread needs 1/τ, and it can be too small just
#   where it matters.
# - The **variational RNN** throws its coins once per sequence, and **recurrent dropout** drops only
#   what is about to be written: neither wipes out the memory.
# - **Stochastic depth** drops the branch of a block, never the skip connection, and the later the
#   block, the more often: p_l = (l/L) · p_L.
# - **Attention** dropout drops weights after the softmax; rows sum to 1 only on average.
# - **Concrete** dropout softens the coin, so that p has a gradient. Its regularizer charges large
#   weights and rewards entropy.
# - **Kingma's** variational dropout learns the strength α = p/(1 − p) of Gaussian noise, at the price
#   of a KL divergence that falls with α.
#
# Next, in notebook 5, you decide which of them to use, where, and how strongly.
#
# ### Sources
#
# - N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, *Dropout: a simple way
#   to prevent neural networks from overfitting*, Journal of Machine Learning Research 15, 2014,
#   [jmlr.org](https://jmlr.org/papers/v15/srivastava14a.html). Vanilla dropout is from G. E. Hinton
#   et al., 2012, [arXiv:1207.0580](https://arxiv.org/abs/1207.0580).
# - S. Wang, C. Manning, *Fast dropout training*, ICML 2013.
# - L. Wan, M. Zeiler, S. Zhang, Y. LeCun, R. Fergus, *Regularization of neural networks using
#   DropConnect*, ICML 2013.
# - J. Tompson, R. Goroshin, A. Jain, Y. LeCun, C. Bregler, *Efficient object localization using
#   convolutional networks*, CVPR 2015, [arXiv:1411.4280](https://arxiv.org/abs/1411.4280).
# - G. Ghiasi, T.-Y. Lin, Q. V. Le, *DropBlock: a regularization method for convolutional networks*,
#   NeurIPS 2018, [arXiv:1810.12890](https://arxiv.org/abs/1810.12890).
# - G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, *Self-normalizing neural networks*, NIPS
#   2017, [arXiv:1706.02515](https://arxiv.org/abs/1706.02515).
# - Y. Gal, Z. Ghahramani, *Dropout as a Bayesian approximation: representing model uncertainty in
#   deep learning*, ICML 2016,
#   [arXiv:1506.02142](https://arxiv.org/abs/1506.02142), and *A theoretically grounded application of
#   dropout in recurrent neural networks*, NIPS 2016,
#   [arXiv:1512.05287](https://arxiv.org/abs/1512.05287).
# - W. Zaremba, I. Sutskever, O. Vinyals, *Recurrent neural network regularization*, 2014,
#   [arXiv:1409.2329](https://arxiv.org/abs/1409.2329). T. Moon, H. Choi, H. Lee, I. Song, *RnnDrop:
#   a novel dropout for RNNs in ASR*, ASRU 2015.
# - S. Semeniuta, A. Severyn, E. Barth, *Recurrent dropout without memory loss*, COLING 2016,
#   [arXiv:1603.05118](https://arxiv.org/abs/1603.05118).
# - S. Merity, N. S. Keskar, R. Socher, *Regularizing and optimizing LSTM language models*, 2017,
#   [arXiv:1708.02182](https://arxiv.org/abs/1708.02182).
# - G. Huang, Y. Sun, Z. Liu, D. Sedra, K. Weinberger, *Deep networks with stochastic depth*, ECCV
#   2016, [arXiv:1603.09382](https://arxiv.org/abs/1603.09382).
# - G. Larsson, M. Maire, G. Shakhnarovich, *FractalNet: ultra-deep neural networks without
#   residuals*, ICLR 2017, [arXiv:1605.07648](https://arxiv.org/abs/1605.07648).
# - A. Fan, E. Grave, A. Joulin, *Reducing transformer depth on demand with structured dropout*,
#   ICLR 2020, [arXiv:1909.11556](https://arxiv.org/abs/1909.11556).
# - A. Vaswani et al., *Attention is all you need*, NIPS 2017,
#   [arXiv:1706.03762](https://arxiv.org/abs/1706.03762).
# - D. P. Kingma, T. Salimans, M. Welling, *Variational dropout and the local reparameterization
#   trick*, NIPS 2015, [arXiv:1506.02557](https://arxiv.org/abs/1506.02557), and D. Molchanov, A.
#   Ashukha, D. Vetrov, *Variational dropout sparsifies deep neural networks*, ICML 2017,
#   [arXiv:1701.05369](https://arxiv.org/abs/1701.05369).
# - Y. Gal, J. Hron, A. Kendall, *Concrete dropout*, NIPS 2017,
#   [arXiv:1705.07832](https://arxiv.org/abs/1705.07832).
# - The digits: E. Alpaydin, C. Kaynak, *Optical recognition of handwritten digits*, UCI Machine
#   Learning Repository, 1998, as distributed with scikit-learn.
