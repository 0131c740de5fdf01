# Takes p_last for a probability of surviving.
# drop_rates-line: fail "p_last is read as a probability of surviving"
# drop_rates-edges: fail "1 block with p_last = 0.3 cannot be had"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.arange(1, n_blocks + 1) / n_blocks * (1 - p_last)
