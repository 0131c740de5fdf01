# Rounds to three places first.
# dead_units-boolean: pass
# dead_units-every: fail "A unit that is active on few examples is taken for dead"
def dead_units(activations):
    return (np.round(activations, 3) == 0).all(axis=0)
