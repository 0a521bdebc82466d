"""Buttons: some act at once, the others open the window in which one says why."""

from collections.abc import Callable

from slack_bolt import Ack

from handlers.answering import Listener, in_a_window, is_ephemeral, listener, say, tell_presser, worded
from handlers.bot import Body, Bot
from handlers.payloads import asked_by_interaction, place_and_institution, reference_of, values_of
from handlers.problems.commands import open_report
from handlers.problems.drafting import draft_of, message_text
from sc_bot.domain.answers import Answer, Changed, Faster
from sc_bot.domain.community import Community
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, Verdict
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database
from sc_bot.presentation.windows import problems as windows
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.reporting import Draft, with_more
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems import author, director, facilitator
from sc_bot.usecases.problems.behalf import colleagues
from sc_bot.usecases.problems.seeing import Seen, see_problem, see_to_act

Act = Callable[[Database, Asked, str], Answer]
Open = Callable[[Words, Community, Seen], WindowJson]


def at_once(act: Act, *, says_so: bool = False) -> Callable[[Bot, Ack, Body, Body], None]:
    """A button that acts when it is pressed; `says_so` where the presser's card shows no change."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        answer = act(bot.database, asked, reference_of(action))
        tell_presser(bot, asked, body, answer)
        if says_so and isinstance(answer, Changed) and not in_a_window(body) and not is_ephemeral(body):
            say(bot, body, listener(bot, asked).words, worded(bot, asked, answer))
        ack()

    return handler


def opens(verb: Verb, make: Open) -> Callable[[Bot, Ack, Body, Body], None]:
    """A button that opens a window, for those who may send it."""

    def handler(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
        asked = asked_by_interaction(bot, body)
        seen = see_to_act(bot.database, asked, reference_of(action), verb)
        if isinstance(seen, Faster):
            tell_presser(bot, asked, body, seen)
        else:
            to = listener(bot, asked)
            bot.open_window(body, make(to.words, seen.community, seen), _sorry(to))
        ack()

    return handler


def on_report_button(bot: Bot, ack: Ack, body: Body) -> None:
    """Open the window of a report, from Home or from /sc."""
    asked = asked_by_interaction(bot, body)
    open_report(bot, listener(bot, asked), body, Draft(), asked.channel)
    ack()


def on_report_more(bot: Bot, ack: Ack, body: Body) -> None:
    """Show the other fields of a report; what was typed stays."""
    asked = asked_by_interaction(bot, body)
    to = listener(bot, asked)
    if to.community is None:
        raise Refused(Why.NO_COMMUNITY)
    chosen, _ = place_and_institution(values_of(body).get("institution"))
    there = next((each.community for each in to.to_choose if each.id == chosen), None)
    community = there if to.to_choose else to.community  # not chosen yet: what hangs on it is left out
    others = colleagues(bot.database, asked, chosen if there else None) if community else ()
    bot.change_window(body, with_more(to.words, community, body["view"], others), _sorry(to))
    ack()


def on_report_typed(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Open the window of a report with what was typed to the bot, read back from the conversation itself."""
    asked = asked_by_interaction(bot, body)
    to = listener(bot, asked)
    api = bot.slack(asked.workspace)
    if api is None:
        raise Refused(Why.NO_COMMUNITY)
    that = str(action["value"])  # and no older one: what its author took back is not reported
    window = {"oldest": that, "latest": that, "inclusive": True, "limit": 1}
    answer = api.call("conversations.history", channel=asked.channel or "", **window)
    draft = draft_of(message_text(answer), to.words.language.value)
    open_report(bot, to, body, draft, asked.channel)
    ack()


def on_send_to(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """The other institution that the text names, one tap away."""
    reference, _, institution = str(action["value"]).partition(" ")
    asked = asked_by_interaction(bot, body)
    tell_presser(bot, asked, body, author.change_institution(bot.database, asked, reference, institution))
    ack()


def on_see(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Everything that this reader may see, in a window of their own."""
    asked = asked_by_interaction(bot, body)
    seen = see_problem(bot.database, asked, reference_of(action))
    to = listener(bot, asked)
    bot.open_window(body, windows.see_window(to.words, seen.view), _sorry(to))
    ack()


def on_card(_bot: Bot, ack: Ack) -> None:
    """A link, which Slack follows by itself."""
    ack()


def on_turn(bot: Bot, ack: Ack, body: Body, action: Body) -> None:
    """Another page of everything, in the window where it was asked for."""
    reference, _, page = str(action["value"]).partition(" ")
    asked = asked_by_interaction(bot, body)
    seen = see_problem(bot.database, asked, reference)
    to = listener(bot, asked)
    view = windows.see_window(to.words, seen.view, int(page) if page.isascii() and page.isdecimal() else 0)
    if in_a_window(body):
        bot.change_window(body, view, _sorry(to))
    else:
        bot.open_window(body, view, _sorry(to))
    ack()


def _sorry(to: Listener) -> str:
    return to.words.t("The window did not open. Please try again.")


def _closings(seen: Seen) -> list[Closing]:
    return [each for each in Closing if each in seen.closings]


def _verdict(verdict: Verdict) -> Act:
    return lambda database, asked, reference: author.verify_problem(database, asked, reference, verdict)


def _institution(verb: Verb) -> Open:
    return lambda words, community, seen: windows.institution_window(words, verb, seen.view.reference, community)


def _text(verb: Verb) -> Open:
    return lambda words, _, seen: windows.text_window(words, verb, seen.view.reference)


BUTTONS: dict[str, Callable[[Bot, Ack, Body, Body], None]] = {
    "problem.acknowledge": at_once(director.acknowledge_problem),
    "problem.hand_over": at_once(director.hand_over, says_so=True),
    "problem.show_name": at_once(author.show_name),
    "problem.withdraw": at_once(author.withdraw_problem),
    "problem.restrict": at_once(facilitator.restrict_problem, says_so=True),
    "problem.verified": at_once(_verdict(Verdict.YES)),
    "problem.partly_fixed": at_once(_verdict(Verdict.PARTLY)),
    "problem.not_fixed": at_once(_verdict(Verdict.NO)),
    "problem.send_to": on_send_to,
    "problem.see": on_see,
    "problem.return": opens(
        Verb.RETURN,
        lambda words, community, seen: windows.return_window(words, seen.view.reference, community),
    ),
    "problem.close": opens(
        Verb.CLOSE,
        lambda words, _, seen: windows.close_window(
            words, seen.view.reference, _closings(seen), seen.view.access, unsolvable=seen.view.unresolvable
        ),
    ),
    "problem.update": opens(Verb.UPDATE, lambda words, _, seen: windows.update_window(words, seen.view.reference)),
    "problem.reroute": opens(Verb.REROUTE, _institution(Verb.REROUTE)),
    "problem.assign": opens(Verb.ASSIGN, _institution(Verb.ASSIGN)),
    "problem.change_institution": opens(Verb.CHANGE_INSTITUTION, _institution(Verb.CHANGE_INSTITUTION)),
    "problem.ask": opens(Verb.ASK, _text(Verb.ASK)),
    "problem.title": opens(Verb.TITLE, _text(Verb.TITLE)),
    "problem.redact": opens(Verb.REDACT, _text(Verb.REDACT)),
    "problem.add_details": opens(Verb.ADD_DETAILS, _text(Verb.ADD_DETAILS)),
    "problem.escalate": opens(Verb.ESCALATE, _text(Verb.ESCALATE)),
    "problem.quote": opens(Verb.QUOTE, _text(Verb.QUOTE)),
    "problem.answer": opens(Verb.ANSWER, lambda words, _, seen: windows.answer_window(words, seen.view)),
}
