# Lets the statistics module refuse a single score.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: pass
def choose_p(validation_scores):
    import statistics as st
    d = {p: (st.mean(v), st.stdev(v) / len(v) ** 0.5) for p, v in validation_scores.items()}
    m, s = max(d.values())
    return [p for p in sorted(d, reverse=True) if d[p][0] >= m - s][0]
