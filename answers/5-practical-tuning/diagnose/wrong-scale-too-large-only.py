# Looks for a scale that is too large, not for one that is too small.
# diagnose-modes: pass
# diagnose-mask: fail "A run that is 'scale wrong' is called"
# diagnose-curves: pass
def diagnose(run):
    p, dropped, validation = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if p > 0.05 and dropped[-1] < 0.02:
        return "train forgotten"
    if abs(dropped[0] - p) > 0.05:
        return "drop and keep swapped"
    if run["scale"] > 1.1:
        return "scale wrong"
    k = len(validation) // 5
    if validation[-k:].mean() - validation[-2 * k : -k].mean() > 0.025:
        return "stopped too early"
    return "healthy"
