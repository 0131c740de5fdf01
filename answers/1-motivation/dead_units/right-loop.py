# One column after the other.
# dead_units-boolean: pass
# dead_units-every: pass
def dead_units(activations):
    dead = []
    for column in activations.T:
        dead.append(not any(value > 0 for value in column))
    return np.array(dead)
