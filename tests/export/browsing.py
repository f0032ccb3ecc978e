"""What the tests of the page in a browser do with it: find, click, type, read and wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kg.graph import Graph
from tests.export.packing import unpacked

Opener = Callable[..., Any]
DATA = "return JSON.parse(document.getElementById('data').textContent)"


def data_of(page: Any) -> Any:
    """The data of an open page."""
    return unpacked(page.execute_script(DATA))


def find(page: Any, selector: str) -> Any:
    return page.find_element("css selector", selector)


def all_of(page: Any, selector: str) -> list[Any]:
    return list(page.find_elements("css selector", selector))


def texts(page: Any, selector: str) -> list[str]:
    return [one.text for one in all_of(page, selector)]


def until(page: Any, condition: Callable[[], object]) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(page, 20, 0.05).until(lambda _: condition())


def lit(page: Any) -> str:
    """The words that are lit in the text."""
    return "".join(
        page.execute_script("return [...document.querySelectorAll('#text .lit')].map((one) => one.textContent)")
    )


def row(page: Any, number: int) -> Any:
    """The row of a statement; the table is scrolled to it, its rows being elements only where they are in sight."""
    page.execute_script(
        "const rows = document.getElementById('rows');"
        "rows.scrollTop = Math.max(0, arguments[0] - 3) * parseFloat(getComputedStyle(rows).getPropertyValue('--row'));"
        "rows.dispatchEvent(new Event('scroll'))",
        number,
    )
    return find(page, f".row[data-at='{number}']")


def choose(page: Any, number: int) -> None:
    """Chooses a statement in the table."""
    row(page, number).click()


def tick(page: Any, facet: str, value: str) -> None:
    """Ticks, or unticks, a value in the pane of filters."""
    page.execute_script("document.querySelector(`[data-facet='${arguments[0]}']`).open = true", facet)
    box = find(page, f"[data-facet='{facet}'] [data-value='{value}']")
    while not box.is_displayed():  # a theme below another that is folded
        next(one for one in all_of(page, ".choice:has([hidden] [data-value]) > .turn") if box in within(one)).click()
    box.click()


def within(turn: Any) -> list[Any]:
    """The boxes below a theme, by the button that folds it."""
    return list(turn.find_elements("xpath", "./following-sibling::ul//*[@data-value]"))


def shown(page: Any) -> int:
    """How many statements the page says it shows."""
    return int(find(page, "#summary").text.partition(" ")[0].replace(",", ""))


def press(page: Any, *keys: str) -> None:
    """Presses keys where the focus is."""
    page.switch_to.active_element.send_keys(*keys)


def catch_copies(page: Any) -> None:
    """Lets ``copied`` tell what the page hands to the clipboard."""
    page.execute_script("navigator.clipboard.writeText = async (text) => { window.copied = text; };")


def copied(page: Any) -> str:
    until(page, lambda: page.execute_script("return window.copied !== undefined"))
    return str(page.execute_script("const text = window.copied; delete window.copied; return text"))


def number_of(graph: Graph, is_meant: Callable[[Any], bool]) -> int:
    """The number of the first statement that is meant."""
    return next(number for number, one in enumerate(graph.statements) if is_meant(one))


def labels(people: Sequence[Any]) -> list[str]:
    return [one.label for one in people]
