"""docs/coverage.md names sections that exist, in notebooks and documents that exist."""

import re

import pytest

from tests.answers import ASSIGNMENTS, source
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "coverage.md").read_text()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("|") and not line.startswith(("|:", "| heading"))
]
PLACES = sorted({place for row in ROWS for place in row[2].split("; ")} - {"–"})
NOTEBOOKS = {name.split("-")[0]: name for name in ASSIGNMENTS}


@pytest.mark.parametrize("place", PLACES)
def test_every_place_is_there(place: str) -> None:
    if place.startswith("docs/"):
        assert (ROOT / place).is_file()
        return
    number, heading = place.split(" › ")
    if number not in NOTEBOOKS:
        pytest.skip(f"notebook {number} is not there yet")
    text = "\n".join(cell.source for cell in source(NOTEBOOKS[number]).source.cells)
    assert heading in re.findall(r"^#+ (.*)$", text, re.M)


def test_every_row_is_whole() -> None:
    assert len(ROWS) > 100
    for row in ROWS:
        assert len(row) == 4, row
        assert all(row), row
        assert re.match(r"(taught|corrected|cited|measured|replaced|left out)\b", row[3]), row
        assert (row[2] == "–") == row[3].startswith("left out"), row
