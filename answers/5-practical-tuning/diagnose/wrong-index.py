# Returns a number.
# diagnose-modes: fail "one of the six diagnoses"
# diagnose-mask: fail "one of the six diagnoses"
# diagnose-curves: fail "one of the six diagnoses"
def diagnose(run):
    return int(run["repeat"] < 1)
