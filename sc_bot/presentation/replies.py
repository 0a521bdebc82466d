"""What is answered at once, to the one who asked: a report recorded, a change made, somebody faster, a refusal."""

from datetime import datetime

from slack_sdk.models.blocks import InteractiveElement

from sc_bot.domain.answers import Changed, Faster, Identifying, Recorded
from sc_bot.domain.community import Community
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Message
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import actions, bold, button, message, plain
from sc_bot.presentation.words import Words

_NOT_FOR_EMERGENCIES = "Urgent danger or incident declaration: use your usual channels."


def recorded(words: Words, answer: Recorded, community: Community, now: datetime) -> Message:
    """Four lines and four buttons: reference, who has it and why, when they read and answer, name not shown."""
    head = words.t("{reference} is recorded. Thank you.", reference=answer.reference)
    lines = [
        _who(words, answer, community),
        _when(words, answer, now),
        f"{_name(words, answer)} {words.t(_NOT_FOR_EMERGENCIES)}",
    ]
    others = _others(words, answer, community)
    row = [button(words.t("Add details"), "problem.add_details", answer.reference), *others]
    if not answer.name_shown:
        row.append(button(words.t("Show my name"), "problem.show_name", answer.reference))
    row.append(button(words.t("Withdraw"), "problem.withdraw", answer.reference))
    return message([head, *lines], [bold(head), plain("\n".join(lines)), *actions(row)])


def _who(words: Words, answer: Recorded, community: Community) -> str:
    person = community.person(answer.person) if answer.person else None
    name = person.name if person else words.t("the facilitator")
    institution = community.institution(answer.institution) if answer.institution else None
    if institution is None:
        return words.t("With {person}, who finds the right institution.", person=name)
    because = vocabulary.because_for_author(words, answer.because)
    return words.t(
        "With {person}, {institution} ({because}).",
        person=name,
        institution=words.name(institution.name),
        because=because,
    )


def _when(words: Words, answer: Recorded, now: datetime) -> str:
    by = words.t("Answer expected by {day}.", day=words.day(answer.answer_by))
    if answer.read_at is None:
        read = words.t("They are told now.")
    else:
        read = words.t("In {list}.", list=words.morning(answer.read_at, now))
    told = f" {words.t('The facilitator is told too.')}" if answer.told_facilitator else ""
    return f"{read}{told} {by}"


def _name(words: Words, answer: Recorded) -> str:
    return words.t("Your name is shown.") if answer.name_shown else words.t("Your name is not shown.")


def _others(words: Words, answer: Recorded, community: Community) -> list[InteractiveElement]:
    """Another institution that the text names is one tap away; else the window to change it."""
    for each in answer.alternatives[:1]:
        other = community.institution(each)
        if other is not None:
            label = words.t("Rather {institution}", institution=each)
            return [button(label, "problem.send_to", f"{answer.reference} {each}")]
    return [button(words.t("Change institution"), "problem.change_institution", answer.reference)]


def identifying(words: Words, answer: Identifying) -> Message:
    """Nothing was kept; the window that opens holds the text to mend."""
    kinds = vocabulary.identifiers(words, answer.kinds)
    if answer.blocks:
        head = words.t("Nothing was kept: this looks like {kinds}.", kinds=kinds)
        return message(
            [
                head,
                hint := words.t("The window holds your text without it. Send it from there, or write it again."),
            ],
            [bold(head), plain(hint)],
        )
    head = words.t("Nothing is kept yet: this may be {kinds}.", kinds=kinds)
    hint = words.t("In the window, remove it, or say why it identifies nobody.")
    return message([head, hint], [bold(head), plain(hint)])


def faster(words: Words, answer: Faster, community: Community) -> Message:
    """Somebody acted first; who, when, and what it is now."""
    person = community.person(answer.by) if answer.by else None
    by = person.name if person else words.t("the author")
    state = vocabulary.state(words, answer.state)
    line = words.t(
        "{reference} is {state} now: {by} was there first, {moment}. Nothing was changed.",
        reference=answer.reference,
        state=state,
        by=by,
        moment=words.moment(answer.at),
    )
    return message([line], [plain(line), *actions([button(words.t("See"), "problem.see", answer.reference)])])


def changed(words: Words, answer: Changed) -> Message:
    """It happened; said where no card shows it."""
    line = words.t("{reference}: done.", reference=answer.reference)
    return message([line], [plain(line)])


def placed(words: Words) -> Message:
    """Where somebody works is known now."""
    line = words.t("Noted, thank you. It counts from your next report on.")
    return message([line], [plain(line)])


def heard(words: Words) -> Message:
    """Nothing more precise can be said; never silence."""
    line = words.t("Noted.")
    return message([line], [plain(line)])


def refused(words: Words, refusal: Refused) -> str:
    """What happened, what was kept, what to do."""
    details = refusal.details
    kinds = vocabulary.identifiers(words, details)
    match refusal.why:
        case Why.EMPTY:
            return words.t("Please write something here.")
        case Why.TOO_LONG:
            return words.t("Nothing was kept: {limit} characters at most. Please shorten it.", limit=details[0])
        case Why.IDENTIFYING:
            return words.t("Nothing was kept: this looks like {kinds}. Please remove it.", kinds=kinds)
        case Why.MAYBE_IDENTIFYING:
            return words.t(
                "Nothing is kept yet: this may be {kinds}. Remove it, or say below why it identifies nobody.",
                kinds=kinds,
            )
        case Why.NO_COMMUNITY:
            return words.t(
                "This workspace has no community yet: nothing was kept. The person who installed the bot can import one."
            )
        case Why.NOT_FOUND:
            return words.t(
                "There is no problem {reference} that you can see. The list shows yours: /sc list",
                reference=details[0],
            )
        case Why.NOT_YOURS:
            return words.t("This is somebody else's to do; nothing was changed. The card says who has it.")
        case Why.UNKNOWN_INSTITUTION:
            return words.t("This institution is not in the community. Please choose one from the list.")
        case Why.UNKNOWN_CONTINUUM:
            return words.t("This care continuum is not in the community. Please choose one from the list.")
        case Why.SAME_INSTITUTION:
            return words.t("It is already there. Please choose another institution.")
        case Why.UNKNOWN_DUPLICATE:
            return words.t(
                "There is no other problem {reference} in this community. Check the reference, ONC-42 for example.",
                reference=details[0],
            )
        case Why.NO_DELEGATE:
            return words.t("Your institution has no delegate who can be reached. The facilitator can name one.")
        case Why.UNKNOWN_PERSON:
            return words.t("This person is not in the community yet. They appear once they write to the bot.")
        case Why.LAST_ONE:
            return words.t("Somebody must keep this role. Give it to another person first.")
        case Why.ONE_DIRECTOR:
            return words.t(
                "This institution already has a managing director: {name}. Change their role first.",
                name=details[0],
            )
        case Why.OLD_WINDOW:
            return words.t("This window is too old; nothing was changed. Please open it again.")


def not_recorded(number: str, text: str) -> str:
    """The database did not answer: both languages, with the text to copy."""
    english = Words("en").t("Not recorded (reference {number}). Your text, to copy and send again:", number=number)
    french = Words("fr").t("Not recorded (reference {number}). Your text, to copy and send again:", number=number)
    return f"{french}\n{english}\n{text}" if text else f"{french}\n{english}"
