# Takes lists apart and uses statistics.
# memorized_fraction-share: pass
# memorized_fraction-edges: pass
def memorized_fraction(predicted, noisy, clean):
    import statistics

    pairs = [(g, n) for g, n, c in zip(predicted.tolist(), noisy.tolist(), clean.tolist()) if n != c]
    return statistics.fmean(g == n for g, n in pairs) if pairs else 0.0
