# Works on the rows of a transposed copy and returns a view.
# max_norm-long: pass
# max_norm-short: pass
# max_norm-conventions: pass
def max_norm(W, c):
    V = np.array(W.T)
    for v in V:
        if (n := float(np.sqrt((v.astype(float) ** 2).sum()))) > c:
            v *= c / n
    return V.T
