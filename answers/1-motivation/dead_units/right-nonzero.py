# Crosses out every unit that is active somewhere.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    out = np.full(activations.shape[1:], True)
    out[np.nonzero(activations)[1]] = False
    return out
