# Calls a run without dropout broken.
# diagnose-modes: fail "A healthy run is called 'train forgotten'"
# diagnose-mask: pass
# diagnose-curves: fail "A healthy run is called 'train forgotten'"
def diagnose(run):
    p, dropped, validation = run["p"], run["dropped"], run["validation"]
    if run["repeat"] < 1:
        return "eval forgotten"
    if dropped[-1] < 0.02:
        return "train forgotten"
    if abs(dropped[0] - p) > 0.05:
        return "drop and keep swapped"
    if abs(run["scale"] - 1) > 0.1:
        return "scale wrong"
    k = len(validation) // 5
    if validation[-k:].mean() - validation[-2 * k : -k].mean() > 0.025:
        return "stopped too early"
    return "healthy"
