# Uses the rate of dense layers everywhere.
# place_dropout-hidden: fail "A dropout has the wrong rate"
# place_dropout-output: fail "A dropout is missing"
# place_dropout-batchnorm: fail "A dropout has the wrong rate"
# place_dropout-rates: fail "There is a dropout where none belongs"
def place_dropout(layers, rates):
    weights = [n for n, layer in enumerate(layers) if layer in ("linear", "conv")]
    norms = [n for n, layer in enumerate(layers) if layer == "batchnorm"]
    first = norms[-1] + 1 if norms else 0
    placed = [("dropout", rates["input"])] if rates.get("input") and not norms else []
    owner = None
    for n, layer in enumerate(layers):
        placed.append(layer)
        if n in weights:
            owner = layer
        if layer in ("relu", "gelu", "tanh", "sigmoid") and first <= n < weights[-1]:
            p = rates.get("linear", 0)
            if p:
                placed.append(("spatial dropout" if owner == "conv" else "dropout", p))
    return placed
