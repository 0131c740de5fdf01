# Walks on from the best p until one is not good enough.
# choose_p-rule: fail "The rule picks another p"
# choose_p-error: pass
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(v) < 2 for v in validation_scores.values()):
        raise ValueError
    S = validation_scores
    m = {p: np.mean(v) for p, v in S.items()}
    best = max(m, key=m.get)
    k = len(S[best])
    se = np.std(S[best], ddof=1) / np.sqrt(k)
    c = best
    for p in sorted(m):
        if p > best:
            if m[p] < m[best] - se: break
            c = p
    return c
