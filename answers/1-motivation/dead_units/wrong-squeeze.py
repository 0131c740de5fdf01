# Squeezes a layer of one unit away.
# dead_units-boolean: pass
# dead_units-every: fail "The array of dead units has the wrong shape"
def dead_units(activations):
    return np.squeeze((activations == 0).all(axis=0, keepdims=True))
