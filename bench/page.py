"""How soon the explorer opens and answers in a browser, by the number of statements.

usage: python -m bench.page [OUT] [--statements N ...] [--rounds N] [--plain N]

OUT is the folder of a built graph; without it the corpus is built. Its statements are multiplied (bench/generated.py).
Each page is opened in a headless Chromium from the disk. Seconds until a row has been clicked and its words are lit,
then of a filter, a sort, a search and a change of the picture, each until its layout is done; the best of the rounds.
Beside them stands how often they hold the time in which the browser reads the page's JSON: a yardstick for the machine.
Up to ``--plain`` statements the page that pyvis writes by itself stands beside it (bench/plain_pyvis.py).
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import kg
import kg.store
from bench.generated import generated
from bench.plain_pyvis import LONGEST, seconds_to_rest, write_plain

CORPUS = Path(__file__).parent.parent / "corpus"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--window-size=1280,800",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
READ = "const start = performance.now(); JSON.parse(document.getElementById('data').textContent);"
DEEDS = {
    "filter": "document.querySelector('[data-facet=act] [data-value=directive]').click();",
    "reset": "document.getElementById('reset').click();",
    "sort": "document.querySelector('[data-column=subject] button').click();",
    "search": "const field = document.getElementById('search'); field.focus(); field.value = 'council';"
    "field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));",
    "network": "document.getElementById('reset').click(); document.getElementById('tab-network').click();",
}
OPENED = "document.querySelector('.row').click(); return document.querySelectorAll('#text .lit').length"


def times(browser: Any, page: Path) -> dict[str, float]:
    """Seconds of each deed, in the order in which they are done."""
    start = time.perf_counter()
    browser.get(page.as_uri())
    if not browser.execute_script(OPENED):
        raise SystemExit(f"{page}: a click on a row lights nothing")
    found = {"open and click": time.perf_counter() - start}
    found["(read JSON)"] = browser.execute_script(f"{READ} return (performance.now() - start) / 1000")
    for name, deed in DEEDS.items():
        script = f"const start = performance.now(); {deed} document.body.offsetHeight; return performance.now() - start"
        found[name] = browser.execute_script(script) / 1000
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", nargs="?", type=Path, help="the folder of a built graph")
    parser.add_argument("--statements", nargs="+", type=int, default=[300, 5_000, 50_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--plain", type=int, default=5_000, help="statements up to which pyvis's own page is opened too"
    )
    options = parser.parse_args()
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        sys.exit("no chromium and chromedriver on the path")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    graph = kg.store.read_graph(options.out) if options.out else kg.build(kg.read([CORPUS]))
    settings = webdriver.ChromeOptions()
    settings.binary_location = chromium
    for flag in FLAGS:
        settings.add_argument(flag)
    with tempfile.TemporaryDirectory() as folder:
        for number in options.statements:
            page, plain = Path(folder) / f"{number}.html", Path(folder) / f"{number}-plain.html"
            grown = generated(graph, number)
            kg.write(grown, page)
            browser = webdriver.Chrome(options=settings, service=Service(driver))
            try:
                rounds = [times(browser, page) for _ in range(options.rounds)]
                report(number, page, {name: min(one[name] for one in rounds) for name in rounds[0]})
                if number <= options.plain:
                    write_plain(grown, plain)
                    rest = seconds_to_rest(browser, plain)
                    print(f"  pyvis alone at rest {f'after {rest:.1f} s' if rest else f'not in {LONGEST:.0f} s'}")
            finally:
                browser.quit()


def report(number: int, page: Path, found: dict[str, float]) -> None:
    written = page.read_text("utf-8")
    data = len(re.findall(r'<script type="application/json" id="data">(.*?)</script>', written, re.DOTALL)[0].encode())
    size = len(written.encode())
    print(f"{number:,} statements: {data / 1e6:.1f} MB of data and {(size - data) / 1e6:.2f} MB of page")
    for name, seconds in found.items():
        print(f"  {name:<16}{seconds:8.3f} s{seconds / found['(read JSON)']:8.1f} ×")


if __name__ == "__main__":
    main()
