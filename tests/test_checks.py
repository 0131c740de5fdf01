"""What a learner reads when a check passes, fails, or meets a stub."""

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dropoutlab.checks
from dropoutlab.checks import CheckFailed, check
from dropoutlab.checks.forward_pass import inverted, keep_mask, layer, vanilla
from examiner.assignment import grade_id
from tests.answers import ASSIGNMENTS, checks, define, properties, source
from tests.conftest import NAME

AUTHOR = define()
CHECKS = Path(dropoutlab.checks.__file__).parent
EXERCISES = [(name, exercise) for name in ASSIGNMENTS for exercise in checks(name)]


def test_a_right_answer_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    check(AUTHOR["sample_keep_mask"], keep_mask.is_boolean, keep_mask.uses_the_rng)
    told = capsys.readouterr().out
    assert told.startswith("sample_keep_mask: 2 of 2 properties hold.")
    assert told.count("✓") == 2


def test_a_report_names_what_holds_and_what_does_not() -> None:
    swapped = define(
        sample_keep_mask="def sample_keep_mask(shape, p, rng):\n    return rng.random(shape) < p"
    )
    with pytest.raises(CheckFailed) as failure:
        check(swapped["sample_keep_mask"], *properties("sample_keep_mask"))
    words = str(failure.value)
    assert words.startswith("sample_keep_mask: 3 of 5 properties hold.")
    assert "Drop and keep are swapped" in words
    assert "20.1 %" in words or re.search(r"keeps \d+ of \d+ entries, \d+\.\d%", words)
    rendered = "\n".join(failure.value._render_traceback_())
    assert "Traceback" not in rendered
    assert "swapped" in rendered


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_a_stub_says_what_to_do_in_three_lines(name: str, exercise: str) -> None:
    stubs = {grade_id(cell): cell.source for cell in source(name).released.cells}
    answer = define(name, **{exercise: stubs[exercise]})[exercise]
    for has_property in properties(exercise, name):
        with pytest.raises(NotImplementedError) as failure:
            has_property(answer)
        lines = failure.value._render_traceback_()  # type: ignore[attr-defined]
        assert len(lines) == 3
        assert f"{exercise}" in lines[0]
        assert "not written yet" in lines[0]
    with pytest.raises(NotImplementedError):
        check(answer, *properties(exercise, name))


def test_the_stub_that_is_missing_is_named_and_not_the_one_that_calls_it() -> None:
    answers = define(
        sample_keep_mask="def sample_keep_mask(*args):\n    raise NotImplementedError()"
    )
    with pytest.raises(NotImplementedError, match=r"^sample_keep_mask is not written"):
        inverted.scales_what_it_keeps(answers["dropout_forward"])


def test_an_exception_in_the_learners_code_becomes_a_sentence() -> None:
    answers = define(
        vanilla_dropout="def vanilla_dropout(x, p, training, rng):\n    return x.nonsense"
    )
    with pytest.raises(CheckFailed) as failure:
        vanilla.shrinks_at_inference(answers["vanilla_dropout"])
    assert "vanilla_dropout raised AttributeError." in str(failure.value)
    assert "vanilla_dropout(x, p=0.2, training=False, rng)" in str(failure.value)
    assert "Line 2 of your cell" in str(failure.value)


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
@pytest.mark.parametrize(
    "nonsense",
    [
        "lambda *args: None",
        "lambda *args: 7",
        "lambda *args: 'text'",
        "lambda *args: (1, 2, 3)",
        "lambda *args: (None, None)",
        "lambda *args: [[1, 2], [3]]",
        "lambda *args: np.array(['a', 'b'])",
        "lambda *args: np.array([object()])",
        "lambda *args: np.full((2, 3), 1j)",
        "lambda a, *rest: np.full(a if isinstance(a, tuple) else np.shape(a), np.nan)",
        "lambda *args: exit()",
        "lambda: 1",
        "42",
    ],
)
def test_nonsense_fails_with_a_sentence(name: str, exercise: str, nonsense: str) -> None:
    answer = define(name, **{exercise: f"{exercise} = {nonsense}"})[exercise]
    for has_property in properties(exercise, name):
        with pytest.raises(CheckFailed) as failure:
            has_property(answer)
        first = str(failure.value).split("\n")[0]
        assert first.endswith("."), first
        assert len(first) > 15


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_section_to_reread_is_in_the_notebook(name: str) -> None:
    """A constant that is a capitalised sentence names a section of the notebook it is for."""
    text = "\n".join(cell.source for cell in source(name).source.cells)
    headings = set(re.findall(r"^#+ (.*)$", text, re.M))
    room = name.split("-", 1)[1].replace("-", "_")
    code = "\n".join(path.read_text() for path in (CHECKS / room).glob("*.py"))
    if name == NAME:
        code += "\n".join(path.read_text() for path in CHECKS.glob("*.py"))
    sections = set(
        re.findall(r'^(?:\w*SECTION|CONVENTIONS|DROP_OR_KEEP|ONE_COIN) = "(.*)"$', code, re.M)
    )
    assert len(sections) >= 3
    assert sections <= headings


@given(
    p=st.floats(0.02, 0.98),
    seed=st.integers(0, 2**32 - 1),
)
@settings(max_examples=25, deadline=None)
def test_right_answers_pass_for_any_p(p: float, seed: int) -> None:
    keep_mask.drops_with_probability_p(AUTHOR["sample_keep_mask"], ps=(p,), seed=seed)
    vanilla.keeps_values_in_training(AUTHOR["vanilla_dropout"], ps=(p,), seed=seed)
    inverted.scales_what_it_keeps(AUTHOR["dropout_forward"], ps=(p,), seed=seed)
    inverted.returns_the_scaled_mask(AUTHOR["dropout_forward"], ps=(p,), seed=seed)
    layer.remembers_the_last_mask(AUTHOR["Dropout"], ps=(p,), seed=seed)


def have_all(name: str, exercise: str, answer: Any) -> None:
    for has_property in properties(exercise, name):
        has_property(answer)


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_nothing_in_dropoutlab_is_an_answer(name: str, exercise: str) -> None:
    """No callable of the package, under whatever name, has all properties of an exercise."""
    tried = 0
    for module in pkgutil.walk_packages(dropoutlab.__path__, "dropoutlab."):
        for value in list(vars(importlib.import_module(module.name)).values()):
            if callable(value) and getattr(value, "__module__", "").startswith("dropoutlab"):
                tried += 1
                with pytest.raises((CheckFailed, NotImplementedError)):
                    have_all(name, exercise, value)
    assert tried > 50


def test_importing_the_package_limits_blas_to_one_thread() -> None:
    import os

    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert np.ones((2, 2)).sum() == 4
