"""What a failed check says, and how the learner's code is called so that it can say it."""

import linecache
import re
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, NoReturn

BOLD, RED, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[0m"


class CheckFailed(AssertionError):
    """A property does not hold. The first line names the mistake, the rest shows the evidence.

    Jupyter prints the message alone, without the traceback through the checks.
    """

    def __init__(self, mistake: str, evidence: str = "", reread: str = "") -> None:
        """Take the mistake in words, what the output shows, and the section to reread."""
        lines = [mistake, evidence, f"Reread “{reread}”." if reread else ""]
        super().__init__("\n".join(line for line in lines if line))

    def _render_traceback_(self) -> list[str]:
        mistake, *rest = str(self).split("\n")
        return [f"{RED}✗{PLAIN} {BOLD}{mistake}{PLAIN}", *(f"  {line}" for line in rest)]


def not_written(name: str) -> NoReturn:
    """Say that a stub is still a stub, as a NotImplementedError of three lines."""
    words = [
        f"{BOLD}{name} is not written yet.{PLAIN}",
        "  In its answer cell above, replace `raise NotImplementedError()` with your code and",
        "  run that cell. Then run this one again.",
    ]
    error = NotImplementedError(f"{name} is not written yet.")
    error._render_traceback_ = lambda: words  # type: ignore[attr-defined]
    raise error from None


def call(answer: Callable[..., Any], *args: Any, doing: str = "", **kwargs: Any) -> Any:
    """Call the learner's code; an exception in it becomes a sentence that says where and what.

    `doing` is the call as the message shows it, such as "dropout_forward(x, p=0.2, ...)".

    Raises CheckFailed, or NotImplementedError where a stub is not written yet.
    """
    __tracebackhide__ = True
    try:
        return answer(*args, **kwargs)
    except (Exception, SystemExit) as error:
        _tell(error, answer, doing)


def call_in_turn(
    answer: Callable[..., Any], arguments: list[tuple[Any, ...]], doing: str = ""
) -> list[Any]:
    """Call the learner's code once with each of these arguments, and tell errors as `call` does.

    A grader that calls from another process may have a quicker way than one call after the other:
    its `call_in_turn` is used then.
    """
    __tracebackhide__ = True
    at_once = getattr(type(answer), "call_in_turn", None)
    try:
        if at_once:
            return list(at_once(answer, arguments))
        results = []
        for args in arguments:
            results.append(answer(*args))
        return results
    except (Exception, SystemExit) as error:
        _tell(error, answer, doing)


def _tell(error: Exception | SystemExit, answer: Callable[..., Any], doing: str) -> NoReturn:
    __tracebackhide__ = True
    if isinstance(error, CheckFailed) or hasattr(error, "_render_traceback_"):
        raise error
    if isinstance(error, NotImplementedError):
        not_written(_raised_in(error) or _name(answer))
    doing = doing or f"{_name(answer)}(...)"
    raise CheckFailed(
        f"{_name(answer)} raised {type(error).__name__}.",
        f"{doing} stopped with: {_first_line(error)}{_raised_at(error)}",
    ) from None


def wants_value_error(
    answer: Callable[..., Any], *args: Any, doing: str, reread: str, **kwargs: Any
) -> None:
    """Fail unless this call raises ValueError, which the conventions ask for a p outside [0, 1]."""
    try:
        answer(*args, **kwargs)
    except ValueError:
        return
    except NotImplementedError as error:
        not_written(_raised_in(error) or _name(answer))
    except (Exception, SystemExit) as error:
        raise CheckFailed(
            "A p outside [0, 1] raises the wrong kind of error.",
            f"{doing} raised {type(error).__name__}; the conventions ask for ValueError.",
            reread,
        ) from None
    raise CheckFailed(
        "A p outside [0, 1] is accepted.",
        f"{doing} raised nothing. Refuse it with `raise ValueError(...)`.",
        reread,
    )


def _name(answer: Callable[..., Any]) -> str:
    return getattr(answer, "__qualname__", None) or type(answer).__name__


def _first_line(error: BaseException) -> str:
    text = str(error).strip().split("\n")[0] or "no message"
    return re.sub(r"\s+", " ", text)[:300]


def _frames(traceback: TracebackType | None) -> list[tuple[FrameType, int]]:
    frames = []
    while traceback is not None:
        frames.append((traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    return frames


def _raised_in(error: BaseException) -> str:
    """The function that raised it. A grader that calls from another process tells it by itself."""
    if hasattr(error, "raised_in"):
        return str(error.raised_in)
    frames = _frames(error.__traceback__)
    return frames[-1][0].f_code.co_qualname if len(frames) > 1 else ""


def _raised_at(error: BaseException) -> str:
    """The line of the learner's own cell in which it happened, where it is known."""
    if hasattr(error, "raised_at"):
        return f"\n{error.raised_at}" if error.raised_at else ""
    for frame, line in reversed(_frames(error.__traceback__)):
        filename = frame.f_code.co_filename
        if frame.f_globals.get("__name__") == "__main__":
            text = linecache.getline(filename, line).strip()
            return f"\nLine {line} of your cell: {text}" if text else f"\nLine {line} of your cell."
    return ""
