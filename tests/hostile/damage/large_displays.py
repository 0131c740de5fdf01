# Displays and updates pictures and HTML of many megabytes.
# base: right
# points: 33
# status: graded|crashed
# %%
from IPython.display import HTML, display, update_display

display("first", display_id="one")
for _ in range(5):
    display(HTML("<b>" + "x" * 3_000_000 + "</b>"))
    update_display("y" * 3_000_000, display_id="one")
display({"image/png": "A" * 20_000_000}, raw=True)
