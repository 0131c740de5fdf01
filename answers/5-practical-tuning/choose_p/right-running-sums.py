# Computes the standard deviation by hand.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: pass
def choose_p(validation_scores):
    def moments(values):
        k = len(values)
        if k < 2:
            raise ValueError(k)
        m = sum(values) / k
        return m, (sum((v - m) ** 2 for v in values) / (k - 1) / k) ** 0.5
    all_moments = {float(p): moments(v) for p, v in validation_scores.items()}
    m, e = max(all_moments.values())
    return max(p for p, (mean, _) in all_moments.items() if m - mean <= e)
