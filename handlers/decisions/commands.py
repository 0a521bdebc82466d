"""`/sc decide` and `/sc decisions`."""

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot, private
from handlers.commitments.dates import Kept, NotRead, draft_of, shown_now
from handlers.payloads import asked_by_command
from handlers.problems.drafting import draft_of as safe
from sc_bot.domain.answers import Faster
from sc_bot.due_dates import split_due
from sc_bot.presentation import decisions, lists, replies
from sc_bot.presentation.windows.decisions import AskDraft, ask_window
from sc_bot.presentation.windows.promises import DueDraft
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.dates import Wanted
from sc_bot.usecases.decisions.seeing import Asking, own_decisions, see_asking


def on_decide(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """`/sc decide SM-17 admit without the full file, by December 9`: the window opens with it, its date read."""
    asked = asked_by_command(bot, body)
    to = listener(bot, asked)
    reference, _, text = rest.partition(" ")
    if not reference:
        ack(private(lists.which_to_decide(to.words)))
        return
    seen = see_asking(bot.database, asked, safe(reference, to.words.language.value).text)
    if isinstance(seen, Faster):
        ack(private(replies.faster(to.words, seen, to.community)) if to.community else "")
        return
    draft = _draft(bot, asked, to.words, seen, text)
    view = ask_window(to.words, draft, seen.managers, seen.community)
    bot.open_window(body, view, to.words.t("The window did not open. Please try again."))
    ack()


def _draft(bot: Bot, asked: Asked, words: Words, seen: Asking, text: str) -> AskDraft:
    """What was typed, in two: the question, and the words that say when, if they can be read."""
    question, when = split_due(text)
    reference = seen.reference
    try:
        due = shown_now(draft_of(bot, asked, words, Kept(reference), Wanted(when))) if when else DueDraft()
    except NotRead:
        question, due = text.strip(), DueDraft()  # no date: the last clause belongs to the question
    return AskDraft(reference=reference, due=due, question=question, asked=seen.usually)


def on_decisions(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """What one is asked to decide, and what one answered lately."""
    asked = asked_by_command(bot, body)
    ack(private(decisions.own(listener(bot, asked).words, own_decisions(bot.database, asked))))
