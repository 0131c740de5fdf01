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

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dropoutlab  # first: it limits numpy to one thread, which is faster for small arrays
import numpy as np

from dropoutlab.explorers.variants import (
    attention_map,
    concrete_noise,
    depth_staircase,
    kl_curve,
    masks_over_time,
    memory_loss,
)

# %% [markdown]
# ## Conventions
#
# ### Drop or keep?
#
# ### One coin for every entry


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


# %% [markdown]
# (second half begins)

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
# h = 0.473. It is never 0.5.
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
# *Stochastic depth* (Huang et al. 2016) drops late blocks more often than early ones, whose
# features everybody downstream needs. With L blocks, block l is dropped with probability
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
# Three names that are often mixed up:
#
# - **DropPath** comes from FractalNet (Larsson et al. 2016), which drops paths where several join
#   and always keeps one. In today's libraries the name means the right column of the table.
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
depth.follows_the_paper(stochastic_depth, p=0.93, runs=15, seed=1201)
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
# code.) Many of today's large models train with p = 0.
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
concrete.rests_at_inference(concrete_dropout, ps=(0.35,), outside=(-1e-9, 30), seed=1404)
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
# fit the training data. So a regularizer is added, which for a layer with weights W and K inputs is
#
# $$ R \;=\; s_W\,\frac{\lVert W\rVert^2}{1-p} \;-\; s_p\,K\,\mathcal{H}(p), \qquad
# \mathcal{H}(p) = -p\log p - (1-p)\log(1-p). $$
#
# The entropy $\mathcal{H}$ of the coin is *rewarded*, once for each of the K inputs that has a coin;
# it is largest at p = ½. The weight term grows with p, so large weights are a reason for a small p.
# The theory gives $s_W = l^2/(\tau N)$ and $s_p = 2/(\tau N)$ for N training examples, a prior
# length scale l and a noise precision τ; the 2 is for the squared loss only, without it for
# cross-entropy. The more data, the weaker the regularizer, and the more p follows the data.
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
# Which p does your regularizer prefer on its own? For 100 inputs whose weights have the same spread:

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
# with them. What keeps α from falling to 0 is the KL divergence from that distribution to a prior
# that is uniform in log |w|, which happens to depend on α alone. It has no closed form, but up to a
# constant
#
# $$ \mathrm{KL}(\alpha) \;\approx\; -\tfrac12 \log\alpha - c_1\alpha - c_2\alpha^2 - c_3\alpha^3
# \qquad (0 < \alpha \le 1) $$
#
# with $c_1 = 1.16145124$, $c_2 = -1.50204118$ and $c_3 = 0.58629921$. At α = 1, which is p = ½, it
# stops: it was fitted up to there, and the authors keep α below. (Molchanov et al. 2017 found
# an approximation for all α. With α of its own a weight may grow noisier without end, until it can
# be removed: dropout that makes networks sparse.) At inference there is no noise.
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
# (second half ends)
