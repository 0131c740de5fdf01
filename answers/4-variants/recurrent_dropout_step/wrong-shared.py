# One mask for the batch.
# recurrent_dropout_step-candidate: pass
# recurrent_dropout_step-coins: fail "All examples of the batch share one mask"
# recurrent_dropout_step-output: pass
# recurrent_dropout_step-conventions: pass
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    _, mask = dropout_forward(np.ones((1, g.shape[1])), p, training, rng)
    c = f * c + i * g * mask
    return o * np.tanh(c), c
