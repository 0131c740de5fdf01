# Walks through the layers from the back, and puts pairs in as lists.
# place_dropout-hidden: pass
# place_dropout-output: pass
# place_dropout-batchnorm: pass
# place_dropout-rates: pass
def place_dropout(layers, rates):
    names = {"linear": "dropout", "conv": "spatial dropout"}
    result, seen_weights, blocked = [], False, False
    for n in range(len(layers) - 1, -1, -1):
        layer = layers[n]
        if layer == "batchnorm":
            blocked = True
        if layer in ("relu", "gelu", "tanh", "sigmoid") and seen_weights and not blocked:
            owner = next((other for other in layers[n::-1] if other in names), None)
            if owner and rates.get(owner, 0.0) > 0:
                result.insert(0, [names[owner], rates[owner]])
        if layer in names:
            seen_weights = True
        result.insert(0, layer)
    if not blocked and rates.get("input", 0.0) > 0:
        result.insert(0, ["dropout", rates["input"]])
    return result
