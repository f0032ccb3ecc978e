"""What the page's script does with packed rows, once more and in another language: the tests read pages by it."""

from __future__ import annotations

from typing import Any


def unpacked(data: dict[str, Any]) -> dict[str, Any]:
    """The data as they were before :func:`kg.export.page_packing.packed`."""
    words, shapes = data["packing"]["words"], data["packing"]["shapes"]

    def row(given: list[Any], sentences: list[Any]) -> dict[str, Any]:
        return {key: value(given[at], kind, sentences) for at, (key, kind) in enumerate(shapes[given[0]], 1)}

    def value(given: Any, kind: str | None, sentences: list[Any]) -> Any:
        if kind == "row":
            return row(given, sentences)
        if kind == "rows":
            return [row(one, sentences) for one in given]
        if kind == "word":
            return words[given]
        if kind == "terms":
            return [words[-1 - one] if one < 0 else one for one in given]
        if kind == "path":
            return words[given[0]] + given[1]
        return [given, *sentences[given]] if kind == "sentence" and isinstance(given, int) else given

    plain = {key: given for key, given in data.items() if key != "packing"}
    statements = []
    for one in data["statements"]:
        keys = [key for key, _ in shapes[one[0]]]
        document = data["documents"][one[keys.index("document") + 1]]
        statements.append(row(one, document.get("sentences", [])))
    return plain | {"nodes": [row(one, []) for one in data["nodes"]], "statements": statements}
