# Displays HTML whose elements are nested forty thousand deep.
# base: right
# points: 33
# status: graded
# %%
from IPython.display import HTML, Markdown, display

display(HTML("<div>" * 40_000 + "x"))
display(HTML("<b><table><i>" * 3000 + "x"))
display(HTML("<" * 300_000 + "a href=" * 1000))
display(Markdown(">" * 20_000 + "x"))
display(Markdown("[" * 20_000 + "](" * 20_000))
display(Markdown("*_" * 20_000 + "`" * 10_001))
