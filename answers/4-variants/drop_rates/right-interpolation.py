# Interpolates between 0 and p_last.
# drop_rates-line: pass
# drop_rates-edges: pass
def drop_rates(n_blocks, p_last):
    if not 0 <= p_last <= 1:
        raise ValueError("p must be a probability")
    return np.interp(np.arange(1, n_blocks + 1), [0, n_blocks], [0, p_last])
