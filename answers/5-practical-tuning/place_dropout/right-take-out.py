# Puts dropout everywhere first and takes it out again.
# place_dropout-hidden: pass
# place_dropout-output: pass
# place_dropout-batchnorm: pass
# place_dropout-rates: pass
def place_dropout(layers, rates):
    out, owner = [], None
    if rates.get("input"): out = [("dropout", rates["input"])]
    for l in layers:
        if l == "batchnorm": out = [e for e in out if isinstance(e, str)]
        out.append(l)
        if l in ("linear", "conv"):
            owner = l
        elif l in ("relu", "gelu", "tanh", "sigmoid") and rates.get(owner):
            out.append((("spatial " if owner == "conv" else "") + "dropout", rates[owner]))
    last = max(n for n, e in enumerate(out) if e in ("linear", "conv"))
    return out[:last] + [e for e in out[last:] if isinstance(e, str)]
