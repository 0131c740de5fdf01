# Shows pictures and styles that tell a foreign server who reads the feedback.
# base: right
# points: 33
# status: graded
# never on page: "http://thief.example
# never on page: url(http://thief.example
# never on page: src="file:
# %%
from IPython.display import HTML, Image, Markdown, display

server = "http://thief." + "example"
display(HTML(f'<img src="{server}/a.png"><link rel=stylesheet href="{server}/a.css">'))
display(
    HTML(
        f'<div style="background:url({server}/b.png)">x</div><i'
        + 'frame src="file'
        + ':///etc/passwd">'
    )
)
display(Image(url=f"{server}/c.png"))
display(Markdown(f"![x]({server}/d.png)"))
display({"image/svg+xml": f'<svg><image href="{server}/e.png"/></svg>'}, raw=True)
display({"text/latex": r"$\includegraphics{" + server + "}$"}, raw=True)
