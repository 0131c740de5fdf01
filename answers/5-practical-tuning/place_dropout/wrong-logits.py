# Drops the logits when nothing follows them.
# place_dropout-hidden: fail "The output is dropped"
# place_dropout-output: fail "The output is dropped"
# place_dropout-batchnorm: fail "The output is dropped"
# place_dropout-rates: fail "The output is dropped"
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
            p = rates.get(owner, 0)
            if p:
                placed.append(("spatial dropout" if owner == "conv" else "dropout", p))
    if rates.get(owner):
        placed.append(("dropout", rates[owner]))
    return placed
