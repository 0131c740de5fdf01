# A diagonal matrix.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: pass
def ablate(activations, keep):
    share = keep.mean()
    factors = np.diag(keep / share if share > 0 else np.zeros(len(keep)))
    return (activations.astype(np.float64) @ factors).astype(activations.dtype)
