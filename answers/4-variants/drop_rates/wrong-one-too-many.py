# Has a rate for a block 0.
# drop_rates-line: fail "There is a rate too many"
# drop_rates-edges: fail "There is a rate too many"
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p_last must be in [0, 1]")
    return np.linspace(0, p_last, n_blocks + 1)
