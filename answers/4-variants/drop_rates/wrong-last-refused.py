# Refuses p_last = 1.
# drop_rates-line: pass
# drop_rates-edges: fail "p_last = 1 is refused"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    if p_last == 1:
        raise ValueError("p_last")
    return np.arange(1, n_blocks + 1) / n_blocks * p_last
