"""Scores and agreement → tables for a terminal, from folders of coding sheets and a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.evaluate import Score, Scores, Share, agreement, evaluate
from kg.gold import Gold, read_gold
from kg.graph import Graph
from kg.identity_scores import agreement as named_alike
from kg.identity_scores import read_mentions, score_identity
from kg.matching import same_text
from kg.model import Document
from kg.relation_scores import built, mapper, read_relations, score_relations
from kg.resampling import f1_interval, summed
from kg.scheme import load_themes
from kg.theme_scores import theme_scores
from kg.themes import Themes
from kg.time_scores import is_right, read_times, score_times

if TYPE_CHECKING:
    from kg.mapping import Ontology


def evaluate_folder(gold: Path, graph: Graph) -> str:
    """Give the scores of ``graph`` against the coding sheets in ``gold`` as a table.

    Raises: InputError where the gold cannot be read or the graph lacks one of its documents.
    """
    coded = read_gold(gold)
    for document in coded.documents:
        if not any(same_text(document.id, other.id) for other in graph.documents):
            raise InputError(f"{gold}: the graph does not hold {document.source}; build it from the gold's own texts")
    return score_gold(coded, graph, load_themes()) + _identity(gold, graph)


def score_gold(coded: Gold, graph: Graph, themes: Themes) -> str:
    """Give the scores of a graph that holds all documents of the gold; ``themes`` are those of its scheme."""
    scores = table(
        evaluate(coded.statements, graph.statements),
        {document.id.rpartition("-")[2]: document for document in coded.documents},
    )
    found = theme_scores(coded.statements, graph.statements, themes)
    return scores + "\n".join(["themes of the frames of both", *(_line(*row) for row in found.items())]) + "\n"


def _identity(gold: Path, graph: Graph) -> str:
    """B-cubed of the entities where sheets of them go with the gold, else nothing.

    Those of ``…/dev/first`` are in ``…/entities/dev/first``.
    """
    sheets = _sheets_of_names(gold)
    if not sheets.is_dir():
        return ""
    mentions, _ = read_mentions(sheets)
    lines = ["identity, B-cubed over the coded mentions that are participants"]
    for name, one in score_identity(mentions, graph.statements).items():
        shares = f"{_share(one.precision)}{_share(one.recall)}{_share(_mean(one.precision, one.recall))}"
        lines.append(f"  {name:42}{shares}{one.coded:>7}{one.scored:>7}")
    return "\n".join(lines) + "\n"


def _sheets_of_names(gold: Path) -> Path:
    place = gold.resolve()
    return place.parent.parent / "entities" / place.parent.name / place.name


def _names_alike(first: Path, second: Path) -> str:
    """How far two passes over the names agree, where both have sheets of them, else nothing."""
    sheets = _sheets_of_names(first), _sheets_of_names(second)
    if not all(folder.is_dir() for folder in sheets):
        return ""
    one, other = (read_mentions(folder)[0] for folder in sheets)
    alike = named_alike(one, other)
    mentions = _share(2 * alike.scored / (len(one) + len(other)) if alike.scored else None)
    return (
        "names\n"
        f"  {'mentions':42}{mentions}{len(one):>7}{len(other):>7}{alike.scored:>7}\n"
        f"  {'identity, B-cubed on the mentions of both':42}{_share(_mean(alike.precision, alike.recall))}\n"
    )


def _mean(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision and recall else None


def time_table(path: Path) -> str:
    """Give how many expressions of a coded table of times are read right, and the sentences of those that are not.

    Raises: InputError where the table cannot be read.
    """
    rows = read_times(path)
    share = score_times(rows)
    wrong = [f"  not right: {row.sentence}" for row in rows if not is_right(row)]
    return "\n".join([f"times {share.right / share.total:.3f} ({share.right} of {share.total})", *wrong]) + "\n"


def compare_folders(first: Path, second: Path) -> str:
    """Give the agreement of two passes of coding sheets over the same texts as a table.

    Raises: InputError where a sheet cannot be read or one pass lacks a text of the other.
    """
    one, other = read_gold(first), read_gold(second)
    if {document.id for document in one.documents} != {document.id for document in other.documents}:
        raise InputError(f"{second}: not the same texts as in {first}")
    found = agreement(one.statements, other.statements)
    units = found.units
    lines = [f"{'':44}{'F1':>6}{'first':>7}{'second':>7}{'both':>7}"]
    lines.append(f"  {'units':42}{_share(units.f1)}{units.gold:>7}{units.found:>7}{units.gold_hits:>7}")
    lines.append("Krippendorff's alpha on the units of both")
    lines += [f"  {name:42}{_share(value)}" for name, value in found.alphas.items()]
    return "\n".join(lines) + "\n" + _names_alike(first, second)


def table(scores: Scores, documents: Mapping[str, Document] | None = None) -> str:
    """Lay the scores out for a terminal; ``documents`` are those scored, by the hash that ends their id."""
    known = documents or {}
    named = {known[key].id if key in known else key: score for key, score in scores.by_document.items()}
    lines = [f"{'':44}{'P':>6}{'R':>6}{'F1':>6}{'gold':>7}{'found':>7}{'right':>7}", "frames"]
    lines += [_line("heads agree", scores.frames), _line("exact spans", scores.exact)]
    lines.append("by genre, with the 95 % interval of F1 over documents")
    lines += [_interval(genre, several) for genre, several in _by_genre(scores, known).items()]
    lines += ["by act", *(_line(key, score) for key, score in scores.by_act.items())]
    lines += ["by document", *(_line(key, score) for key, score in named.items())]
    lines += ["by rule, of all gold", *(_line(key, score) for key, score in scores.by_rule.items())]
    lines.append("by relation, how many of the frames mapped to it are the gold's")
    for name, share in scores.by_relation.items():
        lines.append(f"  {name[:40]:42}{_part(share)}{'':19}{share.total:>7}{share.right:>7}")
    lines.append(f"fields, right on the {scores.frames.gold_hits} frames of both")
    for name, share in scores.fields.items():
        lines.append(f"  {name:42}{_part(share)}{'':12}{scores.frames.gold:>7}{scores.frames.found:>7}{share.right:>7}")
    return "\n".join(lines) + "\n"


def relation_table(path: Path, graph: Graph | None, ontology: Ontology) -> str:
    """Give the scores of a coded table of relations: of the mapping alone, or of a graph that holds its texts.

    Raises: InputError where the table cannot be read.
    """
    rows = read_relations(path)
    if graph is None:
        scores = score_relations(rows, mapper(ontology))
    else:
        scores = score_relations(
            rows, built(graph.statements, {one.id: Path(one.source).stem for one in graph.documents})
        )
    lines = [f"{'':44}{'P':>6}{'R':>6}{'F1':>6}{'coded':>7}{'given':>7}{'right':>7}"]
    lines.append(_line(f"all relations, {len(rows)} clauses", summed(list(scores.values()))))
    lines += ["by relation", *(_line(key, score) for key, score in scores.items())]
    return "\n".join(lines) + "\n"


def _by_genre(scores: Scores, documents: Mapping[str, Document]) -> dict[str, list[Score]]:
    """The documents' scores by genre, all of them last."""
    genres: defaultdict[str, list[Score]] = defaultdict(list)
    for key, score in scores.by_document.items():
        genres[(documents[key].genre if key in documents else None) or "no genre given"].append(score)
    return {**dict(sorted(genres.items())), "all": list(scores.by_document.values())}


def _interval(genre: str, scores: list[Score]) -> str:
    interval = f1_interval(scores)
    shown = f"  {interval[0]:.3f} to {interval[1]:.3f}" if interval else ""
    return f"{_line(f'{genre} ({len(scores)})', summed(scores))}{shown}"


def _line(name: str, score: Score) -> str:
    shares = "".join(_share(value) for value in (score.precision, score.recall, score.f1))
    return f"  {name[:40]:42}{shares}{score.gold:>7}{score.found:>7}{score.found_hits:>7}"


def _share(value: float | None) -> str:
    return f"{'–' if value is None else f'{value:.3f}':>6}"


def _part(share: Share) -> str:
    return _share(share.right / share.total if share.total else None)
