# Sorts the validation curve in place.
# diagnose-modes: pass
# diagnose-mask: pass
# diagnose-curves: fail "diagnose changes the log"
def diagnose(run):
    p, d, v = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if p > 0.05 and d[-1] < 0.02:
        return "train forgotten"
    if abs(d[0] - p) > 0.05:
        return "drop and keep swapped"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    v.sort()
    k = len(v) // 5
    return "stopped too early" if v[-k:].mean() - v[-2*k:-k].mean() > 0.025 else "healthy"
