"""The pictures of the explorer in the docs: each view, light and dark, and a phone's.

usage: python -m bench.pictures OUT FOLDER

OUT is the folder of a built graph. Needs a Chromium with its driver. FOLDER gets ``explorer-VIEW.png`` and
``explorer-VIEW-dark.png`` at 1280×800 and ``explorer-phone.png`` at 390×844. A statement of the speaker who says most
on one theme is chosen.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from kg.graph import Graph
from kg.store import read_graph

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")
WIDE, PHONE = (1280, 800), (390, 844)


def browser() -> Any:
    """A headless Chromium."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in FLAGS:
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or "chromedriver"))


def seen(page: Any, address: str, size: tuple[int, int], scheme: str) -> None:
    """Open the page anew at a size, for readers whose system is light or dark."""
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    page.get("about:blank")
    page.get(address)


def telling(graph: Graph) -> str:
    """The id of the first statement of the speaker and theme that have the most."""
    pairs = {
        one.id: (one.attribution[-1].speakers[0].entity, one.themes[0].concept)
        for one in graph.statements
        if one.themes and one.attribution and one.attribution[-1].speakers
    }
    (most, _), *_ = Counter(pairs.values()).most_common(1)
    return next(identifier for identifier, pair in pairs.items() if pair == most)


def main(arguments: list[str]) -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args(arguments)
    address, page = (chosen.out / "graph.html").resolve().as_uri(), browser()
    statement = telling(read_graph(chosen.out))
    seen(page, address, WIDE, "light")
    views = [one.get_attribute("data-view") for one in page.find_elements("css selector", "#view-tabs [data-view]")]
    for view in views:
        for scheme, ending in (("light", ""), ("dark", "-dark")):
            seen(page, f"{address}#view={view}&s={statement}", WIDE, scheme)
            page.implicitly_wait(1)
            page.find_element("css selector", "#text .lit")
            time.sleep(0.5)  # until what came into sight is laid out
            page.save_screenshot(str(chosen.folder / f"explorer-{view}{ending}.png"))
    seen(page, address, PHONE, "light")
    page.save_screenshot(str(chosen.folder / "explorer-phone.png"))
    page.quit()


if __name__ == "__main__":
    main(sys.argv[1:])
