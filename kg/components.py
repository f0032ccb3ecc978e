"""spaCy factories of the shipped pipeline: thin wrappers over plain functions on a Doc."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.lemmas import Lemmas, opens_sentence
from kg.lexicon import load_lexicon
from kg.names import mend_names
from kg.sentences import Boundaries
from kg.start_network import StartNetwork
from kg.start_rules import StartRules


def attested(vocab: Vocab) -> Callable[[str], bool]:
    """Whether a string is a word that the pipeline has a vector for."""
    vectors = vocab.vectors
    return lambda word: vocab.strings[word] in vectors if word in vocab.strings else False


@Language.component("kg_names")
def names(doc: Doc) -> Doc:
    return mend_names(doc)


@Language.factory("kg_sentences")
class SentenceStarts:
    """Tell the parser where sentences start, and where none does, as far as the model is sure; run before it.

    White space starts no sentence; a blank line ends one. The network, where there is one, reads the vectors that the
    encoder left in ``doc.tensor``: run behind ``tok2vec``.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.boundaries = Boundaries()
        self.network: StartNetwork | None = None

    def __call__(self, doc: Doc) -> Doc:
        start = 0
        for token in doc:
            if token.is_space:
                token.is_sent_start = False if token.i else None
                if token.text.count("\n") > 1:
                    self._tell(doc, start, token.i)
                    start = token.i + 1
        self._tell(doc, start, len(doc))
        return doc

    def _tell(self, doc: Doc, start: int, end: int) -> None:
        """Mark the starts in one paragraph."""
        solid = [token for token in doc[start:end] if not token.is_space]
        said = self.boundaries.starts([t.text for t in solid], [_gap(t) for t in solid], self._hear(doc, solid))
        for token, starts in zip(solid[1:], said[1:], strict=False):
            if starts is not None:
                token.is_sent_start = starts
        if start and solid:
            solid[0].is_sent_start = True

    def _hear(self, doc: Doc, solid: list[Token]) -> Callable[[list[int]], list[float]] | None:
        """What the network makes of places, counted in the words that are no white space."""
        if self.network is None:
            return None
        return partial(self.network.scores, doc.tensor[[token.i for token in solid]])

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model as a folder: ``words.json`` and, where there is a network, ``network.npz``."""
        kept, folder = self.boundaries, Path(path)
        folder.mkdir(exist_ok=True)
        sets = {"numbered": sorted(kept.rules.numbered), "openers": sorted(kept.rules.openers)}
        data = {"surely": kept.surely, "hardly": kept.hardly, **sets}
        words = json.dumps({**data, "weights": dict(kept.weights)}, ensure_ascii=False)
        (folder / "words.json").write_text(words, "utf-8")
        if self.network:
            (folder / "network.npz").write_bytes(self.network.to_bytes())

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> SentenceStarts:
        """Read what :meth:`to_disk` wrote."""
        data = json.loads((Path(path) / "words.json").read_text("utf-8"))
        network = Path(path) / "network.npz"
        self.network = StartNetwork.from_bytes(network.read_bytes()) if network.exists() else None
        rules = StartRules(frozenset(data["numbered"]), frozenset(data["openers"]))
        self.boundaries = Boundaries(data["weights"], data["surely"], data["hardly"], rules)
        return self


def _gap(token: Token) -> bool:
    """Whether white space follows a token."""
    return bool(token.whitespace_) or (token.i + 1 < len(token.doc) and token.nbor().is_space)


@Language.factory("kg_lemmas")
class Lemmatizer:
    """Give every token the lemma that its tag and its letters call for; run behind the tagger."""

    MOST_REMEMBERED = 100_000

    def __init__(self, nlp: Language, name: str) -> None:
        self.lemmas = Lemmas(irregular=load_lexicon().irregular)
        self._known = attested(nlp.vocab)
        self._remembered: dict[tuple[int, int, bool], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if len(self._remembered) > self.MOST_REMEMBERED:
            self._remembered.clear()
        before = ""
        for token in doc:
            key = (token.orth, token.tag, opens_sentence(before))
            lemma = self._remembered.get(key)
            before = token.text
            if lemma is None:
                lemma = doc.vocab.strings.add(self.lemmas.of(before, token.tag_, self._known, key[2]))
                self._remembered[key] = lemma
            token.lemma = lemma
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the tables as one JSON file."""
        data = {"words": " ".join(sorted(self.lemmas.words)), "exceptions": self.lemmas.exceptions}
        Path(path).write_text(json.dumps(data, ensure_ascii=False, sort_keys=True), "utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Lemmatizer:
        """Read what :meth:`to_disk` wrote."""
        data = json.loads(Path(path).read_text("utf-8"))
        self.lemmas = Lemmas(frozenset(data["words"].split()), data["exceptions"], load_lexicon().irregular)
        self._remembered.clear()
        return self
