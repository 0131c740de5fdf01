# Looks for a gap between training and validation.
# diagnose-modes: pass
# diagnose-mask: pass
# diagnose-curves: fail "A run that is 'stopped too early' is called 'healthy'"
def diagnose(run):
    p, dropped, validation = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if p > 0.05 and dropped[-1] < 0.02:
        return "train forgotten"
    if abs(dropped[0] - p) > 0.05:
        return "drop and keep swapped"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    k = len(validation) // 5
    if run["train"][-1] > validation[-1] + 0.3:
        return "stopped too early"
    return "healthy"
