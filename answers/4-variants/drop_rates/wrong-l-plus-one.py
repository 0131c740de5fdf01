# Divides by L + 1.
# drop_rates-line: fail "The last block does not get p_last"
# drop_rates-edges: fail "1 block with p_last = 0.3 cannot be had"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.arange(1, n_blocks + 1) / (n_blocks + 1) * p_last
