# Looks whether the training accuracy is still rising.
# diagnose-modes: fail "A healthy run is called 'stopped too early'"
# diagnose-mask: fail "A healthy run is called 'stopped too early'"
# diagnose-curves: fail "A healthy run is called 'stopped too early'"
def diagnose(run):
    p, d, v = run["p"], run["dropped"], run["train"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if p > 0.05 and d[-1] < 0.02:
        return "train forgotten"
    if abs(d[0] - p) > 0.05:
        return "drop and keep swapped"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    k = len(v) // 5
    return "stopped too early" if v[-k:].mean() - v[-2*k:-k].mean() > 0.025 else "healthy"
