"""Controls beside a picture that is drawn again whenever one of them moves."""

import gc
import os
from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from ..figures import Picture


def live(draw: Callable[..., Picture], **controls: widgets.Widget) -> widgets.VBox:
    """Show draw(**values of the controls) and redraw it on every change.

    An exception in the learner's code is shown as a sentence in place of the picture.
    """
    screen = widgets.HTML()

    def redraw(_: Any = None) -> None:
        values = {name: control.value for name, control in controls.items()}
        try:
            screen.value = draw(**values).html()
        except Exception as error:
            words = escape(str(error) or type(error).__name__).replace("\n", "<br>")
            screen.value = f"<p>Nothing to draw: {words}</p>"

    for control in controls.values():
        control.observe(redraw, names="value")
    # Every tenth picture, Python looks for garbage among all that was ever imported, which takes
    # longer than drawing. What is alive now stays alive: tell it so.
    gc.collect()
    gc.freeze()
    if "NBGRADER_EXECUTION" not in os.environ:  # nobody can see it in a graded notebook
        redraw()
    return widgets.VBox([widgets.HBox(list(controls.values())), screen])


def slider_p(value: float = 0.5) -> widgets.FloatSlider:
    """A slider for the drop probability."""
    return widgets.FloatSlider(
        value=value,
        min=0.0,
        max=0.95,
        step=0.05,
        description="p (drop)",
        continuous_update=False,
        readout_format=".2f",
    )


def toggle(options: list[str], description: str) -> widgets.ToggleButtons:
    """A few buttons in a row, one of them pressed."""
    return widgets.ToggleButtons(
        options=options,
        description=description,
        style={"button_width": "auto"},
        layout=widgets.Layout(width="auto", margin="2px 16px 2px 2px"),
    )


def slider_seed() -> widgets.IntSlider:
    """A slider that draws new masks: every position is another seed of the generator."""
    return widgets.IntSlider(
        value=0, min=0, max=50, description="new mask", continuous_update=False
    )
