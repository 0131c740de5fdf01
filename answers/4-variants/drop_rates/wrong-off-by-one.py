# Counts l from 0, but divides by L.
# drop_rates-line: fail "The last block does not get p_last"
# drop_rates-edges: fail "1 block with p_last = 0.3 cannot be had"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.arange(n_blocks) / n_blocks * p_last
