# Gives back what it got.
# max_norm-long: fail "Long columns stay as they are"
# max_norm-short: pass
# max_norm-conventions: pass
def max_norm(W, c):
    return W.copy()
