"""What can go wrong, by who must act. The library raises; the command line prints one line and ends with 2."""

from __future__ import annotations


class KgError(Exception):
    """The root: its message is one line that says what to do."""


class InputError(KgError):
    """A file that cannot be read as a text, or is not there."""


class OntologyError(KgError):
    """An ontology or a scheme that does not parse or lacks what the mapping needs."""


class ModelError(KgError):
    """A language model that is not installed or lacks a parse."""


class OutputError(KgError):
    """A built graph that is missing, incomplete or of another version."""
