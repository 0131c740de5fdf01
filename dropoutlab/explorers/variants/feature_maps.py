"""One digit seen by six filters, and what plain, spatial and block dropout leave of it."""

from collections.abc import Callable
from functools import cache
from typing import Any

import ipywidgets as widgets
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from ...checks.arrays import real_array
from ...checks.failure import CheckFailed, call
from ...data import digits
from ...figures import Picture, styled
from ..live import live, slider_p, slider_seed
from .tiles import show_values

Answer = Callable[..., Any]
CHANNELS, SIZE = 6, 8
FILTERS = np.array(
    [
        [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
        [[1, 2, 1], [2, 4, 2], [1, 2, 1]],
        [[1, 0, -1], [2, 0, -2], [1, 0, -1]],
        [[1, 2, 1], [0, 0, 0], [-1, -2, -1]],
        [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]],
        [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
    ]
)
NAMES = ("pixels", "blurred", "left edges", "upper edges", "slanted", "contrast")


@cache
def _maps() -> NDArray[np.floating]:
    """The maps (1, 6, 8, 8) that six small filters and a ReLU make of one digit, in [0, 1]."""
    image = digits(np.random.default_rng(5), n_train=1).x_train.reshape(SIZE, SIZE)
    windows = sliding_window_view(np.pad(image, 1), (3, 3))
    maps = np.maximum(np.einsum("hwij,cij->chw", windows, FILTERS), 0.0)
    return maps[None] / maps.max(axis=(1, 2), keepdims=True)


@styled
def draw(
    dropout_forward: Answer,
    spatial_dropout: Answer,
    dropblock: Answer | None = None,
    p: float = 0.3,
    block_size: int = 3,
    seed: int = 0,
) -> Picture:
    """Draw what is dropped from six feature maps of a digit, a row for each way to drop.

    The row of DropBlock is left out while `dropblock` is None.
    """
    maps = _maps()
    rows = [("input", np.zeros(maps.shape, dtype=bool))]
    answers: list[tuple[str, Answer, tuple[Any, ...]]] = [
        ("plain dropout", dropout_forward, (p,)),
        ("spatial dropout", spatial_dropout, (p,)),
    ]
    if dropblock is not None:
        answers.append((f"DropBlock, b = {block_size}", dropblock, (p, block_size)))
    for name, answer, settings in answers:
        value = call(answer, maps, *settings, True, np.random.default_rng(seed))
        if not isinstance(value, tuple | list) or len(value) != 2:
            raise CheckFailed(f"The function for {name} does not return two things.")
        mask = np.asarray(value[1])
        if mask.shape == (1, CHANNELS, 1, 1):
            mask = np.broadcast_to(mask, maps.shape)
        rows.append((name, real_array(mask, maps.shape, f"the mask of {name}") == 0))

    picture = Picture(1.25 * len(rows) + 0.3)
    grid = picture.subplots(len(rows), CHANNELS)
    high = 0.3 / picture.get_figheight()
    picture.subplots_adjust(
        left=0.2, right=0.99, top=1 - high, bottom=0.01, wspace=0.05, hspace=0.08
    )
    for row, (name, dropped) in zip(grid, rows, strict=True):
        for channel, axes in enumerate(row):
            show_values(axes, maps[0, channel], dropped[0, channel])
        share = f"\n{dropped.mean():.0%} dropped" if name != "input" else ""
        row[0].text(-0.12, 0.5, name + share, transform=row[0].transAxes, ha="right", va="center")
    for axes, title in zip(grid[0], NAMES, strict=True):
        axes.set_title(title, fontsize=9.5, loc="center")
    shares = ", ".join(f"{name} {dropped.mean():.0%}" for name, dropped in rows[1:])
    picture.alt = (
        f"Six 8 by 8 feature maps of one digit at p = {p:g}, with dropped entries in orange. "
        f"Shares dropped: {shares}. Plain dropout drops single entries, spatial dropout whole "
        "maps" + (", DropBlock squares." if dropblock is not None else ".")
    )
    return picture


def explore(dropout_forward: Answer, spatial_dropout: Answer, dropblock: Answer) -> widgets.VBox:
    """The same maps with sliders for p and the block size, and new masks."""
    return live(
        lambda p, block_size, seed: draw(
            dropout_forward, spatial_dropout, dropblock, p, block_size, seed
        ),
        p=slider_p(0.3),
        block_size=widgets.IntSlider(
            value=3, min=1, max=SIZE, description="block size", continuous_update=False
        ),
        seed=slider_seed(),
    )
