"""The dates of joint changes in windows: read under the problem by which the change is called."""

from dataclasses import replace

from handlers.bot import Body, Bot
from handlers.commitments.dates import Kept, NotRead, draft_of, wanted_of, with_chosen
from handlers.payloads import Values, values_of
from sc_bot.domain.due import due_from
from sc_bot.domain.references import problem_of
from sc_bot.presentation.windows.joint_changes import EVERY, BeginDraft
from sc_bot.presentation.windows.promises import DueDraft
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked


def read(bot: Bot, asked: Asked, words: Words, kept: Kept, given: Values) -> DueDraft:
    """The date of a window, read again; `kept` is about a problem, or about a change of it.

    Raises:
        NotRead: the words hold no date.
        Refused: neither words nor a day, or a day that is over.
    """
    problem = problem_of(kept.reference.partition(" ")[0])
    return draft_of(bot, asked, words, replace(kept, reference=problem), wanted_of(given))


def chosen(bot: Bot, asked: Asked, words: Words, body: Body, action: Body) -> DueDraft:
    """The same, with the date whose button was pressed; other words that were typed meanwhile wait for the window."""
    kept, given = Kept.of(body), values_of(body)
    try:
        return with_chosen(read(bot, asked, words, kept, given), due_from(str(action["value"])))
    except NotRead:
        wanted = wanted_of(given)
        return DueDraft(words=wanted.words, picked=wanted.picked)


def begin_draft(given: Values, reference: str, due: DueDraft) -> BeginDraft:
    """What the window of a beginning holds, to be shown again."""
    return BeginDraft(
        reference=reference,
        due=due,
        what=given.get("what") or "",
        also=given.get("also") or "",
        institutions=tuple(given.get("institutions") or ()),
        rule=given.get("rule") or EVERY,
        back=given.get("back") or "",
    )
