# Goes through np.result_type with float32, so float64 and float32 stay but float16 becomes float32.
# vanilla_dropout-values: pass
# vanilla_dropout-coins: pass
# vanilla_dropout-inference: pass
# vanilla_dropout-conventions: fail "vanilla_dropout changes the dtype."
def vanilla_dropout(x, p, training, rng):
    dtype = np.result_type(x.dtype, np.float32)
    if training:
        return x.astype(dtype) * sample_keep_mask(x.shape, p, rng)
    return x.astype(dtype) * (1 - p)
