"""A cell's outputs, from messages that may say anything."""

from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from .safe_html import clean

MAX_MARKS = 5000  # tags or colours: what cleans them for a page takes the square of the time
CUT = "\n[The rest of the output is not shown: it was longer than {:g} MB.]\n"


class Outputs:
    """Collects outputs up to a number of bytes; what is not as nbformat wants it is left out."""

    def __init__(self, most: float) -> None:
        self.found: list[NotebookNode] = []
        self._most, self._size = most, 0
        self._clear_next = False
        self._displays: dict[str, NotebookNode] = {}

    def take(self, message: Any) -> None:
        """Take a message from the kernel's iopub channel."""
        content, kind = message.get("content"), message.get("msg_type")
        if not isinstance(content, dict):
            return
        if kind == "clear_output":
            self._clear_next = bool(content.get("wait"))
            if not self._clear_next:
                self.found.clear()
            return
        output = _output(kind, content)
        if output is None or self._size >= self._most:
            return
        if self._clear_next:
            self.found.clear()
            self._clear_next = False
        name = _display_id(content)
        self._size += len(str(output))
        if self._size >= self._most:
            output = new_output("stream", name="stderr", text=CUT.format(self._most / 1e6))
        elif kind == "update_display_data":
            if name in self._displays:
                self._displays[name].data = output.data
            return
        last = self.found[-1] if self.found else None
        if last and output.output_type == "stream" and last.get("name") == output.get("name"):
            last.text += output.text
            return
        if name and output.output_type == "display_data":
            self._displays[name] = output
        self.found.append(output)


def _output(kind: Any, content: dict[str, Any]) -> NotebookNode | None:
    if kind == "stream":
        name = "stderr" if content.get("name") == "stderr" else "stdout"
        return new_output("stream", name=name, text=_text(content.get("text")))
    if kind in ("display_data", "update_display_data"):
        return new_output("display_data", data=_data(content.get("data")), metadata={})
    if kind == "execute_result":
        return new_output("execute_result", data=_data(content.get("data")), execution_count=None)
    if kind == "error":
        lines = content.get("traceback")
        return new_output(
            "error",
            ename=_text(content.get("ename")),
            evalue=_text(content.get("evalue")),
            traceback=[_text(line) for line in lines] if isinstance(lines, list) else [],
        )
    return None


def _data(data: Any) -> dict[str, str]:
    """Text and pictures by mime type, and HTML without what could do harm.

    Of pictures that also come as HTML the picture stays. HTML that would take minutes to clean
    is left out.
    """
    if not isinstance(data, dict):
        return {}
    texts = {_text(mime): _text(text) for mime, text in data.items() if isinstance(text, str)}
    if "image/png" in texts or texts.get("text/html", "").count("<") > MAX_MARKS:
        texts.pop("text/html", None)
    if "text/html" in texts:
        texts["text/html"] = clean(texts["text/html"])
    return texts


def _text(value: Any) -> str:
    """Text that can be written to a file, without half surrogate pairs or too many colours."""
    text = value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
    return text if text.count("\x1b") <= MAX_MARKS else text.replace("\x1b", "")


def _display_id(content: dict[str, Any]) -> str:
    transient = content.get("transient")
    name = transient.get("display_id") if isinstance(transient, dict) else None
    return name if isinstance(name, str) else ""
