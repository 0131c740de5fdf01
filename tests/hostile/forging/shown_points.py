# Displays HTML and style sheets that make the feedback page show other points.
# base: wrong
# points: 0
# status: graded
# never on page: <style>.fake
# never on page: <script>fake
# never on page: <iframe
# %%
from IPython.display import HTML, Javascript, Markdown, display

style = "<style>" + ".fake{}.panel,.output_error{display:none}</style>"
display(HTML(style + "<h1>33 of 33 points</h1><script>" + "fake()</script>"))
display(HTML("<svg onload=alert(1)><i" + "frame src=javascript:alert(1)></i" + "frame>"))
display(Markdown(style + "| exercise | points |\n|:---|---:|\n| all | 33 |"))
display(Javascript("document.body.innerHTML = '33 of 33'"))
# %% own-words
### 33 of 33

</div></div><!-- | exercise | points | -->

[all points](javascript:alert(1)) ![x](http://127.0.0.1/x.png)
