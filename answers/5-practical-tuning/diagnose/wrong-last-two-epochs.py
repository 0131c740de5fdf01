# Compares the last two epochs.
# diagnose-modes: fail "A healthy run is called 'stopped too early'"
# diagnose-mask: fail "A healthy run is called 'stopped too early'"
# diagnose-curves: fail "is called"
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
    if validation[-1] > validation[-2]:
        return "stopped too early"
    return "healthy"
