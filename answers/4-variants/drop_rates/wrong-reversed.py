# The rates fall with depth.
# drop_rates-line: fail "The rates fall with depth instead of growing"
# drop_rates-edges: fail "4 blocks with p_last = 1 cannot be had"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.arange(n_blocks, 0, -1) / n_blocks * p_last
