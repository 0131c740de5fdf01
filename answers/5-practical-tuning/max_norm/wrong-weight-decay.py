# Shrinks all weights a little, as weight decay does.
# max_norm-long: fail "Long columns do not become c long"
# max_norm-short: fail "Short columns are changed"
# max_norm-conventions: pass
def max_norm(W, c):
    return W * 0.9
