# Guards the division with max().
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: pass
def ablate(activations, keep):
    scale = len(keep) / max(int(np.count_nonzero(keep)), 1)
    return activations * (keep * np.array(scale)).astype(activations.dtype)
