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
# # 1 · Motivation: why damage a network on purpose
#
# Dropout switches off randomly chosen units while a network learns. Why should a network get
# better by being damaged? In this notebook you do not build dropout yet. You measure what it is
# good for, find out where it does not help, and work out exactly what it averages over.
#
# You will
#
# 1. measure how many wrong labels a network has learned by heart (`memorized_fraction`),
# 2. look for units that do nothing at all (`dead_units`),
# 3. take units away from trained networks and see which ones can stand it (`ablate`),
# 4. list every thinned network there is (`enumerate_masks`),
# 5. compute how likely each of them is (`mask_probabilities`),
# 6. average them all in three ways, and see when two of them are the same (`ensemble_average`).
#
# You need numpy and a rough idea of how a network is trained. Plan 90 to 120 minutes.
#
# **How it works.** Every exercise is a card, an answer cell, a check and a picture of *your*
# code. The check tells you in words what is not right yet; run it as often as you like. The
# cells marked *Graded* come with your points. They check the same properties, later also with
# other numbers, so code that is right passes and code that is fitted to the visible numbers does
# not. Add cells wherever you want to try something out.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dropoutlab  # first: it limits numpy to one thread, which is faster for small arrays
import itertools

import numpy as np

from dropoutlab.data import digits
from dropoutlab.explorers.motivation import (
    ablation_curve,
    flipped_digits,
    learning_curves,
    memorised,
    simplex,
    single_units,
    thinned_network,
    unit_use,
)
from dropoutlab.networks import Network, fit, softmax
from dropoutlab.pairs import accuracy_on_test, spread, train, train_pairs

# %% [markdown]
# ## Conventions
#
# These hold in every exercise of the course.
#
# | name | meaning |
# |---|---|
# | `p` | the probability of **dropping** a unit, a Python float. A `p` outside [0, 1] raises `ValueError`. |
# | `keep` | a boolean array: `True` where a unit stays |
# | `mask` | what activations are multiplied by: 0 where a unit is dropped |
# | `rng` | a `numpy.random.Generator`. All randomness comes from it. This notebook's exercises need none. |
# | `(N, d)` | the shape of a batch of activations: N examples, a row each, with d units each |
#
# Your functions never change their inputs. Where they return activations, these have the dtype
# of the activations that came in. `p = 0` drops nothing, `p = 1` drops everything, and neither
# gives `nan`.
#
# One warning for your reading. In the paper that worked dropout out in full, *p* is the
# probability that a unit **stays** (Srivastava et al. 2014). PyTorch, Keras and this course mean
# the probability that it goes.

# %% [markdown]
# ## A network that learns its mistakes
#
# A network with two hidden layers of 128 units is to recognise digits of 8 × 8 pixels. It gets
# 500 examples, and somebody has been careless: 100 of the 500 labels are wrong. How many numbers
# may the network choose in order to fit 500 labels?

# %%
data = digits(np.random.default_rng(0), n_train=500, label_noise=0.2)
network = Network((64, 128, 128, 10), np.random.default_rng(0))
n_parameters = sum(array.size for array in [*network.weights, *network.biases])
print(f"{n_parameters:,} weights and biases for {len(data.y_train)} examples")
print(f"{(data.y_train != data.y_clean).sum()} of the labels are wrong")

# %% [markdown]
# More than fifty numbers for every example: the network is *overparameterised*. Many settings of
# these numbers fit the training labels perfectly, and they differ in what they say about digits
# that were not among them. Large networks fit even labels that were drawn at random (Zhang et al.
# 2017). So a good fit proves little.
#
# Why not simply take a smaller network? Nobody knows beforehand how small is right. Width also
# seems to make training easier: Li et al. (2018) see the landscape of the loss grow smoother with
# it. (With depth it grows rougher, unless there are skip connections.) So one takes a large
# network and keeps it from learning everything by heart. That is called *regularisation*.
#
# Now train two networks on the same digits, from the same weights, with the same batches. One
# learns as usual. The other learns with **dropout**: at every step, for every example of the
# batch, every hidden unit is switched off with probability p = 0.5, independently of all others.
# When the network is used, nothing is switched off. You build this machinery in notebooks 2 and
# 3; here `train` has it built in.
#
# One pair of networks would be an anecdote, so we train ten, each with digits, wrong labels and
# weights of its own. This takes about ten seconds. Set `n_seeds = 20` if you have twice the
# patience.

# %%
n_seeds = 10
pairs = train_pairs(n_seeds, label_noise=0.2, p=0.5)

plain = [accuracy_on_test(pair.data, pair.plain)[-1] for pair in pairs]
dropped = [accuracy_on_test(pair.data, pair.dropout)[-1] for pair in pairs]
wins = sum(b > a for a, b in zip(plain, dropped, strict=True))
print(f"\nwithout dropout {spread(plain)}, with dropout {spread(dropped)} (mean ± spread)")
print(f"dropout is better for {wins} of {len(pairs)} seeds")

# %% [markdown]
# Why many seeds? If dropout made no difference, each of ten pairs would be a coin flip, and ten
# wins out of ten would happen once in 2¹⁰ = 1,024 tries. One win out of one happens every other
# time.
#
# **The curves.** All accuracies are measured with every unit switched on. Before you look: with
# 20 % of its labels wrong, what training accuracy does a network reach that has understood every
# digit?

# %%
learning_curves.draw(pairs)

# %% [markdown]
# Understanding everything gives 80 %, the dotted line. The network without dropout goes far
# beyond: what lies above the line is learned by heart, and while it rises on the left, the same
# network falls on the right. The curve with dropout stays close to the line.
#
# So the *lower* training accuracy belongs to the better network. Training accuracy on wrong
# labels is not a measure of quality.
#
# How much could you have concluded from one seed, or from three?

# %%
learning_curves.explore(pairs)

# %% [markdown]
# ## What has it memorised?
#
# An accuracy lumps all examples together. Look only at the digits whose label is wrong: for each
# of them the network can repeat the wrong label, find the true class in spite of it, or answer
# something else. The first is memory, the second is understanding.
#
# ### Exercise 1 · `memorized_fraction`
#
# *Difficulty ●○○ · 10 minutes · 3 points*
#
# Write `memorized_fraction(predicted, noisy, clean)`.
#
# | | |
# |---|---|
# | `predicted` | (N,) integers: the class that the network answers for each training example |
# | `noisy` | (N,) integers: the labels it was trained with, some of them wrong |
# | `clean` | (N,) integers: the true classes |
# | **returns** | a number in [0, 1]: of the examples whose label is wrong, the share for which the network answers that wrong label |
# | at the edge | 0 if no label is wrong |
#
# For example:
#
# ```
# clean      3  1  4  1  5  9
# noisy      3  7  4  8  5  9      two labels are wrong
# predicted  3  7  4  1  0  9      one of the two is repeated: 0.5
# ```
#
# The error on the fifth example does not matter here: its label is right.
#
# <details><summary>Hint 1: which examples count?</summary>
#
# A comparison of two arrays gives a boolean array. `noisy != clean` marks the examples whose
# label is wrong, and a boolean array in square brackets picks the marked ones out of another
# array.
#
# </details>
# <details><summary>Hint 2: a share is a mean</summary>
#
# The mean of a boolean array is its share of `True`. The mean of an array without entries is
# `nan`, so look whether any label is wrong before you take it.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "memorized_fraction", "locked": false, "schema_version": 3, "solution": true, "task": false}
def memorized_fraction(predicted, noisy, clean):
    """Of the examples with a wrong label, the share for which that wrong label is predicted.

    predicted: integer array (N,), what the network answers
    noisy: integer array (N,), the labels it was trained with
    clean: integer array (N,), the true classes
    Returns a number in [0, 1], which is 0 if no label is wrong.
    """
    ### BEGIN SOLUTION
    wrong = noisy != clean
    if not wrong.any():
        return 0.0
    return (predicted[wrong] == noisy[wrong]).mean()
    ### END SOLUTION


# %%
# Check: does your fraction count what it should?
from dropoutlab.checks import check
from dropoutlab.checks.motivation import memorized

check(memorized_fraction, memorized.counts_repeated_labels, memorized.knows_the_edges)

# %% nbgrader={"grade": true, "grade_id": "memorized_fraction-share", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the share of wrong labels that are repeated.
from dropoutlab.checks.motivation import memorized

memorized.counts_repeated_labels(memorized_fraction)
### BEGIN HIDDEN TESTS
memorized.counts_repeated_labels(memorized_fraction, cases=((1000, 0.05), (90, 0.7)), seed=101)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "memorized_fraction-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: no label wrong, none repeated, all repeated; and the arrays stay as they are.
from dropoutlab.checks.motivation import memorized

memorized.knows_the_edges(memorized_fraction)
### BEGIN HIDDEN TESTS
memorized.knows_the_edges(memorized_fraction, n=77, seed=102)
### END HIDDEN TESTS

# %% [markdown]
# **Memory and understanding.** On the left your fraction while the networks learn, on the right
# what they answer at the end, always for the digits with a wrong label.

# %%
memorised.draw(memorized_fraction, pairs)

# %% [markdown]
# Both networks start by finding the true classes: what many digits have in common is learned
# first, single exceptions later. Arpit et al. (2017) saw the same in much larger networks, and
# also that dropout slows down the memorising more than the learning. Move the epoch to see the
# order of events.

# %%
memorised.explore(memorized_fraction, pairs)

# %% [markdown]
# Ten of these digits, with the label that was wrong and the two answers. ✓ is the true class, ✗
# the wrong label, ? something else. Go back to an early epoch and forward again: when does the
# network without dropout change its mind?

# %%
flipped_digits.draw(memorized_fraction, pairs)

# %%
flipped_digits.explore(memorized_fraction, pairs)

# %% [markdown]
# ## Is dropout the only remedy?
#
# No, and it is good to know the competition before falling in love. Two older remedies on the
# same digits:
#
# - **Weight decay** (L2) pulls all weights towards zero. Its strength has to be tuned: try other
#   values than the 0.02 below.
# - **Early stopping** ends the training before the memorising begins. We even let it cheat, and
#   pick for each seed the epoch that turned out best on the *test* digits, which nobody may do in
#   earnest.

# %%
decayed = []
for seed, pair in enumerate(pairs[:3]):
    trained = train(pair.data, seed, weight_decay=0.02)
    decayed.append(accuracy_on_test(pair.data, trained)[-1])
    print(f"seed {seed}: weight decay {decayed[-1]:.1%}")
stopped = [accuracy_on_test(pair.data, pair.plain).max() for pair in pairs]
print(f"\nweight decay 0.02   {spread(decayed)} ({len(decayed)} seeds)")
print(
    f"early stopping      {spread(stopped)} ({len(stopped)} seeds, epoch picked on the test digits)"
)
print(f"dropout 0.5         {spread(dropped)} ({len(dropped)} seeds)")

# %% [markdown]
# Each of them closes most of the gap. What speaks for dropout here is that p = 0.5 worked
# without any tuning.
#
# And if no label is wrong? The next cell trains five pairs on clean labels, for 50 epochs. We
# need these networks again further down.

# %%
clean_pairs = train_pairs(5, label_noise=0.0, p=0.5, epochs=50)

clean_plain = [accuracy_on_test(pair.data, pair.plain)[-1] for pair in clean_pairs]
clean_dropped = [accuracy_on_test(pair.data, pair.dropout)[-1] for pair in clean_pairs]
print(
    f"\nclean labels: without dropout {spread(clean_plain)}, with dropout {spread(clean_dropped)}"
)

# %% [markdown]
# On clean labels the difference is smaller than the spread between seeds. There is no claim to be
# made: dropout is a remedy for overfitting, and where there is little of it, there is little to
# gain. Remember this when a text promises that dropout "consistently improves" a network.

# %% [markdown]
# ## Dead units
#
# Accuracies say *that* something is different. What is different inside? A network with more
# units than it needs leaves some of them with little to do. A unit may have tiny weights, it may
# be active on a handful of examples only, or later layers may cancel what it says. The extreme
# case is a **dead** unit: after its ReLU it is 0 on every example.
#
# Can a dead unit recover? Where a ReLU is at 0 on all examples, its gradient is 0 on all
# examples as well, so no step changes the weights into it. Only other inputs could wake it.
#
# ### Exercise 2 · `dead_units`
#
# *Difficulty ●○○ · 5 minutes · 3 points*
#
# Write `dead_units(activations)`.
#
# | | |
# |---|---|
# | `activations` | (N, d) numbers, 0 or greater: what d units send on for N examples, after a ReLU |
# | **returns** | boolean array (d,): `True` for each unit that is 0 on **every** example |
#
# For example, with three examples and four units:
#
# ```
# [[0.0, 1.2, 0.0, 0.7],
#  [0.0, 0.0, 0.0, 0.7],       →   [True, False, False, False]
#  [0.0, 3.1, 0.1, 0.7]]
# ```
#
# The third unit is active only once and the fourth never changes; neither is dead.
#
# <details><summary>Hint 1: two steps</summary>
#
# First ask of every entry whether it is 0. Then ask of every *column* whether that holds for all
# of its entries.
#
# </details>
# <details><summary>Hint 2: the axis</summary>
#
# `a.all(axis=0)` runs down the rows and leaves one answer for each column.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "dead_units", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dead_units(activations):
    """Which units are 0 on every example.

    activations: array (N, d) of numbers >= 0, left as it is
    Returns a boolean array (d,).
    """
    ### BEGIN SOLUTION
    return (activations == 0).all(axis=0)
    ### END SOLUTION


# %%
# Check: whom do you call dead?
from dropoutlab.checks import check
from dropoutlab.checks.motivation import dead_or_alive

check(dead_units, dead_or_alive.is_boolean, dead_or_alive.looks_at_every_example)

# %% nbgrader={"grade": true, "grade_id": "dead_units-boolean", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: one True or False for each unit.
from dropoutlab.checks.motivation import dead_or_alive

dead_or_alive.is_boolean(dead_units)
### BEGIN HIDDEN TESTS
dead_or_alive.is_boolean(dead_units, shapes=((30, 10), (1, 25), (12, 12)))
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "dead_units-every", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: dead means 0 on every example.
from dropoutlab.checks.motivation import dead_or_alive

dead_or_alive.looks_at_every_example(dead_units)
### BEGIN HIDDEN TESTS
dead_or_alive.looks_at_every_example(dead_units, shapes=((500, 128), (3, 40)), seed=202)
### END HIDDEN TESTS

# %% [markdown]
# **Who works, and how often?** The units of both hidden layers, sorted by the share of training
# digits on which they are active. Guess first: does dropout leave more dead units, or fewer?
# More zeros, or fewer?

# %%
unit_use.draw(dead_units, pairs)

# %%
unit_use.explore(dead_units, pairs)

# %% [markdown]
# One pair again proves nothing. Here are the averages over all of them.

# %%
for layer, name in ((1, "first"), (2, "second")):
    counts, zeros, revived = [], [], []
    for pair in pairs:
        networks = (pair.untrained, pair.plain.network, pair.dropout.network)
        sent = [network.activations(pair.data.x_train)[layer] for network in networks]
        dead = [dead_units(h) for h in sent]
        counts.append([d.sum() for d in dead])
        zeros.append([(h == 0).mean() for h in sent])
        revived.append([(dead[0] & ~d).sum() for d in dead])
    print(f"{name + ' hidden layer':27}   before training   without dropout      with dropout")
    for words, values, form in (
        ("dead units", counts, "{:17.1f}"),
        ("  dead before, alive after", revived, "{:17.1f}"),
        ("activations that are 0", zeros, "{:17.0%}"),
    ):
        print(f"{words:27}", *(form.format(value) for value in np.mean(values, axis=0)))

# %% [markdown]
# This is less simple than the story that "dropout wakes up lazy units".
#
# - In the **first** layer nobody comes back to life. The inputs of these units are the pixels,
#   which stay the same, so a dead unit stays dead, with dropout and without. Most units that are
#   dead at the end were born so, with unlucky weights, and dropout leaves a few more.
# - In the **second** layer the inputs change while the first layer learns, and units do recover.
#   With dropout nearly all of them do: their inputs also change from mask to mask, so now and then
#   something gets through to a silent unit and its weights can move.
# - Dropout does **not** make everybody work all the time. Its units are at 0 more often, not less,
#   above all in the first layer: what a unit says becomes more selective. Srivastava et al.
#   (2014) noticed the same, and called it a side effect.
#
# So it is not the number of working units that separates the two networks. Look at how they work
# *together*.

# %% [markdown]
# ## Take units away
#
# Here are two tiny networks. Both compute y = x, and in both the two hidden units rise and fall
# together.
#
# | | first hidden unit | second hidden unit | output |
# |---|---|---|---|
# | **A** | 5x | 4x | first − second |
# | **B** | x/2 | x/2 | first + second |
#
# Which one would you rather rely on if one of the units may fail?
#
# In A each unit is useful only in the presence of the other one: without it, it is not just less
# good but far off. This is **co-adaptation**. It does not mean that units are active at the same
# time, since those of B are, too. It means that what a unit contributes makes sense only
# together with particular others.
#
# To test a trained network for it, take units away and see what is left. There is one catch. With
# half of the units gone, the next layer receives about half of what it is used to. We want to
# know what is lost by *which* units are missing, and not by how many, so the remaining ones are
# turned up accordingly.
#
# ### Exercise 3 · `ablate`
#
# *Difficulty ●○○ · 10 minutes · 4 points*
#
# Write `ablate(activations, keep)`.
#
# | | |
# |---|---|
# | `activations` | (N, d): what d units send on for N examples |
# | `keep` | boolean array (d,): which units stay |
# | **returns** | array of the shape and dtype of `activations`: 0 for units that go; for those that stay, the activation times d / (number of units kept) |
# | at the edge | all zeros if no unit is kept |
#
# For example, with three of four units kept, the factor is 4/3:
#
# ```
# activations   [[3.0, 6.0, 1.0, 9.0]]
# keep           [True, False, True, True]
# returns       [[4.0, 0.0, 1.333, 12.0]]
# ```
#
# <details><summary>Hint 1: one factor for each unit</summary>
#
# In a product, numpy reads `True` as 1 and `False` as 0, and an array of shape (d,) is stretched
# over all rows of one of shape (N, d).
#
# </details>
# <details><summary>Hint 2: the dtype</summary>
#
# `keep.sum()` is a numpy integer, and dividing by it gives a numpy float64, which turns a
# float32 array into float64. `int(keep.sum())` is a plain Python number, and plain numbers leave
# the dtype alone.
#
# </details>
# <details><summary>Hint 3: nobody left</summary>
#
# If no unit is kept there is no factor, because it would be d/0. `np.zeros_like(activations)` is
# what you need there.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "ablate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ablate(activations, keep):
    """Remove units and make up for them by enlarging what is left.

    activations: floating-point array (N, d), left as it is
    keep: boolean array (d,), True for the units that stay
    Returns an array of the shape and dtype of activations.
    """
    ### BEGIN SOLUTION
    kept = int(keep.sum())
    if kept == 0:
        return np.zeros_like(activations)
    return activations * keep * (len(keep) / kept)
    ### END SOLUTION


# %%
# Check: what does your ablation do?
from dropoutlab.checks import check
from dropoutlab.checks.motivation import ablation

check(
    ablate,
    ablation.silences_removed_units,
    ablation.makes_up_for_them,
    ablation.keeps_the_conventions,
)

# %% nbgrader={"grade": true, "grade_id": "ablate-removed", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: the units that go are 0, and only those.
from dropoutlab.checks.motivation import ablation

ablation.silences_removed_units(ablate)
### BEGIN HIDDEN TESTS
ablation.silences_removed_units(ablate, kept=(10, 1), seed=301)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ablate-rescaled", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: what stays is multiplied by d / (number kept).
from dropoutlab.checks.motivation import ablation

ablation.makes_up_for_them(ablate)
### BEGIN HIDDEN TESTS
ablation.makes_up_for_them(ablate, kept=(11, 3), shapes=((4, 13), (13, 13)), seed=302)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ablate-conventions", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: inputs are left alone, the dtype is kept, all or no units removed.
from dropoutlab.checks.motivation import ablation

ablation.keeps_the_conventions(ablate)
### BEGIN HIDDEN TESTS
ablation.keeps_the_conventions(ablate, seed=303)
### END HIDDEN TESTS

# %% [markdown]
# Now the two tiny networks at x = 1, each with one unit taken away by your `ablate`.

# %%
x = 1.0
for name, hidden, to_output in (
    ("A", np.array([[5 * x, 4 * x]]), np.array([1.0, -1.0])),
    ("B", np.array([[x / 2, x / 2]]), np.array([1.0, 1.0])),
):
    whole = (hidden @ to_output).item()
    left = [
        (ablate(hidden, np.array(keep)) @ to_output).item()
        for keep in ([True, False], [False, True])
    ]
    print(
        f"network {name}: y = {whole:g} with both units, {left[0]:g} or {left[1]:g} with one of them"
    )

# %% [markdown]
# Would dropout have preferred B? With p = 0.5 the output, on average over the coins, is right in
# both, but it scatters around it. Each hidden unit h with output weight w adds
# $\frac{p}{1-p}(wh)^2$ to the variance (notebook 2 derives it): 25 + 16 = 41 for A and
# 0.25 + 0.25 = 0.5 for B. A network that is trained under such noise pays for fragile
# arrangements in every step.
#
# **One unit removed.** Is there any single unit whose loss hurts? A unit without which the answers
# change is *over-specialised*: the network hangs on it. Every unit of both hidden layers is
# removed in turn, in networks trained on clean labels, so that both kinds start out equally
# accurate.

# %%
single_units.draw(ablate, clean_pairs[:2])

# %% [markdown]
# The network without dropout has a few units of this kind, the one with dropout hardly any.
#
# **Many units removed.** Again networks trained on clean labels. How much of the accuracy is left
# with half of the units?

# %%
ablation_curve.draw(ablate, clean_pairs)

# %% [markdown]
# Two networks that nobody could tell apart by their accuracy, and yet with half of their units
# gone one of them is a ruin and the other hardly notices. Without dropout, much of what a unit
# says counts on particular others. With dropout no unit can count on any other: its
# neighbours come and go in every step, so it has to say something that is useful in almost any
# company. A team whose coach benches players at random cannot build its game on one star.
#
# Hinton et al. (2012) put this reason into the title of their paper, and told a story along with
# it: sexual reproduction breaks up sets of genes that work only together, and so favours genes
# that work well with many others. A story is not evidence; the curve above is.
#
# Try one layer at a time. In which one does the network without dropout depend more on
# completeness?

# %%
ablation_curve.explore(ablate, clean_pairs)

# %% [markdown]
# The factor d/(number kept) belongs to this experiment, where we choose *how many* units go. In
# dropout every unit has its own coin and the number is left to chance; there the factor is
# 1/(1 − p), whatever number the coins happen to leave. Notebook 2 has more on this.

# %% [markdown]
# ## A family of thinned networks
#
# With some units dropped, what remains is a smaller network: a **thinned** one. Every choice of
# units to keep is a different thinned network. How many are there for n units?
#
# <details><summary>Think first, then open.</summary>
#
# Every unit is either kept or not, independently of the others: 2 · 2 · … · 2 = 2ⁿ, including the
# whole network and the one that keeps nothing. It is the number of units that counts, not that of
# layers.
#
# </details>

# %%
print(f"{2**3} thinned networks of 3 units, {2**10:,} of 10, {2**256:.2g} of 256")

# %% [markdown]
# Our networks have 256 hidden units. In 100 epochs of 500 examples each they saw 50,000 masks, so
# nearly every member of the family was never trained at all. They live off what they share: all
# of them use the same weights.
#
# With a few units we can look at the whole family.
#
# ### Exercise 4 · `enumerate_masks`
#
# *Difficulty ●●○ · 15 minutes · 3 points*
#
# Write `enumerate_masks(n)`.
#
# | | |
# |---|---|
# | `n` | number of units, at least 1 |
# | **returns** | boolean array (2ⁿ, n): each row is one choice of units to keep, each choice is there exactly once, in any order |
#
# For example, `enumerate_masks(2)` may return
#
# ```
# [[False False]
#  [False  True]
#  [ True False]
#  [ True  True]]
# ```
#
# <details><summary>Hint 1: from n − 1 units to n</summary>
#
# If you have all masks of n − 1 units: take them twice, once with a column of `False` in front
# and once with a column of `True`.
#
# </details>
# <details><summary>Hint 2: or count in binary</summary>
#
# The numbers from 0 to 2ⁿ − 1, written with n binary digits, are exactly the masks. Digit j of
# the number i is `(i >> j) & 1`, and with `np.arange(2**n)[:, None]` and `np.arange(n)` numpy
# does it for all i and j at once.
#
# </details>
# <details><summary>Hint 3: or let Python count</summary>
#
# `itertools`, imported above, has a function for all combinations of values: `product`, with its
# argument `repeat`. `np.array` makes an array of a list of them.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "enumerate_masks", "locked": false, "schema_version": 3, "solution": true, "task": false}
def enumerate_masks(n):
    """Every choice of units to keep.

    n: number of units, at least 1
    Returns a boolean array (2**n, n) with each choice in exactly one row, in any order.
    """
    ### BEGIN SOLUTION
    return np.array(list(itertools.product([False, True], repeat=n)))
    ### END SOLUTION


# %%
# Check: is the family complete?
from dropoutlab.checks import check
from dropoutlab.checks.motivation import every_mask

check(enumerate_masks, every_mask.is_boolean, every_mask.has_each_mask_once)

# %% nbgrader={"grade": true, "grade_id": "enumerate_masks-boolean", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: a boolean array with a row for each mask.
from dropoutlab.checks.motivation import every_mask

every_mask.is_boolean(enumerate_masks)
### BEGIN HIDDEN TESTS
every_mask.is_boolean(enumerate_masks, ns=(2, 7))
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "enumerate_masks-complete", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: each mask is there, once.
from dropoutlab.checks.motivation import every_mask

every_mask.has_each_mask_once(enumerate_masks)
### BEGIN HIDDEN TESTS
every_mask.has_each_mask_once(enumerate_masks, ns=(2, 5, 10))
### END HIDDEN TESTS

# %% [markdown]
# ## How likely is each of them?
#
# Are all 2ⁿ thinned networks equally likely? Only at p = 0.5. Otherwise a mask that drops many
# units is less likely than one that drops few (p < 0.5), or more likely (p > 0.5). The coins are
# independent, so the probability of a mask is a product with one factor for each unit: 1 − p
# where it is kept, p where it is dropped,
#
# $$ P(\text{mask}) = (1-p)^{\text{kept}}\; p^{\text{dropped}}. $$
#
# ### Exercise 5 · `mask_probabilities`
#
# *Difficulty ●●○ · 10 minutes · 3 points*
#
# Write `mask_probabilities(masks, p)`.
#
# | | |
# |---|---|
# | `masks` | boolean array (M, n): M masks of n units, `True` where a unit is kept. Any masks, not always all of them. |
# | `p` | probability of dropping a unit |
# | **returns** | array (M,): the probability of each mask |
# | **raises** | `ValueError` if p is not in [0, 1] |
#
# For example, with p = 0.25:
#
# ```
# [ True  True  True]     0.75 · 0.75 · 0.75 = 0.421875
# [ True False  True]     0.75 · 0.25 · 0.75 = 0.140625
# [False False False]     0.25 · 0.25 · 0.25 = 0.015625
# ```
#
# This is the probability of one particular mask. Two of three units are kept with probability
# 3 · 0.140625, because there are three masks that do so.
#
# <details><summary>Hint 1: a factor for each entry</summary>
#
# `np.where(masks, a, b)` is a where the mask is `True` and b elsewhere. What should a and b be,
# and what has to happen along each row?
#
# </details>
# <details><summary>Hint 2: or count</summary>
#
# `masks.sum(axis=1)` is the number of kept units of each mask. In Python and numpy 0.0 ** 0 is
# 1, which is just what p = 0 and p = 1 need. Logarithms do not get along with these two: log 0
# times 0 is `nan`.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "mask_probabilities", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mask_probabilities(masks, p):
    """How likely each mask is if every unit is dropped with probability p.

    masks: boolean array (M, n), True where a unit is kept, left as it is
    p: probability of dropping a unit, in [0, 1]
    Returns an array (M,).
    Raises ValueError if p is not in [0, 1].
    """
    ### BEGIN SOLUTION
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    return np.where(masks, 1 - p, p).prod(axis=1)
    ### END SOLUTION


# %%
# Check: are your probabilities right?
from dropoutlab.checks import check
from dropoutlab.checks.motivation import how_likely

check(mask_probabilities, how_likely.multiplies_the_coins, how_likely.knows_the_edges)

# %% nbgrader={"grade": true, "grade_id": "mask_probabilities-product", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: one factor for each unit, 1 - p or p.
from dropoutlab.checks.motivation import how_likely

how_likely.multiplies_the_coins(mask_probabilities)
### BEGIN HIDDEN TESTS
how_likely.multiplies_the_coins(mask_probabilities, ps=(0.05, 0.4, 0.85), n=9, seed=501)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "mask_probabilities-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: p = 0, p = 1 and a p that is no probability.
from dropoutlab.checks.motivation import how_likely

how_likely.knows_the_edges(mask_probabilities)
### BEGIN HIDDEN TESTS
how_likely.knows_the_edges(mask_probabilities, outside=(-1e-9, 1.0001, 30), seed=502)
### END HIDDEN TESTS

# %% [markdown]
# **A batch runs through thinned networks.** A network with two hidden layers of five units each,
# and a batch of four examples. The mask of each example is drawn from your list, with your
# probabilities. A dropped unit sends nothing, so the arrows from it are not drawn, and neither
# are those into it: whatever arrives there is not used.

# %%
thinned_network.draw(enumerate_masks, mask_probabilities, p=0.5)

# %% [markdown]
# The input and the output keep all their units here. An output unit must never be dropped: it
# stands for a class, and the class cannot go missing. Inputs are sometimes dropped, mildly;
# notebook 5 comes to that.
#
# Take p to 0.2 and draw new masks: how many units stay? Then go through the rows of the batch.
# Every example has its own thinned network, in every step a new one. Does it ever happen that a
# whole layer is dropped? At which p?

# %%
thinned_network.explore(enumerate_masks, mask_probabilities)

# %% [markdown]
# ## One vote or all of them?
#
# A family of networks invites a vote. To use it, one would let all 2ⁿ members answer and average
# their probabilities, each weighted by how likely its mask is. That is the **arithmetic mean**.
# But for 256 units that would take 2²⁵⁶ passes through the network.
#
# Hinton et al. (2012) propose a single one instead: switch on everything and multiply the weights
# that read the units by 1 − p (one half in their case), so that the next layer receives on average
# what it was trained with. This is **weight scaling**. What does this one vote have to do with the
# vote of all?
#
# Take one layer: n units h, then weights W, biases b and a softmax. The thinned network with mask
# m gives class k the logit $z_k = \sum_j m_j h_j W_{jk} + b_k$, which is on average
#
# $$ \operatorname{E}[z_k] \;=\; (1-p) \sum_j h_j W_{jk} + b_k, $$
#
# the logit of weight scaling. Averaging logits is averaging *logarithms* of probabilities, up to
# a term that is the same for all classes. So weight scaling is the **weighted geometric mean**
# of the thinned networks' probabilities,
#
# $$ \prod_m \text{softmax}(z^{(m)})_k^{\,P(m)}, $$
#
# once it has been **renormalised**, divided by its sum over the classes so that they add up to 1
# again. The masks' probabilities P(m) belong in the exponent: without them the statement is true
# at p = 0.5 only.
#
# Do not take our word for it. Compute all three.
#
# ### Exercise 6 · `ensemble_average`
#
# *Difficulty ●●● · 25 minutes · 6 points*
#
# Write `ensemble_average(h, weights, biases, p, how)`.
#
# | | |
# |---|---|
# | `h` | (N, n): activations of n units for N examples; these units may be dropped |
# | `weights`, `biases` | (n, K) and (K,): from the units to the logits of K classes |
# | `p` | probability of dropping a unit |
# | `how` | `"arithmetic"`, `"geometric"` or `"scaling"` |
# | **returns** | (N, K): class probabilities, each row sums to 1 |
# | **raises** | `ValueError` if p is not in [0, 1] |
#
# A thinned network multiplies every row of `h` by a bare mask of 0 and 1, without any scaling,
# and its answer is `softmax(logits)`; `softmax` is imported above and works along the last axis.
# Biases are never dropped. The three averages:
#
# - `"arithmetic"`: the mean of all 2ⁿ answers, weighted by the masks' probabilities;
# - `"geometric"`: their geometric mean with the same weights, divided by its sum over the classes;
# - `"scaling"`: one network, with all units and the weights times 1 − p.
#
# For example, with one unit h = 1, weights [ln 9, 0], biases [0, 0] and p = 0.25, there are two
# thinned networks. The whole one is kept with probability 0.75 and answers [0.9, 0.1]; the empty
# one answers [0.5, 0.5]:
#
# ```
# arithmetic   0.75 · [0.9, 0.1] + 0.25 · [0.5, 0.5]                         = [0.8, 0.2]
# geometric    [0.9, 0.1]^0.75 · [0.5, 0.5]^0.25 = [0.7770, 0.1495], renorm. = [0.8386, 0.1614]
# scaling      softmax([0.75 · ln 9, 0])                                      = [0.8386, 0.1614]
# ```
#
# You can write and check one of the three after the other.
#
# <details><summary>Hint 1: all thinned networks at once</summary>
#
# With `masks` of shape (2ⁿ, n), `h * masks[:, None]` has shape (2ⁿ, N, n): all masks times all
# examples. `@ weights + biases` works on the last axis, and `softmax` as well, so one line gives
# all answers, of shape (2ⁿ, N, K).
#
# </details>
# <details><summary>Hint 2: a weighted mean over the masks</summary>
#
# `np.tensordot(q, answers, 1)` multiplies the answer of each mask by its entry of q and adds them
# up: (2ⁿ,) and (2ⁿ, N, K) become (N, K). `np.average(answers, axis=0, weights=q)` does the same.
#
# </details>
# <details><summary>Hint 3: the geometric mean</summary>
#
# It is exp of the weighted mean of the logarithms. Its sum over the classes is
# `.sum(axis=1, keepdims=True)`; `keepdims` leaves a column to divide by.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "ensemble_average", "locked": false, "schema_version": 3, "solution": true, "task": false}
def ensemble_average(h, weights, biases, p, how):
    """Average what all thinned networks of one layer say, or approximate it by a single one.

    h: array (N, n), the units that may be dropped
    weights, biases: arrays (n, K) and (K,), from the units to the logits
    p: probability of dropping a unit, in [0, 1]
    how: "arithmetic", "geometric" or "scaling"
    Returns an array (N, K) of class probabilities.
    Raises ValueError if p is not in [0, 1].
    """
    ### BEGIN SOLUTION
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, in [0, 1], and not {p}.")
    if how == "scaling":
        return softmax(h @ ((1 - p) * weights) + biases)
    masks = enumerate_masks(h.shape[1])
    q = mask_probabilities(masks, p)
    answers = softmax((h * masks[:, None]) @ weights + biases)
    if how == "arithmetic":
        return np.tensordot(q, answers, 1)
    product = np.exp(np.tensordot(q, np.log(answers), 1))
    return product / product.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %%
# Check: are your averages right?
from dropoutlab.checks import check
from dropoutlab.checks.motivation import ensemble

check(
    ensemble_average,
    ensemble.averages_probabilities,
    ensemble.renormalises_the_geometric_mean,
    ensemble.scales_the_weights,
    ensemble.agrees_at_the_edges,
)

# %% nbgrader={"grade": true, "grade_id": "ensemble_average-arithmetic", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the weighted arithmetic mean of the answers.
from dropoutlab.checks.motivation import ensemble

ensemble.averages_probabilities(ensemble_average)
### BEGIN HIDDEN TESTS
ensemble.averages_probabilities(ensemble_average, ps=(0.1, 0.35, 0.85), shape=(4, 7, 5), seed=601)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ensemble_average-geometric", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
# Graded, 2 points: the weighted geometric mean, renormalised.
from dropoutlab.checks.motivation import ensemble

ensemble.renormalises_the_geometric_mean(ensemble_average)
### BEGIN HIDDEN TESTS
ensemble.renormalises_the_geometric_mean(
    ensemble_average, ps=(0.1, 0.35, 0.85), shape=(4, 7, 5), seed=602
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ensemble_average-scaling", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: one network with scaled weights.
from dropoutlab.checks.motivation import ensemble

ensemble.scales_the_weights(ensemble_average)
### BEGIN HIDDEN TESTS
ensemble.scales_the_weights(ensemble_average, ps=(0.1, 0.35, 0.85), shape=(4, 7, 5), seed=603)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "ensemble_average-edges", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
# Graded, 1 point: p = 0, p = 1 and a p that is no probability, for all three.
from dropoutlab.checks.motivation import ensemble

ensemble.agrees_at_the_edges(ensemble_average)
### BEGIN HIDDEN TESTS
ensemble.agrees_at_the_edges(ensemble_average, outside=(-1e-9, 1.0001, 30), seed=604)
### END HIDDEN TESTS

# %% [markdown]
# **The vote in a triangle.** Six units, three classes, one example: every dot is one of the 64
# thinned networks, and the closer it lies to a corner, the surer it is of that class. Your three
# averages lie among them.

# %%
simplex.draw(enumerate_masks, mask_probabilities, ensemble_average, p=0.3)

# %% [markdown]
# Move p from 0 to 0.95. Where do the averages start, where do they go, and which two never part?

# %%
simplex.explore(enumerate_masks, mask_probabilities, ensemble_average)

# %% [markdown]
# The green ring always holds the cross: for **one masked layer in front of a softmax** weight
# scaling *is* the renormalised, weighted geometric mean, up to rounding. The arithmetic mean is
# something else.
#
# And with more layers? The derivation needed that the logits depend *linearly* on the mask. A
# hidden ReLU layer between masks ends that. The cell trains a small network with two hidden layers
# of six units, lets all 2¹² = 4,096 thinned networks answer for 100 test digits, and compares
# both means to one pass through the whole network. (It multiplies what is kept by 1/(1 − p) while
# training, so that nothing is left to scale at the end. Notebook 2 explains why this is the same.)

# %%
p = 0.2
clean = clean_pairs[0].data
small = Network((64, 6, 6, 10), np.random.default_rng(1))
fit(small, clean.x_train, clean.y_train, np.random.default_rng(2), p=p, epochs=60)

x_test, masks = clean.x_test[:100], enumerate_masks(12)
q = mask_probabilities(masks, p)
arithmetic, log_mean = 0.0, 0.0
for mask, weight in zip(masks / (1 - p), q, strict=True):
    answers = softmax(small.logits(x_test, [None, mask[:6], mask[6:]]))
    arithmetic = arithmetic + weight * answers
    log_mean = log_mean + weight * np.log(answers)
geometric = softmax(log_mean)  # exp, divided by its sum
one_pass = softmax(small.logits(x_test))
for name, mean in (("geometric", geometric), ("arithmetic", arithmetic)):
    moved = 0.5 * np.abs(mean - one_pass).sum(axis=1).mean()
    same = (mean.argmax(axis=1) == one_pass.argmax(axis=1)).mean()
    print(
        f"{name:>10} mean against one pass: {moved:.3f} of the probability lies elsewhere, "
        f"same class for {same:.0%} of the digits"
    )

# %% [markdown]
# With two masked layers nothing is exact any more, but the geometric mean is still close to the
# one pass, and closer than the arithmetic mean. So "dropout averages 2ⁿ networks" is a useful
# picture with three footnotes: they share their weights and nearly none was ever trained; the
# average is a geometric one; and except for a single layer it is an approximation.

# %% [markdown]
# ## Why does it work?
#
# You will meet several explanations. They do not exclude each other, and none is complete.
#
# - **No unit can rely on another.** The ablation curve is its evidence.
# - **A cheap ensemble.** Averaging makes predictions vary less. The picture is sometimes called
#   Bayesian, but the members are weighted by how likely their masks are, not by how well they
#   explain the data.
# - **Noise smooths.** Bishop (1995) showed that a little noise added to the *inputs* acts, to
#   second order, like a penalty on the slopes of the function. Dropout's noise is of another kind:
#   it multiplies, it is not small, and it acts on hidden units. In linear regression its effect
#   can be worked out: there it is a ridge penalty with the scale of the data in it, and you
#   derive it in notebook 3.
#
# Dropout comes from a time of large fully connected layers: AlexNet (Krizhevsky et al. 2012) and
# VGG (Simonyan and Zisserman 2015) used it with p = 0.5 in their first two such layers. How much,
# where, and whether at all is the topic of notebook 5. What to drop other than single units is that
# of notebook 4.

# %% [markdown]
# ## In your own words
#
# A classmate has looked at the learning curves: "With dropout the training accuracy is *lower* by
# more than ten points, so it learns worse. And the rest is simple: dropout trains 2²⁵⁶ networks
# and at the end takes their average."
#
# **3 points, read by a person.** In five to ten sentences: What does the training accuracy
# measure here, and what would be the best possible value for a network that has understood
# everything? What is co-adaptation, and which experiment of yours shows that the two networks
# differ in it? What is right and what is wrong about the sentence on the 2²⁵⁶ networks?

# %% [markdown] nbgrader={"grade": true, "grade_id": "own-words", "locked": false, "points": 3, "schema_version": 3, "solution": true, "task": false}
# ### BEGIN SOLUTION
# The training accuracy is measured against labels of which a fifth is wrong. A network that knows
# every digit scores 80 %; whatever lies above is memorised, and the network without dropout
# repeats most of the wrong labels while its test accuracy falls. So the lower number belongs to
# the better network, which the test digits confirm.
#
# Co-adapted units are useful only in the presence of particular other units. Both networks trained
# on clean labels are equally accurate, but with half of their hidden units taken away, and the
# rest scaled up, the one without dropout loses a large part of its accuracy and the one with
# dropout only a little.
#
# There are indeed 2²⁵⁶ masks, and every example in every step uses one of them. But the networks
# share all their weights and nearly none of them is ever drawn, so they are not trained one by
# one. Nor are their predictions averaged at the end: one pass with scaled weights takes the place
# of the average. It equals the renormalised geometric mean, weighted by the masks' probabilities,
# if there is one masked layer in front of a softmax, and approximates it otherwise.
#
# *Marks: 1 for the training accuracy against wrong labels, with 80 % or an equivalent remark on
# memorising; 1 for co-adaptation as dependence on particular other units (not "active at the same
# time") with the ablation as evidence; 1 for shared weights, or masks never drawn, together with
# the fact that one scaled pass only approximates the average (geometric, not arithmetic, where it
# is exact).*
# ### END SOLUTION

# %% [markdown]
# ## What you have found
#
# - An overparameterised network learns wrong labels by heart. Dropout makes it repeat far fewer of
#   them and find the true classes instead, for every seed.
# - Weight decay and early stopping close much of the same gap, and on clean labels there is
#   nothing to gain.
# - Dead units are no great part of the story. **Co-adaptation** is: units that are useful only
#   together with particular others. It shows when units are taken away.
# - Every example of every step runs through its own **thinned network**, one of 2ⁿ that share all
#   weights. A mask has probability (1 − p)^kept · p^dropped.
# - **Weight scaling** is one pass instead of 2ⁿ. For one masked layer in front of a softmax it
#   equals the renormalised, weighted geometric mean; beyond that it is an approximation.
#
# Next, in notebook 2, you throw the coins yourself and build the layer.
#
# ### Sources
#
# - G. E. Hinton, N. Srivastava, A. Krizhevsky, I. Sutskever, R. R. Salakhutdinov, *Improving
#   neural networks by preventing co-adaptation of feature detectors*, 2012,
#   [arXiv:1207.0580](https://arxiv.org/abs/1207.0580).
# - N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, *Dropout: a simple
#   way to prevent neural networks from overfitting*, Journal of Machine Learning Research 15,
#   2014, pages 1929–1958, [jmlr.org](https://jmlr.org/papers/v15/srivastava14a.html).
# - C. Zhang, S. Bengio, M. Hardt, B. Recht, O. Vinyals, *Understanding deep learning requires
#   rethinking generalization*, ICLR 2017, [arXiv:1611.03530](https://arxiv.org/abs/1611.03530).
# - D. Arpit, S. Jastrzębski, N. Ballas and others, *A closer look at memorization in deep
#   networks*, ICML 2017, [arXiv:1706.05394](https://arxiv.org/abs/1706.05394).
# - H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the loss landscape of neural
#   nets*, NeurIPS 2018, [arXiv:1712.09913](https://arxiv.org/abs/1712.09913).
# - C. M. Bishop, *Training with noise is equivalent to Tikhonov regularization*, Neural
#   Computation 7, 1995, pages 108–116.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton, *ImageNet classification with deep convolutional
#   neural networks*, NIPS 2012.
# - K. Simonyan, A. Zisserman, *Very deep convolutional networks for large-scale image recognition*,
#   ICLR 2015, [arXiv:1409.1556](https://arxiv.org/abs/1409.1556).
# - The digits: E. Alpaydin, C. Kaynak, *Optical recognition of handwritten digits*, UCI Machine
#   Learning Repository, 1998, as distributed with scikit-learn.
