"""Markdown to HTML for feedback and Formgrader, where a student's HTML must not come alive.

nbconvert cleans outputs where sanitize_html is set, but nbgrader's pages take the Markdown cells
as they are. `grader_config.py` puts this filter in the place of nbconvert's.
"""

import re
from html import escape

import bleach
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "kbd",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
    ]
)
MAX_TAGS = 5000  # cleaning takes the square of the time
CLASSES = {"div", "span", "pre", "code", "a"}  # what highlighted code needs


def _allowed(tag: str, name: str, value: str) -> bool:
    if name == "class":
        return tag in CLASSES
    if tag == "a":
        return name == "title" or (
            name == "href" and bool(re.match(r"(https?://|mailto:|#)", value))
        )
    if tag == "img":  # pictures inside the notebook; nothing is fetched from anywhere
        return name in ("alt", "title") or (name == "src" and value.startswith("data:image/"))
    return name == "align" and tag in ("td", "th")


def clean(html: str) -> str:
    """HTML of an output without its scripts, styles and pictures from elsewhere."""
    html = re.sub(r"<(style|script)\b.*?</\1\s*>", "", html, flags=re.DOTALL | re.IGNORECASE)
    return _bleach(html, strip=True)


def _bleach(html: str, strip: bool) -> str:
    protocols = ("http", "https", "mailto", "data")
    return bleach.clean(html, tags=TAGS, attributes=_allowed, protocols=protocols, strip=strip)


@pass_context
def safe_markdown(context: Context, source: str) -> str:
    """Render Markdown as nbconvert does and show what could do harm as text."""
    if source.count("<") > MAX_TAGS:
        return f"<pre>{escape(source)}</pre>"
    return _bleach(HTMLExporter().markdown2html(context, source), strip=False)
