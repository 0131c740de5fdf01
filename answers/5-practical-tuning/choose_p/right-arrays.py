# Works with arrays of p, means and errors, and by variances.
# choose_p-rule: pass
# choose_p-error: pass
# choose_p-seeds: pass
def choose_p(validation_scores):
    ps = np.array(list(validation_scores))
    counts = np.array([len(v) for v in validation_scores.values()])
    if (counts < 2).any():
        raise ValueError("a standard error needs two scores")
    means = np.array([np.mean(v) for v in validation_scores.values()])
    errors = np.sqrt(np.array([np.var(v, ddof=1) for v in validation_scores.values()]) / counts)
    best = means.argmax()
    return ps[means >= means[best] - errors[best]].max()
