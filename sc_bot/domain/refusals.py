"""A refusal: a dead end that is explained to the person, on the field where it lies."""

from enum import StrEnum


class Why(StrEnum):
    """Each reason why the bot can say no."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    IDENTIFYING = "identifying"
    MAYBE_IDENTIFYING = "maybe_identifying"
    NO_COMMUNITY = "no_community"
    NOT_FOUND = "not_found"
    NOT_YOURS = "not_yours"
    UNKNOWN_INSTITUTION = "unknown_institution"
    UNKNOWN_CONTINUUM = "unknown_continuum"
    SAME_INSTITUTION = "same_institution"
    UNKNOWN_DUPLICATE = "unknown_duplicate"
    NO_DELEGATE = "no_delegate"
    UNKNOWN_PERSON = "unknown_person"
    LAST_ONE = "last_one"
    ONE_DIRECTOR = "one_director"
    ONE_FACILITATOR = "one_facilitator"
    PLACE_KNOWN = "place_known"
    OLD_WINDOW = "old_window"
    NOT_WRITTEN = "not_written"


class Refused(Exception):
    """Raised by the domain and the use cases; nothing was changed.

    Args:
        why: the reason, worded by the presentation.
        field: the input that holds the fault, where there is one.
        details: short facts for the wording (kinds of identifier, a limit); never the refused text.
    """

    def __init__(self, why: Why, *, field: str | None = None, details: tuple[str, ...] = ()) -> None:
        super().__init__(why.value)
        self.why = why
        self.field = field
        self.details = details
