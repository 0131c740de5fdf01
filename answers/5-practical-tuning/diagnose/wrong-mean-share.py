# Looks at the mean share of all epochs and mistakes one fault for the other.
# diagnose-modes: fail "A run that is 'train forgotten' is called 'drop and keep swapped'"
# diagnose-mask: pass
# diagnose-curves: pass
def diagnose(run):
    p, dropped, validation = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if abs(dropped.mean() - p) > 0.05:
        return "drop and keep swapped"
    if p > 0.05 and dropped[-1] < 0.02:
        return "train forgotten"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    k = len(validation) // 5
    if validation[-k:].mean() - validation[-2 * k : -k].mean() > 0.025:
        return "stopped too early"
    return "healthy"
