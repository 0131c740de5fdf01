# Compares with a tolerance of 1e-8.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    return np.isclose(activations, 0).all(axis=0)
