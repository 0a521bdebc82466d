"""*Mar* is Tuesday in French and March in English: decided before anything is read, or read both ways."""

import re

from sc_bot.domain.community import Language

_MAR = re.compile(r"\bmar\b")
_AFTER_A_NUMBER = re.compile(r"(?<=\d )mar\b|(?<=1er )mar\b")
_FRENCH = re.compile(r"\b(?:le|la|1er|d'ici|avant|au|aux|prochain|pour|dans|matin|soir|midi|heures?|cette|ce|apres)\b")
_ENGLISH = re.compile(r"\b(?:by|the|next|on|at|before|until|for|this|1st|2nd|3rd|\dth|morning|noon|evening)\b")


def variants(text: str, language: Language | None) -> tuple[str, ...]:
    """The text with *mar* written out; both ways if the language is unknown, or the words around it are the other's."""
    if not _MAR.search(text):
        return (text,)
    french, english = _MAR.sub("mardi", _AFTER_A_NUMBER.sub("mars", text)), _MAR.sub("march", text)
    match language:
        case Language.FR if not _ENGLISH.search(text):
            return (french,)
        case Language.EN if not _FRENCH.search(text):
            return (english,)
        case _:
            return (french, english)
