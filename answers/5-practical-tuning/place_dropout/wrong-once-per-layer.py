# Gives each layer with weights one dropout.
# place_dropout-hidden: fail "A dropout is missing"
# place_dropout-output: pass
# place_dropout-batchnorm: pass
# place_dropout-rates: pass
def place_dropout(layers, rates):
    W = [n for n, l in enumerate(layers) if l in ("linear", "conv")]
    norm = max((n for n, l in enumerate(layers) if l == "batchnorm"), default=-1)
    out = []
    if rates.get("input") and norm < 0:
        out.append(("dropout", rates["input"]))
    owner = None
    for n, l in enumerate(layers):
        out.append(l)
        if n in W:
            owner = l
        if l in ("relu", "gelu", "tanh", "sigmoid") and norm <= n < W[-1] and rates.get(owner):
            out.append(("spatial dropout" if owner == "conv" else "dropout", rates[owner]))
            owner = None
    return out
