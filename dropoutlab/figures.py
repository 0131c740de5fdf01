"""One style for every picture of the course, and a figure that carries its alt text."""

from base64 import b64encode
from collections.abc import Callable
from functools import wraps
from html import escape
from io import BytesIO
from typing import Any, ParamSpec, TypeVar

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

# Okabe and Ito (2008), "Color Universal Design": distinct for colour-blind readers and in print.
BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#D55E00",
    "#56B4E9",
    "#CC79A7",
)
GREY, LIGHT = "#5F6B73", "#E9ECEE"

WIDTH_INCHES = 8.4  # the width of a notebook's output area, about 840 CSS pixels
CSS_DPI, RENDER_DPI = 100, 130

STYLE: dict[str, Any] = {
    "axes.edgecolor": GREY,
    "axes.labelcolor": "#20282D",
    "axes.labelsize": 10,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "figure.facecolor": "white",
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "legend.fontsize": 9,
    "legend.frameon": False,
    "text.color": "#20282D",
    "xtick.color": GREY,
    "xtick.labelsize": 9,
    "ytick.color": GREY,
    "ytick.labelsize": 9,
}


class Picture(Figure):
    """A matplotlib figure that shows itself in a notebook together with its alt text.

    It is not registered with pyplot: nothing is shown twice and nothing has to be closed.
    """

    alt: str

    def __init__(self, height: float, *, alt: str = "") -> None:
        """Make an empty picture, as wide as a notebook and `height` inches high."""
        super().__init__(figsize=(WIDTH_INCHES, height))
        FigureCanvasAgg(self)
        self.alt = alt

    def png(self) -> bytes:
        """The picture as PNG bytes, at 1.5 times the size it is shown at."""
        buffer = BytesIO()
        self.savefig(buffer, format="png", dpi=RENDER_DPI, pil_kwargs={"compress_level": 3})
        return buffer.getvalue()

    def html(self, png: bytes | None = None) -> str:
        """The picture as an <img> element with its alt text and nothing to fetch."""
        data = b64encode(self.png() if png is None else png).decode()
        width = round(self.get_figwidth() * CSS_DPI)
        style = f"width:{width}px;max-width:100%"
        return f'<img alt="{escape(self.alt)}" style="{style}" src="data:image/png;base64,{data}">'

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        # JupyterLab shows a bare PNG without alt text, so it gets the HTML; nbconvert and
        # readers that refuse HTML take the PNG, whose metadata says the same.
        png = self.png()
        width = round(self.get_figwidth() * CSS_DPI)
        return (
            {"text/html": self.html(png), "image/png": png, "text/plain": self.alt},
            {"image/png": {"alt": self.alt, "width": width}},
        )


P = ParamSpec("P")
R = TypeVar("R")


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """Make a drawing function use the course's style without touching the learner's settings."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> R:
        with matplotlib.rc_context(STYLE):  # type: ignore[arg-type]
            return draw(*args, **kwargs)

    return drawn
