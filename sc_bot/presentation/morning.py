"""The one list of the morning: what is asked of its reader, line by line, each with one button and one menu."""

from datetime import date

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.permissions import Verb
from sc_bot.domain.promising import Act
from sc_bot.domain.tryouts import Trying
from sc_bot.domain.views import Asks, ListItem, MorningView, Partner
from sc_bot.ports import Message
from sc_bot.presentation import joint_changes, lesson_answers, pulse, trying, vocabulary
from sc_bot.presentation.blocks import Item, actions, bold, button, grey, menu, message, plain
from sc_bot.presentation.promises import button_of, menu_of, said, when
from sc_bot.presentation.words import Words

_MENU = (Act.ON_TRACK, Act.REDATE, Act.BLOCK)


def morning_list(view: MorningView) -> Message:
    """The one list of a day: what is asked of its reader, the rest as a number."""
    words = Words.of(view.reader)
    head = head_of(words, view)
    late = words.t("This list comes late: the bot could not be reached in time.") if view.late else ""
    lines, items = items_of(words, view)
    see = button(words.t("See all"), "problem.list", "list")
    return message([head, late, *lines], [bold(head), *([grey(late)] if late else []), *items, *actions([see])])


def items_of(words: Words, view: MorningView) -> tuple[list[str], list[Block]]:
    """What is asked, item by item: as text, and with its button and its menu."""
    told = [(_told(words, item, view.day), _list_buttons(words, item)) for item in view.items]
    blocks = [block for lines, row in told for block in (plain("\n".join(lines)), *actions(row))]
    more, rows = lesson_answers.in_morning(words, view.lessons)
    asked = pulse.reminder(words, view.pulse) if view.pulse is not None else ("", [])
    return [*(line for lines, _ in told for line in lines), *more, *filter(None, asked[:1])], [
        *blocks,
        *rows,
        *asked[1],
    ]


def head_of(words: Words, view: MorningView) -> str:
    """The day, how much is asked, and how much is not."""
    count = _count(words, view)
    if not view.others:
        return words.t("{day} · {count}", day=words.first_day(view.day), count=count)
    rest = words.n("the other one needs nothing today", "the other {n} need nothing today", view.others)
    return words.t("{day} · {count}; {rest}", day=words.first_day(view.day), count=count, rest=rest)


def _count(words: Words, view: MorningView) -> str:
    count = words.n("{n} for you", "{n} for you", len(view.items) + view.more + len(view.lessons))
    if not view.more:
        return count
    more = words.n("{n} does not fit here", "{n} do not fit here", view.more)
    return words.t("{count}, of which {more}: /sc list and /sc todo", count=count, more=more)


def _told(words: Words, item: ListItem, today: date) -> list[str]:
    """One line about what is asked, and one about who is told next if nothing comes."""
    first = words.t("{asks}: {what}", asks=_asks(words, item), what=_what(words, item, today))
    if item.next_told is None or item.next_day is None:
        return [first]
    return [
        first,
        words.t(
            "Without news of {reference}, {person} is told on {day}.",
            reference=item.reference,
            person=item.next_told,
            day=words.day(item.next_day),
        ),
    ]


def _asks(words: Words, item: ListItem) -> str:
    if item.tryout is not None and item.tryout.standing is Trying.PROPOSED:
        return words.t("A solution is proposed")
    return {
        Asks.ANSWER: words.t("To answer"),
        Asks.CONTRIBUTE: words.t("Contribution asked for"),
        Asks.TAKE_OVER: words.t("Asked of you"),
        Asks.NEEDED: words.t("Needed of you"),
        Asks.DUE_SOON: words.t("Due soon"),
        Asks.DUE_TODAY: words.t("Due today"),
        Asks.TRYOUT: words.t("End of a try-out"),
        Asks.LATE: words.t("Late"),
        Asks.WAITS: words.t("Waits for a late promise"),
        Asks.HELP: words.t("Your help is asked for"),
        Asks.STALE: words.t("No news for a long time"),
        Asks.JOINT: words.t("Joint change"),
    }[item.asks]


def _what(words: Words, item: ListItem, today: date) -> str:
    if item.joint is not None:
        return joint_changes.asked(words, item.joint)
    view = item.commitment
    title = vocabulary.neutral_title(words, item.problem)
    if item.tryout is not None and item.tryout.standing is Trying.PROPOSED:
        return words.t("{reference} {title}: try it, or say why not", reference=item.problem.reference, title=title)
    if item.tryout is not None:
        return words.t("{reference} {title}: what came of it?", reference=item.problem.reference, title=title)
    if view is None and item.partner is not None:
        return f"{item.reference} {title}, {_part(words, item.asks, item.partner)}"
    if view is None:
        if item.asks is Asks.ANSWER:
            day = words.day(item.problem.answer_by)
            is_over = item.problem.answer_by < today
            by = words.t("expected since {day}", day=day) if is_over else words.t("by {day}", day=day)
            return f"{item.reference} {title}, {by}"
        asked = _asked_about(words, item)
        return ", ".join(filter(None, (f"{item.reference} {title}", asked)))
    about = said(words, view) if view.what else title
    if item.asks is Asks.HELP:
        ask = words.t("owed by {person}: ask what stands in the way", person=view.owner)
        return f"{item.reference} {about}, {when(words, view)}, {ask}"
    waits = words.n("{n} promise waits for it", "{n} promises wait for it", view.waiting)
    return ", ".join([f"{item.reference} {about}", when(words, view), *([waits] if view.waiting else [])])


def _asked_about(words: Words, item: ListItem) -> str:
    """What a problem asks of who can help, or of who has it."""
    if item.asks is Asks.STALE:
        return words.t("give news or promise a next step")
    if item.problem.person is None:
        return words.t("ask what stands in the way")
    return words.t("in the hands of {person}: ask what stands in the way", person=item.problem.person)


def _part(words: Words, asks: Asks, partner: Partner) -> str:
    """Until when an institution should answer; for those who can help, that it has not."""
    if asks is Asks.CONTRIBUTE:
        return words.t("by {day}", day=words.day(partner.by))
    return words.t("{institution} has not answered: ask what stands in the way", institution=words.name(partner.name))


def _part_buttons(words: Words, item: ListItem, partner: Partner, snooze: Item) -> list[InteractiveElement]:
    """Contribute or decline, where one may; else look."""
    own = f"{item.problem.reference} {partner.id}"
    if item.asks is not Asks.CONTRIBUTE or Verb.CONTRIBUTE not in item.problem.offers:
        see = button(words.t("See"), "problem.see", item.problem.reference)
        return [see, menu("commitment.more", own, [snooze])]
    yes = button(vocabulary.verb(words, Verb.CONTRIBUTE), "participation.accept", own, style="primary")
    no = Item(vocabulary.verb(words, Verb.DECLINE), "participation.decline")
    return [yes, menu("commitment.more", own, [no, snooze])]


def _list_buttons(words: Words, item: ListItem) -> list[InteractiveElement]:
    """One button and one menu."""
    if item.joint is not None:
        return [button(words.t("Answer"), "joint.see", f"{item.joint.reference} {item.joint.institution}")]
    snooze = Item(words.t("Later"), "followup.snooze")
    view = item.commitment
    if item.tryout is not None:
        see = button(words.t("See"), "problem.see", item.problem.reference)
        return [*trying.buttons(words, item.tryout), see]
    if item.partner is not None:
        return _part_buttons(words, item, item.partner, snooze)
    if view is not None and Act.TAKE in view.offers:
        return [button_of(words, view, Act.TAKE), menu_of(words, view, (Act.DECLINE,), snooze)]
    if view is not None and item.asks is Asks.NEEDED and Act.PROVIDE in view.offers:
        return [button_of(words, view, Act.PROVIDE), menu_of(words, view, (Act.CANNOT,), snooze)]
    if view is not None and item.asks is not Asks.HELP and Act.DONE in view.offers:
        return [button_of(words, view, Act.DONE), menu_of(words, view, _MENU, snooze)]
    reference = item.problem.reference
    see = button(words.t("See"), "problem.see", reference)
    if item.asks is Asks.ANSWER and Verb.ACCEPT in item.problem.offers:
        see = button(words.t("Answer"), "problem.see", reference)
    return [see, menu("commitment.more", item.reference, [snooze])]
