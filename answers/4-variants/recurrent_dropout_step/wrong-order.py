# Returns c before h.
# recurrent_dropout_step-candidate: fail "h and c are returned in the wrong order"
# recurrent_dropout_step-coins: fail "h and c are returned in the wrong order"
# recurrent_dropout_step-output: fail "h and c are returned in the wrong order"
# recurrent_dropout_step-conventions: fail "h and c are returned in the wrong order"
def recurrent_dropout_step(i, f, o, g, c, p, training, rng):
    c = f * c + i * dropout_forward(g, p, training, rng)[0]
    return c, o * np.tanh(c)
