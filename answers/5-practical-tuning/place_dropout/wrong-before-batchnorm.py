# Does not know about batch normalisation.
# place_dropout-hidden: pass
# place_dropout-output: pass
# place_dropout-batchnorm: fail "A dropout comes before a batch normalisation"
# place_dropout-rates: pass
def place_dropout(layers, rates):
    weights = [n for n, layer in enumerate(layers) if layer in ("linear", "conv")]
    norms = [n for n, layer in enumerate(layers) if layer == "batchnorm"]
    first = 0
    placed = [("dropout", rates["input"])] if rates.get("input")  else []
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
