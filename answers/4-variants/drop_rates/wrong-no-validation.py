# Accepts any p_last.
# drop_rates-line: pass
# drop_rates-edges: fail "A p outside [0, 1] is accepted"
def drop_rates(n_blocks, p_last):
    return np.arange(1, n_blocks + 1) / n_blocks * p_last
