"""Label texts with the version of the project that is on the path; ``evaluate.py`` calls it in a process of its own.

usage: PYTHONPATH=CHECKOUT python predict.py TARGET [MODEL] < TEXTS

TEXTS is a JSON array of strings, TARGET the ``.spacy`` file to write; the times go to standard output as JSON.
"""

from __future__ import annotations

import json
import sys
import time

from spacy.tokens import DocBin

import kg


def main(arguments: list[str]) -> None:
    """Parse what standard input holds."""
    texts = json.load(sys.stdin)
    begun = time.perf_counter()
    nlp = kg.load_language(*arguments[1:])
    load_seconds = time.perf_counter() - begun
    nlp("One short sentence warms the caches.")
    begun = time.process_time()
    docs = list(nlp.pipe(texts))
    cpu_seconds = time.process_time() - begun
    attributes = ["ORTH", "SPACY", "LEMMA", "POS", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    DocBin(attributes, docs=docs).to_disk(arguments[0])
    print(json.dumps({"load_seconds": load_seconds, "cpu_seconds": cpu_seconds}))


if __name__ == "__main__":
    main(sys.argv[1:])
