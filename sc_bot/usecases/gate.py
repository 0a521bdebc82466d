"""The privacy gate: every free text passes here before anything is locked or stored.

What certainly identifies a patient blocks; what may identify somebody is confirmed by its author, with a reason that is
kept. A refused text is not stored, logged or repeated: only its kinds travel on.
"""

from dataclasses import dataclass

from sc_bot.domain.refusals import Refused, Why
from sc_bot.privacy import Verdict, inspect

LONGEST = 10_000  # characters stored; a longer text is refused and given back


@dataclass(frozen=True, slots=True)
class Passed:
    """The texts may be stored. `confirmed` are the kinds that their author says identify nobody, and `reason` why."""

    confirmed: tuple[str, ...] = ()
    reason: str = ""


def gate(texts: dict[str, str | None], *, reason: str | None = None) -> Passed:
    """Let texts pass, or refuse on the field that holds the fault.

    Args:
        texts: free text by the name of its field; None and blank are nothing.
        reason: why what looks identifying is not, in the author's words.

    Raises:
        Refused: TOO_LONG, IDENTIFYING (remove it) or MAYBE_IDENTIFYING (remove it, or give a reason).
    """
    given = {name: text for name, text in {**texts, "confirm_reason": reason}.items() if text and text.strip()}
    kinds: list[str] = []
    for name, text in given.items():
        if len(text) > LONGEST:
            raise Refused(Why.TOO_LONG, field=name, details=(str(LONGEST),))
        found = inspect(text)
        if found.verdict is Verdict.BLOCK:
            raise Refused(Why.IDENTIFYING, field=name, details=tuple(kind.value for kind in found.kinds))
        if found.verdict is Verdict.WARN:
            if "confirm_reason" not in given or name == "confirm_reason":
                raise Refused(Why.MAYBE_IDENTIFYING, field=name, details=tuple(kind.value for kind in found.kinds))
            kinds += [kind.value for kind in found.kinds]
    return Passed(tuple(dict.fromkeys(kinds)), given.get("confirm_reason", "") if kinds else "")


def required(text: str | None, field: str) -> str:
    """A text that must be there, without the spaces around it.

    Raises:
        Refused: there is none, or nothing of it can be seen.
    """
    kept = (text or "").strip()
    if not any(each.isprintable() and not each.isspace() for each in kept):
        raise Refused(Why.EMPTY, field=field)
    return kept
