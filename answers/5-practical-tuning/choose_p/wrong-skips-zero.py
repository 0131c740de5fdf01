# Does not consider p = 0.
# choose_p-rule: fail "p = 0 is left out: no dropout is a choice as well"
# choose_p-error: pass
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(v) < 2 for v in validation_scores.values()):
        raise ValueError
    S = {p: v for p, v in validation_scores.items() if p}
    m = {p: np.mean(v) for p, v in S.items()}
    best = max(m, key=m.get)
    k = len(S[best])
    se = np.std(S[best], ddof=1) / np.sqrt(k)
    return max(p for p in m if m[p] >= m[best] - se)
