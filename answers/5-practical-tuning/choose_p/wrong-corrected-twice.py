# Corrects for the mean twice.
# choose_p-rule: pass
# choose_p-error: fail "The standard error comes out too large: divide by the root of the number of seeds"
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(v) < 2 for v in validation_scores.values()):
        raise ValueError
    S = validation_scores
    m = {p: np.mean(v) for p, v in S.items()}
    best = max(m, key=m.get)
    k = len(S[best])
    se = np.std(S[best], ddof=1) / np.sqrt(k - 1)
    return max(p for p in m if m[p] >= m[best] - se)
