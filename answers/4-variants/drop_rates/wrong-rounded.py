# Rounds to three digits.
# drop_rates-line: fail "The rates are not (l / L) * p_last."
# drop_rates-edges: pass
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p must be a probability")
    return np.round(p_last * np.arange(1, n_blocks + 1) / n_blocks, 3)
