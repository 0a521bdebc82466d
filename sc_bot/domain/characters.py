"""One character as it is compared: what looks alike is alike, what cannot be seen is not there."""

import unicodedata
from collections.abc import Collection, Mapping


def bare(character: str, replaced: Mapping[str, str], invisible: Collection[str]) -> str:
    """Any space is a space, any dash a hyphen, any decimal digit 0 to 9; `invisible` categories are nothing.

    Args:
        character: one character.
        replaced: what some characters become, before any other rule.
        invisible: Unicode categories that are left out.
    """
    if character in replaced:
        return replaced[character]
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in invisible:
        return ""
    if category == "Pd":
        return "-"
    return str(unicodedata.decimal(character)) if category == "Nd" else character
