"""What is answered at once, to the one who asked: a report recorded, a change made, somebody faster, a refusal."""

from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from sc_bot.domain.answers import Changed, Faster, Identifying, Promised, Recorded, Snoozed
from sc_bot.domain.commitments import Standing
from sc_bot.domain.community import Community
from sc_bot.domain.deadlocks import Way
from sc_bot.domain.decisions import Deciding
from sc_bot.domain.due import due_from
from sc_bot.domain.joint_changes import Stage
from sc_bot.domain.participations import Taking
from sc_bot.domain.permissions import Verb
from sc_bot.domain.promising import Act
from sc_bot.domain.references import problem_of
from sc_bot.domain.views import ProblemView
from sc_bot.ports import Message
from sc_bot.presentation import deadlocks, due_words, joint_changes, vocabulary
from sc_bot.presentation.blocks import Item, actions, bold, button, menu, message, plain
from sc_bot.presentation.card_buttons import author_buttons, showing_name
from sc_bot.presentation.words import Words


def recorded(words: Words, answer: Recorded, community: Community, now: datetime) -> Message:
    """Four lines and four buttons: reference, who has it and why, when they read and answer, name not shown."""
    head = words.t("{reference} is recorded. Thank you.", reference=answer.reference)
    not_for = words.t("Urgent danger or incident declaration: use your usual channels.")
    lines = [_who(words, answer, community), _when(words, answer, now), f"{_name(words, answer)} {not_for}"]
    row = [] if answer.for_another else _recorded_buttons(words, answer, community)
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *row])


def _recorded_buttons(words: Words, answer: Recorded, community: Community) -> list[Block]:
    """Four buttons; each other institution that the text names is one tap away, and what finds no place is behind ⋯."""
    reference = answer.reference
    own = [Item(words.t("Add details"), "problem.add_details")]
    if not answer.name_shown:
        own.append(Item(words.t("Show my name"), "problem.show_name"))
    own.append(Item(words.t("Withdraw"), "problem.withdraw"))
    others = [each for each in answer.alternatives if community.institution(each) is not None][:MOST_OTHERS]
    elsewhere = [_send_to(words, reference, each) for each in others] or [
        button(words.t("Change institution"), "problem.change_institution", reference)
    ]
    if len(elsewhere) == 1:
        first, *rest = [_own_button(words, each, reference) for each in own]
        return actions([first, *elsewhere, *rest])
    first_row = actions([elsewhere[0], menu("problem.more", reference, own)])
    return first_row + [block for each in elsewhere[1:] for block in actions([each])]  # one action id once a row


def _own_button(words: Words, item: Item, reference: str) -> ButtonElement:
    made = button(item.label, item.action, reference)
    return showing_name(words, made) if item.action == "problem.show_name" else made


MOST_OTHERS = 3  # with the menu, four things to press


def _send_to(words: Words, reference: str, institution: str) -> ButtonElement:
    label = words.t("Send to {institution}", institution=institution)
    return button(label, "problem.send_to", f"{reference} {institution}")


def _who(words: Words, answer: Recorded, community: Community) -> str:
    person = community.person(answer.person) if answer.person else None
    absent = community.person(answer.instead_of) if answer.instead_of else None
    has_it = person.name if person else words.t("the facilitator")
    name = vocabulary.in_hand(words, has_it, absent.name if absent else None, answer.until)
    institution = community.institution(answer.institution) if answer.institution else None
    if institution is None:
        return words.t("With {person}, who finds the right institution.", person=name)
    because = vocabulary.because_for_author(words, answer.because)
    place = words.name(institution.name)
    return words.t("With {person}, {institution} ({because}).", person=name, institution=place, because=because)


def _when(words: Words, answer: Recorded, now: datetime) -> str:
    read = words.t("Sent at once.") if answer.read_at is None else words.morning(answer.read_at, now)
    told = f" {words.t('The facilitator is told too.')}" if answer.told_facilitator else ""
    return f"{read}{told} {words.t('Answer expected by {day}.', day=words.day(answer.answer_by))}"


def _name(words: Words, answer: Recorded) -> str:
    if answer.for_another:
        return words.t("Your colleague hears what becomes of it; neither name is shown.")
    return words.t("Your name is shown.") if answer.name_shown else words.t("Your name is not shown.")


def identifying(words: Words, answer: Identifying) -> Message:
    """Nothing was kept; the window that opens holds the text to mend."""
    kinds = vocabulary.identifiers(words, answer.kinds)
    if answer.blocks:
        head = words.t("Nothing was kept: the text seems to hold {kinds}.", kinds=kinds)
        hint = words.t("The window that opens holds your text without it. Check it, then report.")
    else:
        head = words.t("Nothing is kept yet: the text may hold {kinds}.", kinds=kinds)
        hint = words.t("In the window that opens, remove it, or say why it identifies nobody.")
    return message([head, hint], [bold(head), plain(hint)])


def faster(words: Words, answer: Faster, community: Community) -> Message:
    """Somebody acted first; who, when, and what it is now. Not when the author did: the hour can tell who they are."""
    person = community.person(answer.by) if answer.by else None
    if answer.own:
        return _acted_already(words, answer)
    facts = {"reference": answer.reference, "state": _now(words, answer)}
    if answer.by is None:
        line = words.t("The author acted first: {reference} is now {state}. Your action changed nothing.", **facts)
    else:
        line = words.t(
            "{by} acted first ({moment}): {reference} is now {state}. Your action changed nothing.",
            by=person.name if person else words.t("Somebody"),
            moment=words.moment(answer.at),
            **facts,
        )
    return message([line], [plain(line), *_see(words, answer)])


def _now(words: Words, answer: Faster) -> str:
    """What it is now: a problem's state, or where a promise or a contribution stands."""
    if answer.joint:
        return joint_changes.stage(words, Stage(answer.joint))
    if answer.deadlock:
        return words.t("decided ({way})", way=deadlocks.way(words, Way(answer.deadlock)))
    if answer.decision:
        return vocabulary.decision(words, Deciding(answer.decision))
    if answer.contribution:
        return vocabulary.contribution(words, Taking(answer.contribution))
    if answer.standing:
        return vocabulary.promise(words, Standing(answer.standing))
    return vocabulary.state(words, answer.state)


def _see(words: Words, answer: Faster) -> list[Block]:
    return actions([button(words.t("See"), "problem.see", problem_of(answer.reference))])


def _acted_already(words: Words, answer: Faster) -> Message:
    """A button pressed twice."""
    line = words.t(
        "You have acted already ({moment}): {reference} is now {state}. This time nothing changed.",
        reference=answer.reference,
        state=_now(words, answer),
        moment=words.moment(answer.at),
    )
    return message([line], [plain(line), *_see(words, answer)])


def changed(words: Words, answer: Changed) -> Message:
    """It happened; said where no card shows it."""
    line = _changed(words, Verb(answer.verb), answer.reference)
    return message([line], [plain(line)])


def changed_on_the_spot(words: Words, answer: Changed, view: ProblemView) -> Message:
    """The answer in place of the author's first one, which only they see: what happened, and what they can still do."""
    lines = [_changed(words, Verb(answer.verb), answer.reference)]
    if view.institution is not None and view.person is not None and answer.verb == Verb.CHANGE_INSTITUTION:
        place = words.name(view.institution)
        person = vocabulary.in_hand(words, view.person, view.instead_of, view.until)
        lines.append(words.t("With {person}, {institution}.", person=person, institution=place))
    return message(lines, [plain("\n".join(lines)), *author_buttons(words, view)])


def _changed(words: Words, verb: Verb, reference: str) -> str:
    done = {
        Verb.ACKNOWLEDGE: words.t("acknowledged. Next: accept it, or return it and say why."),
        Verb.ACCEPT: words.t("accepted. Your institution leads the search for a solution."),
        Verb.COMMIT: words.t("promised."),
        Verb.RETURN: words.t("returned. You owe the answer until another institution accepts."),
        Verb.REROUTE: words.t("sent to the institution you chose."),
        Verb.ASSIGN: words.t("the lead is named."),
        Verb.ASK: words.t("your question is on its way."),
        Verb.UPDATE: words.t("your news is recorded."),
        Verb.CLOSE: words.t("closed. The author is told."),
        Verb.TITLE: words.t("the title is changed."),
        Verb.HAND_OVER: words.t("passed to your delegate."),
        Verb.REDACT: words.t("the identifying detail is removed."),
        Verb.RESTRICT: words.t("restricted to those who must see it."),
        Verb.ADD_DETAILS: words.t("your details are added."),
        Verb.CHANGE_INSTITUTION: words.t("sent to the institution you chose."),
        Verb.SHOW_NAME: words.t("those who work on it see your name now."),
        Verb.WITHDRAW: words.t("withdrawn. Nobody acts on it any more."),
        Verb.ANSWER: words.t("your answer is on its way."),
        Verb.ESCALATE: words.t("the facilitator is asked to look at it."),
        Verb.QUOTE: words.t("thank you. It may be quoted, without your name."),
        Verb.VERIFY: words.t("noted, thank you."),
        Verb.ASK_PARTNER: words.t("the institution is asked. You hear what it answers."),
        Verb.CONTRIBUTE: words.t("your institution contributes. Next: promise its part."),
        Verb.DECLINE: words.t("your reason is passed on."),
        Verb.ASK_DECISION: words.t("a decision is asked for."),
        Verb.MEASURE: words.t("the measure is kept, thank you."),
        Verb.PROPOSE: words.t("your solution is passed on, thank you. You hear what becomes of it."),
        Verb.TRY: words.t("noted. Whoever proposed it is told."),
        Verb.REWORD: words.t("your wording is proposed. It stands once both agree."),
        Verb.LINK: words.t("linked to the objective."),
        Verb.AGREE_WORDING: words.t("agreed. These words stand beside the first ones."),
        Verb.CHANGE_TOGETHER: words.t("a joint change is proposed."),
        Verb.PERCEIVE: words.t("noted. It is on the agenda of those who can end a deadlock."),
        Verb.END_DEADLOCK: words.t("the decision is recorded. Those whom it concerns are told."),
        Verb.JOIN: words.t("noted, you see it too. You hear all that becomes of it; your name is not shown."),
        Verb.LEAVE: words.t("you hear nothing more of it."),
        Verb.MERGE: words.t("goes on under the other one. Its author is told."),
        Verb.SPLIT: words.t("a part of it is a problem of its own now. Its author is told."),
    }[verb]
    return words.t("{reference}: {done}", reference=reference, done=done)


def promised(words: Words, answer: Promised) -> Message:
    """A promise was made, or changed: what happened, and what comes next."""
    due = due_words.short(words, due_from(answer.due), answer.zone)
    facts = {"reference": answer.reference, "due": due}
    line = {
        Act.MAKE: words.t("{reference} is promised for {due}. You are reminded in time.", **facts),
        Act.DONE: words.t("{reference} is done. Thank you.", **facts),
        Act.ON_TRACK: words.t("{reference} is on track. It is due {due}.", **facts),
        Act.REDATE: words.t("{reference} is now due {due}. The first date stays in the history.", **facts),
        Act.BLOCK: words.t("{reference} is blocked. What is needed is written down.", **facts),
        Act.HAND: words.t("{reference}: the person is asked. Until they accept, it is yours.", **facts),
        Act.CANCEL: words.t("{reference} is given up. The author is told, with your reason.", **facts),
        Act.TAKE: words.t("{reference} is yours now. It is due {due}.", **facts),
        Act.DECLINE: words.t("{reference} stays where it was. Your reason is passed on.", **facts),
        Act.PROVIDE: words.t("{reference} is blocked no more, thank you. Whoever owes it is told.", **facts),
        Act.CANNOT: words.t("{reference} stays blocked. Your reason is passed on.", **facts),
    }[Act(answer.act)]
    asked = words.t("The person you named must accept; until then it is yours.")
    more = [asked] if answer.asked and answer.act == Act.MAKE else []
    if answer.circle:
        more.append(
            words.t("What it waits for waits for it: it is in a circle, and on the support committee's agenda.")
        )
    return message([line, *more], [plain("\n".join([line, *more]))])


def snoozed(words: Words, answer: Snoozed) -> Message:
    """One thing rests for one person."""
    day = words.full_day(answer.until)
    line = words.t("You do not hear of {reference} before {day}.", reference=answer.reference, day=day)
    return message([line], [plain(line)])


def placed(words: Words) -> Message:
    """Where somebody works is known now."""
    line = words.t("Noted, thank you. Your next reports will find their way faster.")
    return message([line], [plain(line)])


def heard(words: Words) -> Message:
    """Nothing more precise can be said; never silence."""
    line = words.t("Noted.")
    return message([line], [plain(line)])


def not_recorded(number: str, *, text_follows: bool) -> str:
    """The database did not answer: in both languages, since nobody could look up whose it is."""
    return "\n".join(_not_recorded(Words(each), number, text_follows=text_follows) for each in ("fr", "en"))


def perhaps_recorded(number: str) -> str:
    """The database took it and did not say whether it kept it; a command that is sent again would be a second one."""
    return "\n".join(_perhaps_recorded(Words(each), number) for each in ("fr", "en"))


def _perhaps_recorded(words: Words, number: str) -> str:
    return words.t(
        "Perhaps recorded (reference {number}). In a moment, look whether /sc list shows it. If not, your text, to copy and send again:",
        number=number,
    )


def _not_recorded(words: Words, number: str, *, text_follows: bool) -> str:
    if text_follows:
        return words.t("Not recorded (reference {number}). Your text, to copy and send again:", number=number)
    return words.t("Not recorded (reference {number}). Please try again in a moment.", number=number)
