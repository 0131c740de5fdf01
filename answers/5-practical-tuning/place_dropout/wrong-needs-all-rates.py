# Looks up rates that may be missing.
# place_dropout-hidden: fail "raised KeyError"
# place_dropout-output: fail "raised KeyError"
# place_dropout-batchnorm: fail "raised KeyError"
# place_dropout-rates: fail "raised KeyError"
def place_dropout(layers, rates):
    weights = [n for n, layer in enumerate(layers) if layer in ("linear", "conv")]
    norms = [n for n, layer in enumerate(layers) if layer == "batchnorm"]
    first = norms[-1] + 1 if norms else 0
    placed = [("dropout", rates["input"])] if rates["input"] and not norms else []
    owner = None
    for n, layer in enumerate(layers):
        placed.append(layer)
        if n in weights:
            owner = layer
        if layer in ("relu", "gelu", "tanh", "sigmoid") and first <= n < weights[-1]:
            p = rates[owner]
            if p:
                placed.append(("spatial dropout" if owner == "conv" else "dropout", p))
    return placed
