# Invents a diagnosis.
# diagnose-modes: fail "one of the six diagnoses"
# diagnose-mask: fail "one of the six diagnoses"
# diagnose-curves: fail "one of the six diagnoses"
def diagnose(run):
    return "overfitting" if run["train"][-1] > run["validation"][-1] else "underfitting"
