"""A due date in a window: read, shown, chosen; saved only as it was shown."""

from dataclasses import dataclass, replace
from datetime import date

from handlers.bot import Body, Bot
from handlers.payloads import Values
from sc_bot.domain.due import Due, due_from
from sc_bot.domain.refusals import Refused, Why
from sc_bot.due_dates import Answer, Understood
from sc_bot.due_dates import Refused as NoDate
from sc_bot.presentation import due_words
from sc_bot.presentation.windows.promises import DueDraft, kept_words
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.dates import Wanted, choices, read_for


@dataclass(frozen=True, slots=True)
class Kept:
    """What the window carried, never trusted: what it is about, the date that was shown, what it was read from.

    `was` is the date that it had when somebody began to change it.
    """

    reference: str
    shown: str = ""
    words: str = ""
    picked: str = ""
    was: str = ""

    @classmethod
    def of(cls, body: Body) -> "Kept":
        """Read it from the payload.

        Raises:
            Refused: OLD_WINDOW, a date is chosen in a window only.
        """
        if "view" not in body:
            raise Refused(Why.OLD_WINDOW)
        parts = str(body["view"].get("private_metadata") or "").split("\n", 4)
        return cls(*parts)


class NotRead(Exception):
    """No date can be read; the sentence says why, on its field."""

    def __init__(self, sentence: str) -> None:
        super().__init__("not_read")
        self.sentence = sentence


def wanted_of(values: Values) -> Wanted:
    """The date as it was given: words come before the calendar."""
    picked = values.get("due_on")
    return Wanted((values.get("due") or "").strip(), date.fromisoformat(picked) if picked else None)


def draft_of(bot: Bot, asked: Asked, words: Words, kept: Kept, wanted: Wanted) -> DueDraft:
    """Read the date again, for whoever asks; what was shown before and is still among its readings stays chosen.

    Raises:
        NotRead: the words hold no date.
        Refused: neither words nor a day, or a day that is over.
    """
    shown = _shown(kept, wanted)
    answer, zone = _read(bot, asked, kept, wanted, shown)
    if isinstance(answer, NoDate):
        raise NotRead(due_words.refusal(words, answer))
    chosen = shown if shown is not None and shown in choices(answer) else None
    return DueDraft(words=wanted.words, picked=wanted.picked, answer=answer, zone=zone, chosen=chosen, was=kept.was)


def _read(bot: Bot, asked: Asked, kept: Kept, wanted: Wanted, shown: Due | None) -> tuple[Answer, str]:
    """Words come before the calendar; unless it was touched after they were read, or they hold no date."""
    in_calendar = Wanted("", wanted.picked)
    if wanted.picked is None or not wanted.words:
        return read_for(bot.database, asked, kept.reference, wanted)
    if kept_words(wanted.words) == kept.words and wanted.picked.isoformat() != kept.picked:
        return read_for(bot.database, asked, kept.reference, in_calendar)
    answer, zone = read_for(bot.database, asked, kept.reference, wanted)
    if isinstance(answer, NoDate) or (shown is not None and shown not in choices(answer)):
        return read_for(bot.database, asked, kept.reference, in_calendar)
    return answer, zone


def shown_now(draft: DueDraft) -> DueDraft:
    """The same, with the only date that it can mean as the chosen one: it is shown with the window."""
    if draft.chosen is not None or not isinstance(draft.answer, Understood):
        return draft
    return with_chosen(draft, draft.answer.due)


def with_chosen(draft: DueDraft, due: Due) -> DueDraft:
    """The same with one of its readings chosen; if what was given changed meanwhile, as it is read now."""
    if draft.answer is None or due not in choices(draft.answer):
        return shown_now(replace(draft, chosen=None))
    return replace(draft, chosen=due)


def _shown(kept: Kept, wanted: Wanted) -> Due | None:
    """The date that was shown for these very words and this day; others are read afresh."""
    picked = wanted.picked.isoformat() if wanted.picked else ""
    if not kept.shown or (kept.words, kept.picked) != (kept_words(wanted.words), picked):
        return None
    try:
        return due_from(kept.shown)
    except ValueError:
        return None
