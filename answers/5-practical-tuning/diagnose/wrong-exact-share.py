# Wants the share to be p exactly.
# diagnose-modes: fail "A healthy run is called 'drop and keep swapped'"
# diagnose-mask: fail "A run that is 'scale wrong' is called 'drop and keep swapped'"
# diagnose-curves: fail "is called 'drop and keep swapped'"
def diagnose(run):
    p, dropped, validation = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if p > 0.05 and dropped[-1] < 0.02:
        return "train forgotten"
    if dropped[0] != p:
        return "drop and keep swapped"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    k = len(validation) // 5
    if validation[-k:].mean() - validation[-2 * k : -k].mean() > 0.025:
        return "stopped too early"
    return "healthy"
