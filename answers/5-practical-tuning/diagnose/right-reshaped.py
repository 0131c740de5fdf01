# Folds the curve into fifths.
# diagnose-modes: pass
# diagnose-mask: pass
# diagnose-curves: pass
def diagnose(run):
    run = dict(run); p = run["p"]; v = np.asarray(run["validation"]); k = v.size // 5
    d0, d1 = run["dropped"][[0, -1]]
    table = [("eval forgotten", run["repeat"] != 1), ("train forgotten", d0 - d1 > 0.05),
      ("drop and keep swapped", abs(d0 - p) > 0.02), ("scale wrong", max(run["scale"], 1 / run["scale"]) > 1.08),
      ("stopped too early", v.reshape(5, k).mean(1)[-2:] @ [-1, 1] > 0.03)]
    return next((n for n, t in table if t), "healthy")
