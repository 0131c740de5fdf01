# Has a softmax of its own and adds up with einsum.
# attention_dropout-weights: pass
# attention_dropout-coins: pass
# attention_dropout-output: pass
# attention_dropout-masked: pass
# attention_dropout-inference: pass
def attention_dropout(scores, values, p, training, rng):
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    w = e / e.sum(axis=-1, keepdims=True)
    if training:
        keep = sample_keep_mask(scores.shape, p, rng)
        w = np.where(keep, w / (1 - p), 0) if p < 1 else 0 * w
    return np.einsum("nts,nsd->ntd", w, values), w
