# Computes survival as the paper writes it, then turns it round.
# drop_rates-line: pass
# drop_rates-edges: pass
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    survive_last = 1 - p_last
    return np.array([1 - (1 - l / n_blocks * (1 - survive_last)) for l in range(1, n_blocks + 1)])
