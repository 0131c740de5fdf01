# Returns survival probabilities.
# drop_rates-line: fail "These are probabilities of surviving, not of dropping"
# drop_rates-edges: fail "1 block with p_last = 0.3 cannot be had"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return 1 - np.arange(1, n_blocks + 1) / n_blocks * p_last
