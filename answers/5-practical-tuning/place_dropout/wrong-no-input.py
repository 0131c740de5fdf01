# Forgets the input.
# place_dropout-hidden: pass
# place_dropout-output: pass
# place_dropout-batchnorm: pass
# place_dropout-rates: fail "The input's dropout is missing"
def place_dropout(layers, rates):
    weights = [n for n, layer in enumerate(layers) if layer in ("linear", "conv")]
    norms = [n for n, layer in enumerate(layers) if layer == "batchnorm"]
    first = norms[-1] + 1 if norms else 0
    placed = []
    owner = None
    for n, layer in enumerate(layers):
        placed.append(layer)
        if n in weights:
            owner = layer
        if layer in ("relu", "gelu", "tanh", "sigmoid") and first <= n < weights[-1]:
            p = rates.get(owner, 0)
            if p:
                placed.append(("spatial dropout" if owner == "conv" else "dropout", p))
    return placed
