# Takes an empty choice for no choice.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: fail "Removing every unit leaves something"
def ablate(activations, keep):
    if not keep.any():
        return activations.copy()
    return activations * keep * (len(keep) / int(keep.sum()))
