# Asks a table of questions, with other thresholds.
# diagnose-modes: pass
# diagnose-mask: pass
# diagnose-curves: pass
def diagnose(run):
    v = np.array_split(run["validation"], 5)
    questions = {
        "eval forgotten": not np.isclose(run["repeat"], 1.0),
        "train forgotten": run["p"] > 0 and np.any(run["dropped"] == 0),
        "drop and keep swapped": np.median(np.abs(run["dropped"] - run["p"])) > 0.03,
        "scale wrong": not 0.93 < run["scale"] < 1.07,
        "stopped too early": v[-1].mean() - v[-2].mean() > 0.03,
    }
    return next((name for name, yes in questions.items() if yes), "healthy")
