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
# # 3 · The backward pass: the mask gates the gradient too
#
# A network learns by asking of every number in it: if you were a little larger, would the loss
# grow or fall? Dropout takes part in that conversation. Its answer is short, one product, and
# yet published layers get it wrong in many ways. In this notebook you derive it, write it, learn
# to prove a gradient right by numbers alone, repair somebody else's layer, train a network of
# your own, and find out what dropout really optimises in the one model where that can be
# computed exactly.
#
# You will
#
# 1. send a gradient back through a mask (`dropout_backward`),
# 2. make a layer that remembers the right mask (`Dropout`),
# 3. compute any gradient without the chain rule (`numerical_gradient`),
# 4. hold a random layer still while you do so (`freeze`),
# 5. find and repair the mistakes of a published layer (`RepairedDropout`),
# 6. train a network with dropout in it (`MLP`),
# 7. solve linear regression under dropout in closed form (`ridge_equivalent`).
#
# You need numpy and the chain rule. Plan about two hours; after Exercise 4 is a good
# place for a break.
#
# **How it works.** Every exercise is a card, an answer cell, a check and mostly a picture of
# *your* code. The check says in words what is not right yet; run it as often as you like. The
# cells marked *Graded* check the same properties, later also with other numbers.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dropoutlab  # first: it limits numpy to one thread, which is faster for small arrays
import numpy as np

from dropoutlab.data import digits
from dropoutlab.explorers.backward_pass import (
    agreement,
    gradient_flow,
    gradient_noise,
    learning_curves,
    ridge_path,
)
from dropoutlab.layers import Linear, relu, softmax_cross_entropy

# %% [markdown]
# ## Conventions
#
# As in the notebooks before, and three new letters.
#
# | name | meaning |
# |---|---|
# | `p` | the probability of **dropping** an entry. A `p` outside [0, 1] raises `ValueError`. |
# | `mask` | the array that the input is multiplied by: 0 where an entry is dropped, 1/(1 − p) where it is kept, all ones at inference |
# | `rng` | a `numpy.random.Generator`, the only source of randomness |
# | `x`, `y` | input and output of a layer, of shape (N, d): N examples with d units each |
# | `dy` | the **upstream** gradient, ∂L/∂y: how the loss L changes with every entry of the output. It has the shape of `y`. |
# | `dx` | the **downstream** gradient, ∂L/∂x, of the shape of `x`: what a layer's backward returns |
#
# Your functions change none of their inputs, and what they return has the dtype of what they were
# given. `p = 0` drops nothing; `p = 1` drops everything and gives zeros.
#
# The next cell has what notebook 2 built, so that you can go on whatever became of it:
# `sample_keep_mask`, `dropout_forward`, and the two modes of a layer in a class of their own.

# %% nbgrader={"grade": false, "grade_id": "given", "locked": true, "schema_version": 3, "solution": false, "task": false}
# From notebook 2.


def sample_keep_mask(shape, p, rng):
    """One coin for every entry: True with probability 1 - p."""
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    return rng.random(shape) >= p


def dropout_forward(x, p, training, rng):
    """Inverted dropout; returns (output, mask) with output = x * mask."""
    if not training:
        return x, np.ones_like(x)
    keep = sample_keep_mask(x.shape, p, rng)
    mask = np.zeros_like(x) if p == 1 else keep.astype(x.dtype) / (1 - p)
    return x * mask, mask


class TwoModes:
    """What a dropout layer has around its forward: p, a generator, and a mode."""

    def __init__(self, p, rng):
        if not 0 <= p <= 1:
            raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
        self.p = p
        self.rng = rng
        self.training = True

    def train(self):
        self.training = True

    def eval(self):
        self.training = False


# %% [markdown]
# ## One path through every entry
#
# In the forward pass a dropout layer multiplies entry by entry, $y_{ij} = x_{ij}\,m_{ij}$, and
# sends y on. Somewhere behind it the network arrives at a loss L, a single number. On the way
# back the layer receives `dy`, and owes the layer before it `dx`:
#
# $$ dy_{ij} = \frac{\partial L}{\partial y_{ij}}, \qquad\qquad dx_{ij} = \frac{\partial L}{\partial x_{ij}}. $$
#
# Both are *gradients*: one derivative of one number L for every entry, laid out in the shape of
# the array they belong to. (A *Jacobian* is something else. It belongs to a function with many
# outputs; that of y by x would have four indices and N·d·N·d entries, nearly all of them zero.)
#
# The chain rule adds up all paths that lead from $x_{ij}$ to L. Through which entries of y do
# they go?
#
# <details><summary>Think first, then open.</summary>
#
# Through $y_{ij}$ and no other: a coin and a product for every entry, nothing is mixed. The sum
# over all paths has one term,
#
# $$ \frac{\partial L}{\partial x_{ij}} \;=\; \frac{\partial L}{\partial y_{ij}}\cdot\frac{\partial y_{ij}}{\partial x_{ij}}. $$
#
# </details>
#
# What remains is $\partial y_{ij}/\partial x_{ij}$, and there are two cases.
#
# - **The entry was dropped.** $y_{ij} = 0$ whatever $x_{ij}$ is, so the derivative is 0.
# - **The entry was kept.** $y_{ij} = x_{ij}/(1-p)$, so the derivative is 1/(1 − p).
#
# In both cases it is $m_{ij}$. Is the gradient therefore the mask? No: the mask is the *local*
# derivative, and what the layer returns is the mask times what arrives from above. A kept unit
# that the loss does not care about gets no gradient.
#
# Dropout has no weights, so `dx` is all there is to compute.
#
# ### Exercise 1 · `dropout_backward`
#
# *Difficulty ●○○ · 5 minutes · 4 points*
#
# Write `dropout_backward(dy, mask)`.
#
# | | |
# |---|---|
# | `dy` | upstream gradient, any shape |
# | `mask` | the mask of the forward pass, of the same shape and dtype: 0 or 1/(1 − p); all ones after a forward at inference |
# | **returns** `dx` | the downstream gradient, of the same shape and dtype |
#
# For example, with p = 0.75 the mask of four entries may be [0, 4, 0, 4]. For dy = [3, −1, 2, 0.5]
# the result is [0, −4, 0, 2].
#
# <details><summary>Hint 1: what is multiplied by what?</summary>
#
# Write down dx for one entry, with the two cases above. Does p still appear, or is it in the
# mask already?
#
# </details>
# <details><summary>Hint 2: which product?</summary>
#
# Entry by entry. A matrix product would mix entries that have nothing to do with each other.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dropout_backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropout_backward(dy, mask):
    """Send a gradient back through a dropout layer.

    dy: gradient of the loss for the layer's output, any shape, left as it is
    mask: what the forward pass multiplied by, of the shape of dy, left as it is
    Returns the gradient for the layer's input, of the shape and dtype of dy.
    """
    ### BEGIN SOLUTION
    return dy * mask
    ### END SOLUTION


# %%
# Check: does your mask gate the gradient?
from dropoutlab.checks import check
from dropoutlab.checks.backward_pass import backward

check(
    dropout_backward,
    backward.gates_the_gradient,
    backward.scales_the_gradient,
    backward.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "dropout_backward-gate", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: no gradient where an entry was dropped.
from dropoutlab.checks.backward_pass import backward

backward.gates_the_gradient(dropout_backward)
### BEGIN HIDDEN TESTS
backward.gates_the_gradient(dropout_backward, ps=(0.1, 0.45, 0.9), seed=101)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_backward-scale", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the right gradient where an entry was kept.
from dropoutlab.checks.backward_pass import backward

backward.scales_the_gradient(dropout_backward)
### BEGIN HIDDEN TESTS
backward.scales_the_gradient(dropout_backward, ps=(0.1, 0.45, 0.9), seed=102)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dropout_backward-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inputs are left alone, dtypes kept, and masks of ones or zeros handled.
from dropoutlab.checks.backward_pass import backward

backward.keeps_the_conventions(dropout_backward)
### BEGIN HIDDEN TESTS
backward.keeps_the_conventions(dropout_backward, p=0.7, seed=103)
### END HIDDEN TESTS

# %% [markdown]
# **Where does the gradient flow?** A network with two hidden layers, your backward after each.
# Every line is a weight, as wide as its gradient; grey lines get none. Look at the lines into a
# dropped unit and at those out of it. Why do *both* kinds get no gradient?

# %%
gradient_flow.draw(dropout_forward, dropout_backward, p=0.5, row=1)

# %% [markdown]
# The gradient of a weight is what comes in at its start times what arrives at its end. A dropped
# unit gets no gradient, so the weights *into* it have nothing at their end. It sends 0, so the
# weights *out of* it have nothing at their start.
#
# Now go through the rows of the batch, and then choose **all**. Is it true that "a dropped unit
# does not learn in this step"?

# %%
gradient_flow.explore(dropout_forward, dropout_backward)

# %% [markdown]
# It is true for one example. Every row has its own mask, and the step of training sums over the
# rows: what one example leaves out, another one trains.

# %% [markdown]
# ## The mask belongs to the last forward
#
# `dropout_backward` was handed the right mask. A layer in a network has to have it at hand when
# `backward` is called, and by then other things may have happened: somebody may have switched
# the mode, or run another batch.
#
# Suppose `layer.forward(x)` runs in training, then somebody calls `layer.eval()` to have a look
# at the validation set later, and only then `layer.backward(dy)` is called. Which gradient is
# right: `dy`, because the layer is in inference mode, or `dy * mask`?
#
# <details><summary>Think first, then open.</summary>
#
# `dy * mask`. The gradient belongs to the output that was computed, and that was computed with a
# mask. **What counts is the mode of the last forward, not the mode now.** A `backward` that asks
# `if self.training` asks the wrong question.
#
# </details>
#
# The opposite mistake is as common: a forward at inference returns early and leaves the mask of
# an earlier batch in the layer, where the next `backward` finds it. If the batch sizes differ you
# get an error and are lucky. If they agree you get a wrong gradient and no error.
#
# ### Exercise 2 · `Dropout`
#
# *Difficulty ●●○ · 15 minutes · 6 points*
#
# Complete the layer. From `TwoModes` it has `self.p`, `self.rng`, `self.training`, `train()` and
# `eval()`.
#
# | | |
# |---|---|
# | `layer.forward(x)` | inverted dropout in the current mode, as in notebook 2 |
# | `layer.backward(dy)` | the gradient for the x of the **last** forward; calling it again gives the same again |
# | **raises** | `backward` raises `RuntimeError` if there was no forward yet |
#
# For example, with x = [1, 2, 3, 4]:
#
# ```
# layer = Dropout(0.5, rng)
# layer.forward(x)                 # [2, 0, 0, 8], say
# layer.eval()
# layer.backward([1, 1, 1, 1])     # [2, 0, 0, 2]: the last forward was in training
# layer.forward(x)                 # [1, 2, 3, 4]
# layer.train()
# layer.backward([1, 1, 1, 1])     # [1, 1, 1, 1]: the last forward was at inference
# ```
#
# <details><summary>Hint 1: what does the layer remember?</summary>
#
# `dropout_forward` returns a mask in both modes. If `forward` stores it every time, `backward`
# needs no `if` about the mode.
#
# </details>
# <details><summary>Hint 2: could the mask be read off the output?</summary>
#
# Where the output is 0, was the entry dropped, or was x itself 0? After a ReLU many are. Store
# what you know, do not guess it back.
#
# </details>
# <details><summary>Hint 3: before any forward</summary>
#
# A class attribute `mask = None` gives every new layer a mask of None until the first forward
# sets `self.mask`.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "Dropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Dropout(TwoModes):
    """Inverted dropout as a layer, with its backward pass.

    p: probability of dropping an entry, in [0, 1]
    rng: numpy.random.Generator
    """

    mask = None

    def forward(self, x):
        """Return the output for x in the current mode, and remember what backward needs."""
        ### BEGIN SOLUTION
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output
        ### END SOLUTION

    def backward(self, dy):
        """Return the gradient for the x of the last forward.

        Raises RuntimeError if there was none.
        """
        ### BEGIN SOLUTION
        if self.mask is None:
            raise RuntimeError("backward was called before any forward.")
        return dropout_backward(dy, self.mask)
        ### END SOLUTION


# %%
# Check: does your layer remember the right mask?
from dropoutlab.checks import check
from dropoutlab.checks.backward_pass import layer as layer_checks

check(
    Dropout,
    layer_checks.drops_and_rests,
    layer_checks.gates_with_the_same_mask,
    layer_checks.goes_by_the_last_forward,
    layer_checks.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "Dropout-forward", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: forward drops with fresh coins in training and rests at inference.
from dropoutlab.checks.backward_pass import layer as layer_checks

layer_checks.drops_and_rests(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.drops_and_rests(Dropout, ps=(0.15, 0.9), seed=201)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "Dropout-mask", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: backward has the mask that forward drew, also where x is 0.
from dropoutlab.checks.backward_pass import layer as layer_checks

layer_checks.gates_with_the_same_mask(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.gates_with_the_same_mask(Dropout, ps=(0.35, 0.9), seed=202)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "Dropout-last-forward", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: backward goes by the last forward, whatever mode the layer is in by then.
from dropoutlab.checks.backward_pass import layer as layer_checks

layer_checks.goes_by_the_last_forward(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.goes_by_the_last_forward(Dropout, ps=(0.75,), seed=203)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "Dropout-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inputs and dtypes stay, every p is handled, and backward needs a forward.
from dropoutlab.checks.backward_pass import layer as layer_checks

layer_checks.keeps_the_conventions(Dropout)
### BEGIN HIDDEN TESTS
layer_checks.keeps_the_conventions(Dropout, outside=(-1e-9, 1.0001), seed=204)
### END HIDDEN TESTS

# %% [markdown]
# **Look at a batch.** Four examples with five units, one forward, one backward. Compare the
# zeros of the three arrays before you run on: where must they agree, and where need they not?

# %%
rng = np.random.default_rng(1)
layer = Dropout(0.5, rng)
x = np.round(rng.normal(size=(4, 5)), 1)
x[:, 2] = 0.0  # a unit that is silent for every example
dy = np.round(rng.normal(size=(4, 5)), 1)
for name, array in (
    ("x", x),
    ("y = forward(x)", layer.forward(x)),
    ("dy", dy),
    ("dx = backward(dy)", layer.backward(dy)),
):
    print(f"{name}\n{array}\n")

# %% [markdown]
# Outside the third column, y and dx are zero in the same places. In the third column y is zero
# everywhere because x is, but where the unit was kept, dx is not: if x were a little larger, y
# would be too.

# %% [markdown]
# ## A gradient without the chain rule
#
# How do you know that a backward pass is right? That the network trains is no proof: wrong layers
# train as well, some of them hardly worse than the right one, and further below you will see it
# happen.
#
# A gradient can be checked without any calculus. A derivative is a ratio of small differences, so
# move one entry of x a little up and a little down and see what the loss does. Which loss? Any
# will do. Take $L = \sum_{ij} dy_{ij}\, f(x)_{ij}$, a loss whose gradient for the output is just
# the `dy` you chose. Then for one entry of x
#
# $$ \frac{\partial L}{\partial x_{ij}} \;\approx\; \sum_{kl} dy_{kl}\,\frac{f(x + \varepsilon e_{ij})_{kl} - f(x - \varepsilon e_{ij})_{kl}}{2\,\varepsilon}, $$
#
# where $e_{ij}$ is 1 at this entry and 0 elsewhere.
#
# Why to both sides? By Taylor's formula the one-sided difference is off by
# $\frac{\varepsilon}{2} f''$. Taken to both sides, these terms cancel, and what remains is
# $\frac{\varepsilon^2}{6} f'''$: a thousand times smaller ε, a million times smaller error. And
# why not simply $\varepsilon = 10^{-15}$? Then f(x + ε) and f(x − ε) agree in nearly all of their
# 16 digits, and the difference consists of rounding errors. With numbers around 1, $10^{-5}$ is a
# good compromise.
#
# ### Exercise 3 · `numerical_gradient`
#
# *Difficulty ●●○ · 15 minutes · 4 points*
#
# Write `numerical_gradient(f, x, dy, eps)`.
#
# | | |
# |---|---|
# | `f` | a function: takes an array of the shape of `x`, returns one of the shape of `dy` |
# | `x` | float64 array of any shape, the place where the gradient is wanted |
# | `dy` | float64 array of the shape of `f(x)`, not always the shape of `x` |
# | `eps` | how far an entry is moved, up and down |
# | **returns** | array of the shape of `x`: the gradient of sum(dy * f(x)) by central differences |
#
# For example, take f(x) = x², x = [3], dy = [2], eps = 0.1. Then f(3.1) − f(2.9) = 9.61 − 8.41 = 1.2,
# divided by 0.2 that is 6, and times dy it is 12.
#
# <details><summary>Hint 1: one entry at a time</summary>
#
# `for index in np.ndindex(x.shape):` goes through all entries of an array of any shape, and
# `moved[index]` is one of them. Moving all entries at once would add up all their effects.
#
# </details>
# <details><summary>Hint 2: leave x alone</summary>
#
# `up = x.copy(); up[index] += eps`, and the same for down. If you move x itself and move it back,
# rounding leaves it changed in the last digit. Some f also return the very array they were given:
# then "up" and "down" would be one array.
#
# </details>
# <details><summary>Hint 3: from an array to a number</summary>
#
# `np.sum(dy * (f(up) - f(down))) / (2 * eps)` is one entry of the result.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "numerical_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def numerical_gradient(f, x, dy, eps=1e-5):
    """The gradient of sum(dy * f(x)) by central differences.

    f: function from arrays of the shape of x to arrays of the shape of dy
    x: float64 array of any shape, left as it is
    dy: float64 array of the shape of f(x)
    eps: how far each entry of x is moved, up and down
    Returns an array of the shape of x.
    """
    ### BEGIN SOLUTION
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += eps
        down[index] -= eps
        gradient[index] = np.sum(dy * (f(up) - f(down))) / (2 * eps)
    return gradient
    ### END SOLUTION


# %%
# Check: is your numerical gradient right?
from dropoutlab.checks import check
from dropoutlab.checks.backward_pass import numerical

check(
    numerical_gradient,
    numerical.agrees_with_the_chain_rule,
    numerical.takes_central_differences,
    numerical.handles_every_x,
)

# %% nbgrader={"grade": true, "grade_id": "numerical_gradient-chain-rule", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: it is the gradient that the chain rule gives.
from dropoutlab.checks.backward_pass import numerical

numerical.agrees_with_the_chain_rule(numerical_gradient)
### BEGIN HIDDEN TESTS
numerical.agrees_with_the_chain_rule(numerical_gradient, eps=3e-5, seed=301)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "numerical_gradient-central", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the difference is taken to both sides, by eps.
from dropoutlab.checks.backward_pass import numerical

numerical.takes_central_differences(numerical_gradient)
### BEGIN HIDDEN TESTS
numerical.takes_central_differences(numerical_gradient, eps=0.2, seed=302)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "numerical_gradient-any-x", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: x has any shape and memory order, and it is left as it was.
from dropoutlab.checks.backward_pass import numerical

numerical.handles_every_x(numerical_gradient)
### BEGIN HIDDEN TESTS
numerical.handles_every_x(numerical_gradient, eps=1e-3, seed=303)
### END HIDDEN TESTS

# %% [markdown]
# ## Freezing the coins
#
# Now check your layer with it. The next cell does the obvious thing, for smaller and smaller eps.
# What do you expect?

# %%
rng = np.random.default_rng(2)
layer = Dropout(0.5, rng)
x, dy = rng.normal(size=(4, 5)), rng.normal(size=(4, 5))
layer.forward(x)
analytic = layer.backward(dy)
for eps in (1e-1, 1e-3, 1e-5):
    difference = numerical_gradient(layer.forward, x, dy, eps) - analytic
    print(f"eps = {eps:g}: the largest difference is {np.abs(difference).max():.3g}")

# %% [markdown]
# The smaller eps, the worse, by a factor of 100 each time. Every call of `forward` throws new
# coins, so f(up) and f(down) differ by whole activations, and that is divided by 2·eps. Nothing is
# wrong with the layer or with the method: *the function changes between its two calls*.
#
# The gradient of a random layer is the gradient **for given coins**. To check it, every call has
# to throw the same ones. Where do the coins come from? From the generator: two generators with
# the same seed give the same coins.
#
# ### Exercise 4 · `freeze`
#
# *Difficulty ●○○ · 10 minutes · 2 points*
#
# Write `freeze(p, seed)`, which returns a function.
#
# | | |
# |---|---|
# | `p` | drop probability, in (0, 1) |
# | `seed` | an integer |
# | **returns** `f` | a function of one array: `f(x)` is the output of inverted dropout **in training**, with the same mask for every x of the same shape |
#
# For example, after `f = freeze(0.5, seed=7)`, if f([1, 1, 1, 1]) is [0, 2, 2, 0], then f([1, 2, 3, 4]) is
# [0, 4, 6, 0], and so it is on every call. `freeze(0.5, seed=8)` has another mask.
#
# <details><summary>Hint 1: a function that returns a function</summary>
#
# ```
# def freeze(p, seed):
#     def f(x):
#         ...
#     return f
# ```
#
# Inside of f you may use p and seed.
#
# </details>
# <details><summary>Hint 2: where is the generator made?</summary>
#
# A generator moves on with every draw. If it is made once, outside of f, the second call goes on
# where the first one stopped. And `dropout_forward` returns two things; f returns one.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "freeze", "locked": false, "schema_version": 3, "solution": true, "task": false}
def freeze(p, seed):
    """Inverted dropout in training with the same coins on every call.

    p: probability of dropping an entry, in (0, 1)
    seed: integer
    Returns a function f: f(x) is x times a mask that depends on the shape of x alone.
    """
    ### BEGIN SOLUTION

    def f(x):
        output, _ = dropout_forward(x, p, True, np.random.default_rng(seed))
        return output

    return f
    ### END SOLUTION


# %%
# Check: does your frozen layer hold still?
from dropoutlab.checks import check
from dropoutlab.checks.backward_pass import frozen

check(freeze, frozen.repeats_its_mask, frozen.still_drops)

# %% nbgrader={"grade": true, "grade_id": "freeze-repeats", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: every call has the same mask, also with another x.
from dropoutlab.checks.backward_pass import frozen

frozen.repeats_its_mask(freeze)
### BEGIN HIDDEN TESTS
frozen.repeats_its_mask(freeze, p=0.65, seed=401)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "freeze-drops", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: it is inverted dropout in training, and the seed decides on the mask.
from dropoutlab.checks.backward_pass import frozen

frozen.still_drops(freeze)
### BEGIN HIDDEN TESTS
frozen.still_drops(freeze, ps=(0.35, 0.6), seed=402)
### END HIDDEN TESTS

# %% [markdown]
# **The check, done right.** Your layer's forward and your frozen layer have the same coins if their
# generators have the same seed:

# %%
p, seed = 0.3, 7
rng = np.random.default_rng(3)
x, dy = rng.normal(size=(4, 5)), rng.normal(size=(4, 5))
layer = Dropout(p, np.random.default_rng(seed))
layer.forward(x)
difference = numerical_gradient(freeze(p, seed), x, dy, 1e-5) - layer.backward(dy)
print(f"the largest difference is {np.abs(difference).max():.1e}")

# %% [markdown]
# Here is the same as a picture, one dot for each of 80 entries. On the diagonal both gradients
# agree. The dots at (0, 0) on the left are the dropped entries.

# %%
agreement.draw(Dropout, numerical_gradient, p=0.5)

# %% [markdown]
# Move eps. Dropout is linear in x as long as its coins are fixed, so a large eps does no harm on
# the left. What harms there is a small one: at which eps does rounding begin to show?

# %%
agreement.explore(Dropout, numerical_gradient)

# %% [markdown]
# A ReLU is not linear, and at 0 it has a kink: there the central difference gives ½ where the
# backward pass says 0 or 1. When a gradient check fails at single entries only, look whether they
# lie within eps of a kink before you look for a mistake.

# %% [markdown]
# ## A published layer
#
# Here is a layer as one may find it in a blog or a course. It is short, it runs, its author says
# that it is tested. At least six things are wrong with it. Read it line by line and write down
# what you find before you go on.


# %% nbgrader={"grade": false, "grade_id": "published", "locked": true, "schema_version": 3, "solution": false, "task": false}
class PublishedDropout:
    """Dropout with a backward pass. Tested at p = 0.5."""

    def __init__(self, p, rng):
        assert 0 <= p < 1
        self.p = p
        self.rng = rng
        self.out = None

    def forward(self, x, training=True):
        if not training:
            return x
        rng = np.random.default_rng(0)  # reproducible
        x *= (rng.random(x.shape) >= self.p) / (1 - self.p)
        self.out = x
        return x

    def backward(self, dy):
        return dy * (self.out != 0) / self.p


# %% [markdown]
# Your numerical gradient is a good detective. The next cell compares it with `backward`, at two
# values of p and apart for the entries of x that are 0. (It hands the layer a copy of x. Why?)

# %%
rng = np.random.default_rng(4)
x, dy = rng.normal(size=(6, 8)), rng.normal(size=(6, 8))
x[:, ::2] = 0.0
for p in (0.5, 0.2):
    layer = PublishedDropout(p, rng)
    layer.forward(x.copy())
    numeric = numerical_gradient(
        lambda z, p=p: PublishedDropout(p, rng).forward(z.copy()), x, dy, 1e-5
    )
    difference = np.abs(layer.backward(dy) - numeric)
    print(
        f"p = {p}: the largest difference is {difference[x != 0].max():.1e} where x is not 0, "
        f"and {difference[x == 0].max():.1e} where it is"
    )

# %% [markdown]
# At p = 0.5 and away from zeros the layer looks perfect; that was the author's test. The other
# three numbers tell of two mistakes in `backward`. The rest is not about gradients of one batch,
# and no gradient check finds it.
#
# ### Exercise 5 · `RepairedDropout`
#
# *Difficulty ●●○ · 20 minutes · 6 points*
#
# Write the layer as it should be. Unlike yours it is told the mode with every forward.
#
# | | |
# |---|---|
# | `RepairedDropout(p, rng)` | **raises** `ValueError` if p is not in [0, 1] |
# | `layer.forward(x, training)` | inverted dropout with coins from the layer's own generator, or x at inference |
# | `layer.backward(dy)` | the gradient for the x of the last forward |
# | both | change none of their inputs and keep the dtype, float32 as well; p = 1 gives zeros |
#
# For example, at p = 0.2 an entry that was kept with dy = 8 has the gradient 8/0.8 = 10 (the
# published layer says 8/0.2 = 40), also if x is 0 there.
#
# <details><summary>Hint 1: where to look</summary>
#
# One mistake is in `__init__`, three are in `forward`, two in `backward`.
#
# </details>
# <details><summary>Hint 2: the six, as questions</summary>
#
# What is `out` after a forward at inference, or before any forward in training? How many
# different masks does this layer ever have? Whose array is `x`? What does `!= 0` say where x is
# 0? At which p are p and 1 − p the same? Which p of the conventions are refused, and with which
# error? (An `assert` is not even there when Python runs with `-O`.)
#
# </details>
# <details><summary>Hint 3: a repair that brings a new mistake</summary>
#
# `x *= mask` kept the dtype of x because it wrote into x. In `y = x * mask` the mask's own dtype
# counts.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "RepairedDropout", "locked": false, "schema_version": 3, "solution": true, "task": false}
class RepairedDropout:
    """Inverted dropout that is told its mode with every forward.

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
        self.mask = None
        ### END SOLUTION

    def forward(self, x, training=True):
        """Return the output for x in this mode."""
        ### BEGIN SOLUTION
        self.mask = np.ones_like(x)
        if training:
            keep = self.rng.random(x.shape) >= self.p
            self.mask = keep.astype(x.dtype)
            if self.p < 1:
                self.mask /= 1 - self.p
        return x * self.mask
        ### END SOLUTION

    def backward(self, dy):
        """Return the gradient for the x of the last forward."""
        ### BEGIN SOLUTION
        return dy * self.mask
        ### END SOLUTION


# %%
# Check: is everything repaired?
from dropoutlab.checks import check
from dropoutlab.checks.backward_pass import repaired

check(
    RepairedDropout,
    repaired.drops_and_rests,
    repaired.has_the_gradient_of_its_forward,
    repaired.leaves_nothing_behind,
    repaired.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "RepairedDropout-forward", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: fresh coins from the layer's own generator in training, rest at inference.
from dropoutlab.checks.backward_pass import repaired

repaired.drops_and_rests(RepairedDropout)
### BEGIN HIDDEN TESTS
repaired.drops_and_rests(RepairedDropout, ps=(0.15, 0.9), seed=501)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "RepairedDropout-gradient", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: backward is the gradient of forward, at any p and also where x is 0.
from dropoutlab.checks.backward_pass import repaired

repaired.has_the_gradient_of_its_forward(RepairedDropout)
### BEGIN HIDDEN TESTS
repaired.has_the_gradient_of_its_forward(RepairedDropout, ps=(0.35, 0.9), seed=502)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "RepairedDropout-batches", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: after a forward at inference nothing of an earlier batch is left.
from dropoutlab.checks.backward_pass import repaired

repaired.leaves_nothing_behind(RepairedDropout)
### BEGIN HIDDEN TESTS
repaired.leaves_nothing_behind(RepairedDropout, ps=(0.75,), seed=503)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "RepairedDropout-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inputs and dtypes stay as they are, and every p is handled.
from dropoutlab.checks.backward_pass import repaired

repaired.keeps_the_conventions(RepairedDropout)
### BEGIN HIDDEN TESTS
repaired.keeps_the_conventions(RepairedDropout, outside=(-1e-9, 1.0001), seed=504)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary>The six mistakes (open when your check is all ✓).</summary>
#
# 1. `assert` refuses p = 1, raises the wrong error, and is gone under `python -O`.
# 2. At inference `forward` returns early: `out` is still that of an earlier batch, or None. Then
#    `None != 0` is `True`, and the gradient is silently dy/p.
# 3. A generator made anew from seed 0 in every forward: one mask for ever. The network trains one
#    thinned network and never the others.
# 4. `x *= ...` destroys the caller's activations, which the layer before needs for its own
#    backward.
# 5. `out != 0` takes a silent unit for a dropped one.
# 6. `/ self.p` should be `/ (1 - self.p)`. At p = 0.5 nobody can tell.
#
# </details>

# %% [markdown]
# ## A network with dropout in it
#
# Time to let the layer work. The network has one hidden layer:
#
# ```
# x (N, n_in) → Linear → ReLU → Dropout → Linear → logits (N, n_out)
# ```
#
# These parts are **given**, in `dropoutlab.layers`:
#
# | | |
# |---|---|
# | `Linear(n_in, n_out, rng)` | a layer with `weights` (n_in, n_out) and `biases` (n_out,), drawn from `rng` |
# | `linear.forward(x)` | x @ weights + biases |
# | `linear.backward(dy)` | returns the gradient for x; puts those for the parameters, of their shapes, into `linear.weights_gradient` and `linear.biases_gradient` |
# | `relu(z)` | the positive part of z. It has no backward: you write it. |
# | `softmax_cross_entropy(logits, y)` | for labels y of shape (N,): the mean loss over the batch, a number, and its gradient for the logits, (N, n_out) |
#
# **Where does dropout go?** On the hidden activations, before the linear layer that reads them:
# there it makes units do without each other. Not on the logits: a class whose logit is put to 0 is
# not removed from the vote, it gets the weight e⁰ among all others, and the loss punishes the
# network for noise that it cannot do anything about.
#
# **Before or after the ReLU?** For once it makes no difference: multiplying by 0 or by a positive
# number and cutting off negative values can be done in either order. (With a sigmoid it would.)
#
# **The way back** runs through the same stations in reverse order: second Linear, Dropout, ReLU,
# first Linear. The ReLU's local derivative is 1 where its input was positive and 0 elsewhere; it
# is a gate, like dropout's, that opens by the sign instead of by a coin.
#
# ### One step of training
#
# Stochastic gradient descent on one batch: forward, loss, backward, and then every parameter
# moves a little against its gradient,
#
# $$ W \;\leftarrow\; W - \text{learning rate}\cdot\frac{\partial L}{\partial W}. $$
#
# One forward serves the loss *and* the gradient. A second forward would have other coins, and the
# gradient would be that of another network.
#
# ### Exercise 6 · `MLP`
#
# *Difficulty ●●● · 30 minutes · 8 points*
#
# Complete the class. `__init__` is written, so that everybody's parameters have the same names.
#
# | | |
# |---|---|
# | `mlp.train()`, `mlp.eval()` | switch the mode of the network |
# | `mlp.forward(x)` | the logits, in the current mode |
# | `mlp.backward(dlogits)` | leaves the parameters' gradients in both linear layers and returns the gradient for x, all for the last forward |
# | `mlp.step(x, y, learning_rate)` | one step of training in the current mode; returns the loss of the forward it made, before the parameters moved |
#
# For example, with learning rate 0.1, a bias of 0.5 whose gradient is 2 is 0.3 after the step.
#
# <details><summary>Hint 1: train and eval</summary>
#
# Only one of the three layers has a mode.
#
# </details>
# <details><summary>Hint 2: forward</summary>
#
# Four calls, one after the other. The way back needs to know where the ReLU's input was positive,
# so keep its input or its output in `self`.
#
# </details>
# <details><summary>Hint 3: backward and step</summary>
#
# `second.backward`, `dropout.backward`, times (hidden > 0), `first.backward`: each takes what the
# one before returned. Then step is five lines: forward, loss and its gradient, backward, and for
# both linear layers `layer.weights -= learning_rate * layer.weights_gradient` and the same for
# the biases.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "MLP", "locked": false, "schema_version": 3, "solution": true, "task": false}
class MLP:
    """A classifier with one hidden layer and dropout on its activations.

    n_in, n_hidden, n_out: numbers of inputs, hidden units and classes
    p: probability of dropping a hidden unit, in [0, 1]
    rng: numpy.random.Generator, for the weights and then for the coins
    """

    def __init__(self, n_in, n_hidden, n_out, p, rng):
        self.first = Linear(n_in, n_hidden, rng)
        self.dropout = Dropout(p, rng)
        self.second = Linear(n_hidden, n_out, rng)

    def train(self):
        """Switch to training mode."""
        ### BEGIN SOLUTION
        self.dropout.train()
        ### END SOLUTION

    def eval(self):
        """Switch to inference mode."""
        ### BEGIN SOLUTION
        self.dropout.eval()
        ### END SOLUTION

    def forward(self, x):
        """Return the logits (N, n_out) for x of shape (N, n_in) in the current mode."""
        ### BEGIN SOLUTION
        self.hidden = relu(self.first.forward(x))
        return self.second.forward(self.dropout.forward(self.hidden))
        ### END SOLUTION

    def backward(self, dlogits):
        """Leave the gradients of the last forward in both linear layers; return that for x."""
        ### BEGIN SOLUTION
        dhidden = self.dropout.backward(self.second.backward(dlogits))
        return self.first.backward(dhidden * (self.hidden > 0))
        ### END SOLUTION

    def step(self, x, y, learning_rate):
        """Take one step of gradient descent on a batch; return its loss before the step."""
        ### BEGIN SOLUTION
        loss, dlogits = softmax_cross_entropy(self.forward(x), y)
        self.backward(dlogits)
        for layer in (self.first, self.second):
            layer.weights -= learning_rate * layer.weights_gradient
            layer.biases -= learning_rate * layer.biases_gradient
        return loss
        ### END SOLUTION


# %%
# Check: does your network learn from its own mask?
from dropoutlab.checks import check
from dropoutlab.checks.backward_pass import mlp as mlp_checks

check(
    MLP,
    mlp_checks.has_two_modes,
    mlp_checks.drops_its_hidden_units,
    mlp_checks.has_the_gradients_of_its_forward,
    mlp_checks.steps_downhill,
)

# %% nbgrader={"grade": true, "grade_id": "MLP-modes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: train() and eval() switch the network.
from dropoutlab.checks.backward_pass import mlp as mlp_checks

mlp_checks.has_two_modes(MLP)
### BEGIN HIDDEN TESTS
mlp_checks.has_two_modes(MLP, p=0.7, seed=601)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "MLP-forward", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: Linear, ReLU, Dropout, Linear.
from dropoutlab.checks.backward_pass import mlp as mlp_checks

mlp_checks.drops_its_hidden_units(MLP)
### BEGIN HIDDEN TESTS
mlp_checks.drops_its_hidden_units(MLP, ps=(0.15, 0.6), seed=602)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "MLP-backward", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
# Graded, 3 points: the gradients of all parameters and of x.
from dropoutlab.checks.backward_pass import mlp as mlp_checks

mlp_checks.has_the_gradients_of_its_forward(MLP)
### BEGIN HIDDEN TESTS
mlp_checks.has_the_gradients_of_its_forward(MLP, ps=(0.6,), seed=603)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "MLP-step", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: one step downhill, with one mask, and the loss it started from.
from dropoutlab.checks.backward_pass import mlp as mlp_checks

mlp_checks.steps_downhill(MLP)
### BEGIN HIDDEN TESTS
mlp_checks.steps_downhill(MLP, learning_rate=0.03, seed=604)
### END HIDDEN TESTS

# %% [markdown]
# **Train it.** Five hundred digits, of which a fifth has a wrong label, and 128 hidden units: enough
# to learn all labels by heart, the wrong ones too. The cell trains twelve networks, three for each
# p, 100 passes over the data, in a few seconds.

# %%
learning_curves.draw(learning_curves.train(MLP))

# %% [markdown]
# On the left is what we want, on the right what we do not: the share of the wrong labels that the
# network has come to repeat. When is the network without dropout at its best, and what happens
# then? Which p leads after 10 passes, which after 100?

# %%
learning_curves.explore(MLP)

# %% [markdown]
# Without dropout the first passes learn what digits look like, the later ones learn the mistakes
# by heart. Dropout makes learning by heart slow, the more so the larger p is. (Stopping early would
# have helped the plain network too; notebook 5 compares fairly.)
#
# **Is your backward right because these curves are good?** The cell trains three networks for each of
# four layers, of which three are wrong on purpose.


# %%
class Unmasked(TwoModes):
    def forward(self, x):
        output, self.mask = dropout_forward(x, self.p, self.training, self.rng)
        return output

    def backward(self, dy):
        return dy


class Twice(Unmasked):
    def backward(self, dy):
        return dy * self.mask * self.mask


class FreshCoins(Unmasked):
    def backward(self, dy):
        return dropout_forward(dy, self.p, True, self.rng)[0]


for layer_class in (Dropout, Unmasked, Twice, FreshCoins):
    accuracies = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        data = digits(rng, 500, label_noise=0.2)
        mlp = MLP(64, 128, 10, 0.5, rng)
        mlp.dropout = layer_class(0.5, rng)
        for _ in range(40):
            order = rng.permutation(500)
            for start in range(0, 500, 32):
                rows = order[start : start + 32]
                mlp.step(data.x_train[rows], data.y_train[rows], 0.3)
        mlp.eval()
        accuracies.append((mlp.forward(data.x_test).argmax(axis=1) == data.y_test).mean())
    shares = ", ".join(f"{accuracy:.1%}" for accuracy in accuracies)
    print(f"{layer_class.__name__:>10}: {np.mean(accuracies):.1%} of the test images ({shares})")

# %% [markdown]
# All four train, and none of the wrong ones would look suspicious if the right one did not stand
# beside it; the one that multiplies twice is within a point of it. A gradient check sees the
# difference at once: here it is for your whole network, with the coins frozen.

# %%
rng = np.random.default_rng(5)
data = digits(rng, 200)
x, y = data.x_train[:3], data.y_train[:3]
coins = np.random.default_rng(9)
state = coins.bit_generator.state
mlp = MLP(64, 12, 10, 0.3, rng)
for layer_class in (Dropout, Unmasked, Twice, FreshCoins):
    mlp.dropout = layer_class(0.3, coins)

    def frozen_logits(z):
        coins.bit_generator.state = state  # every call starts with the same coins
        return mlp.forward(z)

    _, dlogits = softmax_cross_entropy(frozen_logits(x), y)
    dx = mlp.backward(dlogits)
    difference = np.abs(numerical_gradient(frozen_logits, x, dlogits, 1e-5) - dx).max()
    print(
        f"{layer_class.__name__:>10}: the largest gradient is {np.abs(dx).max():.1e}, "
        f"the largest difference {difference:.1e}"
    )

# %% [markdown]
# ## How noisy is the gradient?
#
# Every mask gives another gradient for the same batch. How much do they scatter, and what does it
# depend on? Guess first: is the gradient noisier when every example has its own mask, or when the
# whole batch shares one?

# %%
gradient_noise.draw(dropout_forward, dropout_backward)

# %% [markdown]
# The noise grows with p, roughly as the factor √(p/(1 − p)) of notebook 2 does. And a mask for
# each example is the *milder* noise. The gradient of a batch is a mean over its examples:
# independent errors average out, an error that all share does not (Kingma, Salimans and Welling
# 2015 make the same argument for weight noise). The dotted line is noise that is there without any
# dropout, from which examples happen to be in the batch.
#
# Change the batch size. At which one must the two curves fall together?

# %%
gradient_noise.explore(dropout_forward, dropout_backward)

# %% [markdown]
# Noise in the gradient is a price: Srivastava et al. (2014, section 11) blame it for longer
# training. What is it the price *of*? In one model that can be answered without any experiment.

# %% [markdown]
# ## Dropout in linear regression
#
# Take least squares, the one model where we can compute what dropout optimises. X has shape (N, d),
# the prediction is Xw, and dropout falls on the inputs: a mask M of the shape of X, so that the
# loss is $\lVert y - (X \odot M)\,w \rVert^2$. Training with a fresh mask in every step goes
# downhill on the **mean** of this over all masks. What is that mean?
#
# For one example the prediction is $\sum_j x_{ij} m_{ij} w_j$, a sum of independent terms. From
# notebook 2 you know mean and variance of each. The mean of a squared error is the square of the
# mean error plus the variance:
#
# $$ \operatorname{E}\Big(y_i - \sum_j x_{ij} m_{ij} w_j\Big)^2 \;=\; \Big(y_i - \sum_j x_{ij} w_j\Big)^2 \;+\; \frac{p}{1-p}\sum_j x_{ij}^2\, w_j^2 . $$
#
# Sum over the examples:
#
# $$ \operatorname{E}\,\lVert y - (X \odot M)\,w \rVert^2 \;=\; \lVert y - Xw \rVert^2 \;+\; \frac{p}{1-p}\sum_j \Big(\sum_i x_{ij}^2\Big)\, w_j^2 . $$
#
# The first term is ordinary least squares. The second is a penalty on the squared weights: **ridge
# regression**, in which each weight is charged by how large its column of the data is
# (Srivastava et al. 2014, section 9.1). If all columns have variance 1 and mean 0, it is plain
# ridge with strength N·p/(1 − p).
#
# Do not take the algebra on trust. The cell measures the left side on the diabetes data of Efron
# et al. (2004), ten measurements of 442 patients, with 4,000 masks.

# %%
from dropoutlab.data import diabetes

patients = diabetes()
X = patients.x - patients.x.mean(axis=0)
X /= X.std(axis=0)
y = (patients.y - patients.y.mean()) / patients.y.std()
rng, p = np.random.default_rng(6), 0.3
w = rng.normal(size=10) / 3
losses = [np.sum((y - dropout_forward(X, p, True, rng)[0] @ w) ** 2) for _ in range(4000)]
formula = np.sum((y - X @ w) ** 2) + p / (1 - p) * np.sum(np.sum(X**2, axis=0) * w**2)
error = np.std(losses) / np.sqrt(len(losses))
print(f"mean over masks {np.mean(losses):.2f} ± {error:.2f}, formula {formula:.2f}")

# %% [markdown]
# ### Exercise 7 · `ridge_equivalent`
#
# *Difficulty ●●○ · 15 minutes · 3 points*
#
# Write `ridge_equivalent(X, y, p)`: which weights have the smallest expected loss? Exactly, without
# a mask or a step of descent.
#
# | | |
# |---|---|
# | `X` | array (N, d), no column all zero; N may be smaller than d |
# | `y` | array (N,) |
# | `p` | drop probability of the inputs |
# | **returns** `w` | array (d,): where the mean of ‖y − (X ⊙ M)w‖² over the masks is smallest |
# | at the edges | p = 0 is ordinary least squares (N ≥ d then); p = 1: the prediction is always 0, return zeros |
# | **raises** | `ValueError` if p is not in [0, 1] |
#
# For example, with one column X = [[1], [2]] and y = [2, 4]: the expected loss is
# (2 − w)² + (4 − 2w)² + 5w²·p/(1 − p). At p = 0 the best w is 2; at p = 0.5 its derivative is
# −20 + 20w, so w = 1.
#
# <details><summary>Hint 1: set the derivative to zero</summary>
#
# Half of the derivative by w is Xᵀ(Xw − y) + p/(1 − p)·s·w, where s has one number for each
# column. Which?
#
# </details>
# <details><summary>Hint 2: a linear system</summary>
#
# Collect what multiplies w into one (d, d) matrix: XᵀX plus a diagonal one. `np.diag` makes it,
# `np.linalg.solve` solves.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "ridge_equivalent", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ridge_equivalent(X, y, p):
    """The weights of least squares with dropout on the inputs, in closed form.

    X: array (N, d), left as it is
    y: array (N,), left as it is
    p: probability of dropping an input, in [0, 1]
    Returns the weights (d,) with the smallest mean squared error over all masks.
    Raises ValueError if p is not in [0, 1].
    """
    ### BEGIN SOLUTION
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    if p == 1:
        return np.zeros(X.shape[1])
    penalty = p / (1 - p) * np.sum(X**2, axis=0)
    return np.linalg.solve(X.T @ X + np.diag(penalty), X.T @ y)
    ### END SOLUTION


# %%
# Check: are these the best weights under dropout?
from dropoutlab.checks import check
from dropoutlab.checks.backward_pass import ridge

check(ridge_equivalent, ridge.has_the_smallest_expected_loss, ridge.knows_the_edges)

# %% nbgrader={"grade": true, "grade_id": "ridge_equivalent-minimum", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the weights have the smallest expected loss.
from dropoutlab.checks.backward_pass import ridge

ridge.has_the_smallest_expected_loss(ridge_equivalent)
### BEGIN HIDDEN TESTS
ridge.has_the_smallest_expected_loss(
    ridge_equivalent, ps=(0.05, 0.45, 0.9), shapes=((30, 7), (5, 8)), seed=701
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ridge_equivalent-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: p = 0, p = 1 and a p that is no probability.
from dropoutlab.checks.backward_pass import ridge

ridge.knows_the_edges(ridge_equivalent)
### BEGIN HIDDEN TESTS
ridge.knows_the_edges(ridge_equivalent, outside=(-1e-9, 1.0001, 30), seed=702)
### END HIDDEN TESTS

# %% [markdown]
# **Theory against descent.** The lines are your closed form. The dots come from stochastic gradient
# descent that knows nothing of ridge: 6,000 steps on the diabetes data, each with a fresh mask, and
# the mean of the second half of its weights.

# %%
descent = ridge_path.descend(dropout_forward)
ridge_path.draw(ridge_equivalent, descent, p=0.5)

# %% [markdown]
# Move p. Most weights shrink, but not all of them from the start: s6 grows first, and s2 and s3
# change their sign early. Such columns say nearly the same as others, and what one of them gives
# up another takes over.

# %%
ridge_path.explore(ridge_equivalent, descent)

# %% [markdown]
# **And if backward draws new coins?** It would seem harmless: on average it is the same mask. Try
# it where we know what should come out, on 200 made-up examples with five inputs. The prediction
# is made with one mask, the gradient with the same or with another.

# %%
rng, p = np.random.default_rng(8), 0.5
X = rng.normal(size=(200, 5))
y = X @ np.array([2.0, -1.0, 0.5, 1.0, -2.0]) + rng.normal(size=200)
w_same, w_other, mean_same, mean_other = np.zeros((4, 5))
for step in range(4000):
    first, _ = dropout_forward(X, p, True, rng)
    second, _ = dropout_forward(X, p, True, rng)
    w_same -= 0.02 * first.T @ (first @ w_same - y) / len(y)
    w_other -= 0.02 * second.T @ (first @ w_other - y) / len(y)
    if step >= 2000:
        mean_same += w_same / 2000
        mean_other += w_other / 2000
with_dropout, without = ridge_equivalent(X, y, p), ridge_equivalent(X, y, 0.0)
for name, mean in (("the same mask", mean_same), ("another mask", mean_other)):
    print(
        f"{name:>13}: {np.linalg.norm(mean - with_dropout):.3f} away from ridge_equivalent at "
        f"p = {p}, {np.linalg.norm(mean - without):.3f} from that at p = 0"
    )

# %% [markdown]
# With another mask on the way back, all of the noise is still there and all of the regularisation
# is gone. The penalty came from the *square* of one and the same mask: the mean of m² is
# 1/(1 − p), but the mean of a product of two independent masks is 1.
#
# Two warnings before you carry this over. The equality is exact for linear regression; for logistic
# regression and its relatives it holds approximately, with a penalty that also depends on the
# predictions (Wager, Wang and Liang 2013), and for deep networks there is no such formula. And it is
# not Bishop's (1995): there noise of a fixed size is *added* to the inputs, and the penalty is the
# same for all weights of a linear model. Dropout *multiplies*, so the penalty follows the data.

# %% [markdown]
# ## In your own words
#
# A teammate wants to save memory. "Why store the mask from the forward pass to the backward pass?
# In `backward` I draw a new one with the same p. On average it is the same."
#
# **3 points, read by a person.** In four to eight sentences: What does the chain rule say about
# which mask belongs into `backward`? What does the network learn from if the two masks differ, and
# what did the last experiment show is lost? How could your teammate save memory correctly?

# %% [markdown] nbgrader={"grade": true, "grade_id": "own-words", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# The mask in backward is not a second piece of noise but the derivative of the function that was
# computed: y = x·m, so ∂y/∂x = m with the m of this forward. With another mask m′, units that took
# no part in the prediction receive a gradient, and half of those that did receive none; the result
# is the gradient of no function at all. "On average the same" is wrong because what arrives from
# above depends on the forward mask too: the mean of a product is not the product of the means. In
# linear regression E[m²] = 1/(1 − p) makes the penalty, and E[m·m′] = 1 removes it: the noise
# stayed, the weights went to those of least squares without dropout. To save memory, store the
# state (or seed) of the generator and draw the same coins again in backward, as checkpointing
# has to, or store the mask as booleans, one byte or even one bit for each entry.
#
# *Marks: 1 for the mask as the local derivative of this very forward; 1 for a gradient that
# belongs to another network, or the lost regularisation, with a reason why the average does not
# save it; 1 for a right way to save memory: the same coins again from the same generator state,
# or the mask in fewer bits.*
# ### END SOLUTION

# %% [markdown]
# ## What you have built
#
# - **dx = dy · mask**, entry by entry: one path, two cases. The mask is the local derivative, not
#   the gradient. Nothing flows into a dropped unit or out of it, for this example.
# - The mask is that of the **last forward**, whatever the mode is by now and whatever x was.
# - Any backward pass can be checked by **central differences**; a random layer first has to have its
#   **coins frozen**. Check at a p that is not 0.5, and with zeros in x.
# - In a **network**, dropout sits on the hidden activations, and one forward serves loss and
#   gradient. Fresh masks make the gradient noisy; a mask for each example less so than one for all.
# - In **linear regression** dropout is ridge, with strength p/(1 − p) times each column's sum of
#   squares, and it owes that to using the same mask forward and backward.
#
# Next, in notebook 4, the mask changes its shape: what else can one drop?
#
# ### Sources
#
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams, *Learning representations by back-propagating
#   errors*, Nature 323, 1986, pages 533–536, for backpropagation.
# - N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, *Dropout: a simple
#   way to prevent neural networks from overfitting*, Journal of Machine Learning Research 15,
#   2014, pages 1929–1958, [jmlr.org](https://jmlr.org/papers/v15/srivastava14a.html); section 9
#   for linear regression.
# - S. Wager, S. Wang, P. Liang, *Dropout training as adaptive regularization*, NIPS 2013,
#   [arXiv:1307.1493](https://arxiv.org/abs/1307.1493).
# - D. P. Kingma, T. Salimans, M. Welling, *Variational dropout and the local reparameterization
#   trick*, NIPS 2015, [arXiv:1506.02557](https://arxiv.org/abs/1506.02557).
# - C. M. Bishop, *Training with noise is equivalent to Tikhonov regularization*, Neural
#   Computation 7, 1995, pages 108–116.
# - K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers*, ICCV 2015,
#   [arXiv:1502.01852](https://arxiv.org/abs/1502.01852), for the weights that `Linear` starts from.
# - B. Efron, T. Hastie, I. Johnstone, R. Tibshirani, *Least angle regression*, Annals of Statistics
#   32, 2004, pages 407–499, [arXiv:math/0406456](https://arxiv.org/abs/math/0406456), for the
#   diabetes data, as distributed with scikit-learn.
# - The digits: E. Alpaydin, C. Kaynak, *Optical recognition of handwritten digits*, UCI Machine
#   Learning Repository, 1998, as distributed with scikit-learn.
