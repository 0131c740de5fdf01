# All blocks have the same rate.
# drop_rates-line: fail "All blocks have the same rate"
# drop_rates-edges: pass
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.full(n_blocks, p_last, dtype=float)
