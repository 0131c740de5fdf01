# Takes the median of the seeds.
# choose_p-rule: fail "It is not the mean over seeds that decides: one of these runs has failed"
# choose_p-error: pass
# choose_p-seeds: pass
def choose_p(validation_scores):
    if any(len(v) < 2 for v in validation_scores.values()):
        raise ValueError
    S = validation_scores
    m = {p: np.median(v) for p, v in S.items()}
    best = max(m, key=m.get)
    k = len(S[best])
    se = np.std(S[best], ddof=1) / np.sqrt(k)
    return max(p for p in m if m[p] >= m[best] - se)
