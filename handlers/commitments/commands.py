"""`/sc commit` and `/sc todo`."""

from dataclasses import replace

from slack_bolt import Ack

from handlers.answering import listener, worded_for
from handlers.bot import Body, Bot, private
from handlers.commitments.dates import Kept, NotRead, draft_of, shown_now
from handlers.payloads import asked_by_command
from handlers.problems.drafting import draft_of as safe
from sc_bot.domain.answers import Faster
from sc_bot.domain.concrete import is_vague
from sc_bot.domain.permissions import Verb
from sc_bot.due_dates import split_due
from sc_bot.presentation import lists, promises
from sc_bot.presentation.windows.promises import DueDraft, PromiseDraft, promise_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.dates import Wanted
from sc_bot.usecases.commitments.seeing import own_promises
from sc_bot.usecases.problems.seeing import see_to_act


def on_commit(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """`/sc commit ONC-42 send the summary the same day by Friday`: the window opens with it, its date already read."""
    asked = asked_by_command(bot, body)
    to = listener(bot, asked)
    reference, _, text = rest.partition(" ")
    if not reference:
        ack(private(lists.which_to_promise(to.words)))
        return
    seen = see_to_act(bot.database, asked, safe(reference, to.words.language.value).text, Verb.COMMIT)
    if isinstance(seen, Faster):
        ack(private(worded_for(to, asked, seen)))
        return
    draft = replace(_draft(bot, asked, to.words, seen.view.reference, text), is_alone=seen.view.is_alone)
    bot.open_window(body, promise_window(to.words, draft), to.words.t("The window did not open. Please try again."))
    ack()


def _draft(bot: Bot, asked: Asked, words: Words, reference: str, text: str) -> PromiseDraft:
    """What was typed, in two: the promise, and the words that say when, if they can be read."""
    what, when = split_due(text)
    try:
        due = shown_now(draft_of(bot, asked, words, Kept(reference), Wanted(when))) if when else DueDraft()
    except NotRead:
        what, due = text.strip(), DueDraft()  # no date: the last clause belongs to what is promised
    return PromiseDraft(reference=reference, due=due, what=what, is_vague=is_vague(what))


def on_todo(bot: Bot, ack: Ack, body: Body, _rest: str) -> None:
    """What one owes."""
    asked = asked_by_command(bot, body)
    ack(private(promises.own(listener(bot, asked).words, own_promises(bot.database, asked))))
