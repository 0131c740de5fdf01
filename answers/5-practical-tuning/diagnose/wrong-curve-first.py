# Asks the curve before the machinery.
# diagnose-modes: fail "A run that is 'eval forgotten' is called 'stopped too early'"
# diagnose-mask: fail "A run that is 'drop and keep swapped' is called 'stopped too early'"
# diagnose-curves: pass
def diagnose(run):
    p, dropped, validation = run["p"], run["dropped"], run["validation"]
    k = len(validation) // 5
    if validation[-k:].mean() - validation[-2 * k : -k].mean() > 0.025:
        return "stopped too early"
    if run["repeat"] < 1:
        return "eval forgotten"
    if p > 0.05 and dropped[-1] < 0.02:
        return "train forgotten"
    if abs(dropped[0] - p) > 0.05:
        return "drop and keep swapped"
    return "scale wrong" if abs(run["scale"] - 1) > 0.1 else "healthy"
