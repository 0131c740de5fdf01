# Copies the list and inserts from the highest position down.
# place_dropout-hidden: pass
# place_dropout-output: pass
# place_dropout-batchnorm: pass
# place_dropout-rates: pass
def place_dropout(layers, rates):
    new = list(layers)
    last_weights = len(layers) - 1 - next(i for i, l in enumerate(reversed(layers)) if l in ("linear", "conv"))
    barrier = max([i for i, l in enumerate(layers) if l == "batchnorm"] + [-1])
    for i in reversed(range(len(layers))):
        if layers[i] not in ("relu", "gelu", "tanh", "sigmoid") or i > last_weights or i < barrier:
            continue
        owners = [l for l in layers[:i] if l in ("linear", "conv")]
        if owners and rates.get(owners[-1], 0) != 0:
            kind = {"linear": "dropout", "conv": "spatial dropout"}[owners[-1]]
            new.insert(i + 1, (kind, rates[owners[-1]]))
    if barrier < 0 and rates.get("input", 0) != 0:
        new.insert(0, ("dropout", rates["input"]))
    return tuple(new)
