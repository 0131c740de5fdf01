# Returns a list.
# drop_rates-line: fail "The array of rates is not a numpy array"
# drop_rates-edges: fail "The array of rates is not a numpy array"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return [l / n_blocks * p_last for l in range(1, n_blocks + 1)]
