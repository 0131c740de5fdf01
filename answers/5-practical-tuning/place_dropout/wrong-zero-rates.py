# Puts in dropouts that drop nothing.
# place_dropout-hidden: pass
# place_dropout-output: pass
# place_dropout-batchnorm: pass
# place_dropout-rates: fail "A rate of 0 puts a dropout there"
def place_dropout(layers, rates):
    weights = [n for n, layer in enumerate(layers) if layer in ("linear", "conv")]
    norms = [n for n, layer in enumerate(layers) if layer == "batchnorm"]
    first = norms[-1] + 1 if norms else 0
    placed = [("dropout", rates["input"])] if "input" in rates and not norms else []
    owner = None
    for n, layer in enumerate(layers):
        placed.append(layer)
        if n in weights:
            owner = layer
        if layer in ("relu", "gelu", "tanh", "sigmoid") and first <= n < weights[-1]:
            p = rates.get(owner, 0)
            if owner in rates:
                placed.append(("spatial dropout" if owner == "conv" else "dropout", p))
    return placed
