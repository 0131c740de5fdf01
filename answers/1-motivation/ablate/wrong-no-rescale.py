# Only removes.
# ablate-removed: pass
# ablate-rescaled: fail "Kept units are not rescaled"
# ablate-conventions: pass
def ablate(activations, keep):
    return activations * keep
