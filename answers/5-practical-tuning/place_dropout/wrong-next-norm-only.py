# Spares only an activation that is directly followed by a batch normalisation.
# place_dropout-hidden: pass
# place_dropout-output: pass
# place_dropout-batchnorm: fail "A dropout comes before a batch normalisation"
# place_dropout-rates: pass
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
        if layer in ("relu", "gelu", "tanh", "sigmoid") and n < weights[-1] and layers[n + 1] != "batchnorm":
            p = rates.get(owner, 0)
            if p:
                placed.append(("spatial dropout" if owner == "conv" else "dropout", p))
    return placed
