# One p at a time.
# kingma_kl-value: pass
# kingma_kl-bound: pass
import math
def kingma_kl(p):
    def one(q):
        if not 0 < q <= 0.5:
            raise ValueError(q)
        a = q / (1 - q)
        return -math.log(a) / 2 - sum(c * a**k for k, c in ((1, 1.16145124), (2, -1.50204118), (3, 0.58629921)))
    return np.vectorize(one)(p)
