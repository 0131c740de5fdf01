# Remembers a mask for each shape.
# freeze-repeats: pass
# freeze-drops: pass
def freeze(p, seed):
    masks = {}

    def f(x):
        if x.shape not in masks:
            masks[x.shape] = np.random.default_rng(seed).random(x.shape) >= p
        return np.where(masks[x.shape], x / (1 - p), np.zeros_like(x))

    return f
