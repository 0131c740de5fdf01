"""JupyterLab in a real browser: Run All, the words of a check, and a slider."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from examiner.course import Course
from tests.conftest import NAME

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="module")
def lab(built: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab with the solved and the unsolved notebook."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "solutions"):
        shutil.copy(built.root / name / NAME / "forward-pass.ipynb", folder / f"{name}.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = {"HOME": str(folder), "JUPYTER_CONFIG_DIR": str(folder / ".config")}
    server = subprocess.Popen(
        [
            Path(sys.executable).parent / "jupyter", "lab", "--no-browser", "--allow-root",
            f"--port={port}", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}",
        ],
        env=os.environ | home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urlopen(f"{address}/api").close()
                break
            except URLError:
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1300, "height": 1600})
        page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        yield page
        browser.close()


def run_all(page: Page, address: str) -> None:
    """Open a notebook, run all its cells and wait until the last one is done."""
    page.goto(f"{address}?reset")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell")
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle")
    first = page.locator(".jp-CodeCell").first.locator(".jp-InputPrompt")
    for _ in range(3):  # on a busy machine the first click may come before the kernel
        page.locator(".lm-MenuBar-itemLabel", has_text="Run").click()
        page.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()
        try:
            expect(first).not_to_have_text("[ ]:", timeout=10_000)
            break
        except AssertionError:
            continue
    last = page.locator(".jp-CodeCell", has_text="batch_rows.explore(Dropout)")
    last.scroll_into_view_if_needed()
    expect(last.locator(".jp-InputPrompt")).to_have_text("[44]:")


def test_a_learner_sees_pictures_and_moves_a_slider(lab: str, page: Page) -> None:
    run_all(page, f"{lab}/lab/tree/solutions.ipynb")
    still = page.locator(".jp-CodeCell", has_text="mask_map.draw(")
    still.scroll_into_view_if_needed()
    expect(still.locator("img")).to_have_attribute("alt", re.compile(r"^Mask of shape \(N, d\)"))

    live = page.locator(".jp-CodeCell", has_text="mask_map.explore(")
    live.scroll_into_view_if_needed()
    image = live.locator("img")
    before = image.get_attribute("src") or ""
    live.locator("button", has_text="(1, d)").click()
    expect(image).not_to_have_attribute("src", before)
    assert "between 0% and 100% in a column" in (image.get_attribute("alt") or "")
    before = image.get_attribute("src") or ""
    live.locator(".noUi-handle").first.press("ArrowRight")
    expect(image).not_to_have_attribute("src", before)
    assert "p = 0.55" in (image.get_attribute("alt") or "")
    assert page.locator(".jp-RenderedText[data-mime-type*=error]").count() == 0


def test_run_all_reaches_the_end_of_an_unsolved_notebook(lab: str, page: Page) -> None:
    run_all(page, f"{lab}/lab/tree/notebooks.ipynb")
    check = page.locator(".jp-CodeCell", has_text="# Check: what does your mask do?")
    check.scroll_into_view_if_needed()
    told = check.locator(".jp-OutputArea-output")
    expect(told).to_contain_text("sample_keep_mask is not written yet.")
    expect(told).not_to_contain_text("Traceback")
