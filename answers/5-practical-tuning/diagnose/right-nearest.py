# Compares the shares with both rates and fits a line to the end of the curve.
# diagnose-modes: pass
# diagnose-mask: pass
# diagnose-curves: pass
def diagnose(run):
    p, first, last = run["p"], float(run["dropped"][0]), float(run["dropped"][-1])
    if run["repeat"] != 1.0:
        return "eval forgotten"
    if abs(first - p) > abs(first - (1 - p)) and p != 0.5:
        return "drop and keep swapped"
    if p > 0 and last < p / 2:
        return "train forgotten"
    if abs(np.log(run["scale"])) > 0.1:
        return "scale wrong"
    end = run["validation"][-2 * (len(run["validation"]) // 5) :]
    slope = np.polyfit(np.linspace(0, 1, len(end)), end, 1)[0]
    return "stopped too early" if slope > 0.05 else "healthy"
