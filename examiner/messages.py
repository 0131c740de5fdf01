"""What a kernel's messages say, where they may say anything."""

from typing import Any


def request_of(message: dict[str, Any]) -> Any:
    """The id of the request that a message answers, if it says one."""
    parent = message.get("parent_header")
    return parent.get("msg_id") if isinstance(parent, dict) else None


def is_last(channel: str, message: dict[str, Any]) -> bool:
    """Whether a message says that the kernel is done with the request that it belongs to."""
    return channel == "shell" or _content(message).get("execution_state") == "idle"


def asks_to_exit(reply: dict[str, Any]) -> bool:
    """Whether the cell called exit() or quit(), which a kernel leaves to its client."""
    payload = _content(reply).get("payload")
    return isinstance(payload, list) and {"source": "ask_exit", "keepkernel": False} in payload


def _content(message: dict[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    return content if isinstance(content, dict) else {}
