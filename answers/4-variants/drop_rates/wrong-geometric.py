# Grows exponentially.
# drop_rates-line: fail "The rates are not (l / L) * p_last"
# drop_rates-edges: pass
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return p_last ** np.arange(n_blocks, 0, -1)
