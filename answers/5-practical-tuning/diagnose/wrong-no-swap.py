# Does not compare the share with p.
# diagnose-modes: pass
# diagnose-mask: fail "A run that is 'drop and keep swapped' is called 'healthy'"
# diagnose-curves: pass
def diagnose(run):
    p, dropped, validation = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if p > 0.05 and dropped[-1] < 0.02:
        return "train forgotten"
    if False:
        return "drop and keep swapped"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    k = len(validation) // 5
    if validation[-k:].mean() - validation[-2 * k : -k].mean() > 0.025:
        return "stopped too early"
    return "healthy"
