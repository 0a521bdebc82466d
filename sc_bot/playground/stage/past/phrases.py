"""Words for what the cast leaves unsaid, each in turn, in the speaker's language."""

from importlib.resources import files
from itertools import cycle

import yaml

Phrases = dict[str, list[dict[str, str]]]


def read_phrases() -> Phrases:
    """The phrases of each kind, each in both languages."""
    phrases: Phrases = yaml.safe_load(files("sc_bot.playground.stage.past").joinpath("phrases.yaml").read_bytes())
    return phrases


class PhraseBook:
    """Turns its pages, so that nobody hears the same phrase twice in a row."""

    def __init__(self) -> None:
        self._pages = {kind: cycle(phrases) for kind, phrases in read_phrases().items()}

    def say(self, kind: str, language: str) -> str:
        """The next phrase of a kind; nothing where the book has none."""
        return next(self._pages[kind])[language] if kind in self._pages else ""
