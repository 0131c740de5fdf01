# Sees nothing.
# diagnose-modes: fail "A run that is 'eval forgotten' is called 'healthy'"
# diagnose-mask: fail "A run that is 'drop and keep swapped' is called 'healthy'"
# diagnose-curves: fail "A run that is 'stopped too early' is called 'healthy'"
def diagnose(run):
    return "healthy"
