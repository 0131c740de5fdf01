# Returns a named tuple, which unpacks like a pair.
# dropout_forward-scale: pass
# dropout_forward-coins: pass
# dropout_forward-mask: pass
# dropout_forward-inference: pass
# dropout_forward-conventions: pass
from typing import NamedTuple


class Forward(NamedTuple):
    output: np.ndarray
    mask: np.ndarray


def dropout_forward(x: np.ndarray, p: float, training: bool, rng: np.random.Generator) -> Forward:
    if training:
        keep = sample_keep_mask(x.shape, p, rng)
        mask = np.zeros_like(x) if p == 1 else np.divide(keep, 1 - p, dtype=x.dtype, casting="unsafe")
    else:
        mask = np.ones_like(x)
    return Forward(output=x * mask, mask=mask)
