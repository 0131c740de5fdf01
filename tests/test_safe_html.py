from html.parser import HTMLParser

import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_markdown_cell, new_notebook

FILTERS = {"markdown2html": "examiner.safe_html.safe_markdown"}


def render(source: str, **cell: object) -> str:
    """What nbconvert makes of one Markdown cell, without the page around it."""
    exporter = HTMLExporter(filters=FILTERS, template_name="basic")
    html, _ = exporter.from_notebook_node(new_notebook(cells=[new_markdown_cell(source, **cell)]))
    return html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>steal()</script>",
        "<img src=x onerror=steal()>",
        "<img src='https://evil.example/pixel.png'>",
        "<svg onload=steal()>",
        "<a href='javascript:steal()'>x</a>",
        "[x](javascript:steal())",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<iframe src='https://evil.example'></iframe>",
        "<form action='https://evil.example'><input name=score></form>",
        "<style>body { display: none }</style>",
        "<div style='position: fixed; inset: 0'>x</div>",
        "<object data='x'></object><embed src='x'><base href='https://evil.example'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<math><mtext><script>steal()</script></mtext></math>",
        "`</code><script>steal()</script>`",
        "![x](https://evil.example/pixel.png)",
    ],
)
def test_nothing_harmful_comes_alive(attack: str) -> None:
    living = Living()
    living.feed(render(attack))
    assert living.tags.isdisjoint(
        [
            "script",
            "svg",
            "iframe",
            "form",
            "input",
            "style",
            "object",
            "embed",
            "base",
            "meta",
            "link",
            "math",
        ]
    )
    assert not [name for name, _ in living.attributes if name.startswith("on") or name == "style"]
    for name, value in living.attributes:
        if name == "href":
            assert value.startswith("#")
        assert name not in ("src", "action", "content", "data")


class Living(HTMLParser):
    """The elements and attributes that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_honest_markdown_stays_what_it_is() -> None:
    html = render(
        "## Title\n\n> quoted\n\n`0 <= p <= 1` and $a < b$\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n"
        "<details><summary>Hint</summary>\n\nText\n\n</details>\n\n[link](https://jmlr.org)\n\n"
        "```python\nif a < b:\n    pass\n```\n"
    )
    for kept in ("<h2", "<blockquote>", "<code>0 &lt;= p &lt;= 1</code>", "<table>", "<details>"):
        assert kept in html
    assert 'href="https://jmlr.org"' in html
    assert "&amp;lt;" not in html


def test_a_picture_inside_the_notebook_is_shown() -> None:
    html = render("![a](attachment:a.png)", attachments={"a.png": {"image/png": "aGVsbG8="}})
    assert 'src="data:image/png;base64,aGVsbG8="' in html
