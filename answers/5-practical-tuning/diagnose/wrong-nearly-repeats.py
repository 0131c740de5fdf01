# Takes an evaluation that nearly repeats itself for one without randomness.
# diagnose-modes: fail "A run that is 'eval forgotten' is called 'healthy'"
# diagnose-mask: pass
# diagnose-curves: pass
def diagnose(run):
    p, d, v = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 0.95:
        return "eval forgotten"
    if p > 0.05 and d[-1] < 0.02:
        return "train forgotten"
    if abs(d[0] - p) > 0.05:
        return "drop and keep swapped"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    k = len(v) // 5
    return "stopped too early" if v[-k:].mean() - v[-2*k:-k].mean() > 0.025 else "healthy"
