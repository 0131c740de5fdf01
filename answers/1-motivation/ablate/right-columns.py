# Column by column.
# ablate-removed: pass
# ablate-rescaled: pass
# ablate-conventions: pass
def ablate(activations, keep):
    columns = []
    for column, stays in zip(activations.T, keep):
        columns.append(column * (len(keep) / int(keep.sum())) if stays else column * 0)
    return np.stack(columns, axis=1)
