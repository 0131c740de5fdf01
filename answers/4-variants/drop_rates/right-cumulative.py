# Adds equal steps up, in single precision.
# drop_rates-line: pass
# drop_rates-edges: pass
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.cumsum(np.full(n_blocks, p_last / n_blocks)).astype(np.float32)
