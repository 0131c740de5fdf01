# Refuses one score and accepts none.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: fail "A p with no score is accepted"
def choose_p(validation_scores):
    if any(len(v) == 1 for v in validation_scores.values()):
        raise ValueError
    S = validation_scores
    m = {p: np.mean(v) for p, v in S.items()}
    best = max(m, key=m.get)
    k = len(S[best])
    se = np.std(S[best], ddof=1) / np.sqrt(k)
    return max(p for p in m if m[p] >= m[best] - se)
