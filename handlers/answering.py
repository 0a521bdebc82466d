"""From what a use case answered to what Slack shows, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.bot import Body, Bot
from sc_bot.domain.answers import (
    Answer,
    CameBack,
    Changed,
    DecisionAnswered,
    DecisionAsked,
    Faster,
    HabitsKept,
    Identifying,
    Placed,
    Preparing,
    Promised,
    Recorded,
    Snoozed,
    WentAway,
)
from sc_bot.domain.common_answers import (
    Archived,
    CharterAdapted,
    CharterSigned,
    ErasureBegun,
    IncidentRecorded,
    JointChanged,
    LessonKept,
    LessonOvertaken,
    Met,
    MetFaster,
    PlaceChosen,
    PulseAnswered,
    PulseBegun,
    Restored,
    ReviewHeld,
    WhichCommunity,
)
from sc_bot.domain.community import Community
from sc_bot.domain.refusals import Refused
from sc_bot.ports import Message, NotAvailable, Place
from sc_bot.presentation import (
    absences,
    charter,
    cycles,
    decisions,
    exports,
    joint_changes,
    lesson_answers,
    places,
    privacy,
    pulse,
    replies,
)
from sc_bot.presentation.meetings import answers as meetings
from sc_bot.presentation.windows import settings
from sc_bot.presentation.windows.parts import message_window, said_window
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked, heard
from sc_bot.usecases.problems.seeing import see_problem


@dataclass(frozen=True, slots=True)
class Listener:
    """The one who is answered: their words and their community, and where else an answer may be about.

    `to_choose`: the communities among which they have to choose when they report; none where it is known.
    """

    words: Words
    community: Community | None
    places: Sequence[Place] = ()
    to_choose: Sequence[Place] = ()

    def about(self, answer: Answer) -> "Listener":
        """The same, where the answer is about: somebody may take part in several communities."""
        place = next((each for each in self.places if each.id == getattr(answer, "community", None)), None)
        return replace(self, community=place.community) if place else self


def listener(bot: Bot, asked: Asked) -> Listener:
    """Who listens; somebody unknown hears the community's language."""
    with bot.database.reading() as uow:
        there = heard(uow, asked)
    if there.member is None:
        return Listener(Words("fr"), None)
    person, community = there.member.person, there.member.place.community
    words = Words(person.reads.value, community.timezone_of(person))
    return Listener(words, community, there.places, there.to_choose)


def worded(bot: Bot, asked: Asked, answer: Answer) -> Message:
    """The answer as a message, after it was stored: a database that fails now changes the words, not the fact."""
    return worded_for(_heard_by(bot, asked), asked, answer)


def _heard_by(bot: Bot, asked: Asked) -> Listener:
    try:
        return listener(bot, asked)
    except NotAvailable:
        return Listener(Words("fr"), None)


def worded_for(to: Listener, asked: Asked, answer: Answer) -> Message:
    """The answer as a message, for a listener who is known already."""
    to = to.about(answer)
    match answer:
        case Recorded() if to.community is not None:
            return replies.recorded(to.words, answer, to.community, asked.now)
        case Identifying():
            return replies.identifying(to.words, answer)
        case Faster() if to.community is not None:
            return replies.faster(to.words, answer, to.community)
        case Changed():
            return replies.changed(to.words, answer)
        case Promised():
            return replies.promised(to.words, answer)
        case DecisionAsked() if to.community is not None:
            return decisions.was_asked(to.words, answer, to.community)
        case DecisionAnswered() if to.community is not None:
            return decisions.was_answered(to.words, answer, to.community)
        case Snoozed():
            return replies.snoozed(to.words, answer)
        case Preparing():
            return exports.preparing(to.words)
        case Placed():
            return replies.placed(to.words)
        case HabitsKept():
            return settings.kept(to.words)
        case WentAway() if to.community is not None:
            return absences.went_away(to.words, answer, to.community)
        case CameBack():
            return absences.came_back(to.words, answer)
        case _:
            return _worded_in_common(to, answer)


def _worded_in_common(to: Listener, answer: Answer) -> Message:
    """What a community does in common; for anything else that the request was heard."""
    match answer:
        case JointChanged():
            return joint_changes.changed(to.words, answer)
        case LessonKept() if to.community is not None:
            return lesson_answers.kept(to.words, answer, to.community)
        case LessonOvertaken() if to.community is not None:
            return lesson_answers.overtaken(to.words, answer, to.community)
        case Met():
            return meetings.met(to.words, answer)
        case MetFaster() if to.community is not None:
            return meetings.faster(to.words, answer, to.community)
        case PulseAnswered():
            return pulse.thanks(to.words, answer)
        case ErasureBegun():
            return privacy.erasure_begun(to.words)
        case IncidentRecorded(number=number):
            return privacy.recorded(to.words, number)
        case PulseBegun():
            return pulse.begun(to.words, answer)
        case WhichCommunity():
            return places.which(to.words)
        case PlaceChosen() if to.community is not None:
            return places.chosen(to.words, to.community.settings.name)
        case ReviewHeld():
            return cycles.held(to.words, answer)
        case Archived():
            return cycles.archived(to.words, answer)
        case Restored():
            return cycles.restored(to.words, answer)
        case CharterSigned():
            return charter.was_signed(to.words, answer)
        case CharterAdapted():
            return charter.was_adapted(to.words, answer)
        case _:
            return replies.heard(to.words)


def tell_presser(bot: Bot, asked: Asked, body: Body, answer: Answer) -> None:
    """After a button: the cards change by themselves; what they cannot show is said.

    The worker cannot edit an ephemeral message: there the answer, with the buttons that still apply, takes its place.
    """
    bot.wake()
    words = _heard_by(bot, asked).words
    own = _on_the_spot(bot, asked, answer) if is_ephemeral(body) or in_a_window(body) else None
    if own is not None and in_a_window(body):
        bot.change_window(body, said_window(words, own), "")
    elif in_a_window(body) and isinstance(answer, Changed):
        bot.change_window(body, said_window(words, worded(bot, asked, answer)), "")
    elif own is not None:
        bot.answer_in_place(body, own)
    elif isinstance(answer, Faster) or is_ephemeral(body):
        say(bot, body, words, worded(bot, asked, answer))


def say(bot: Bot, body: Body, words: Words, message: Message) -> None:
    """Answer a pressed button: under its message, or in a small window where none can stand (Home, another window)."""
    if body.get("response_url") or "trigger_id" not in body:
        bot.answer_privately(body, message)
    else:
        bot.open_window(body, message_window(words, words.t("Please note"), message), message.text)


def in_a_window(body: Body) -> bool:
    """Whether the button stands in a window."""
    return bool((body.get("view") or {}).get("type") == "modal")


def _on_the_spot(bot: Bot, asked: Asked, answer: Answer) -> Message | None:
    if not isinstance(answer, Changed):
        return None
    try:
        view = see_problem(bot.database, asked, answer.reference).view
    except (NotAvailable, Refused):
        return None
    return replies.changed_on_the_spot(Words.of(view.reader), answer, view) if view.is_author else None


def is_ephemeral(body: Body) -> bool:
    """Whether the button stands in a message that only its presser sees."""
    return bool((body.get("container") or {}).get("is_ephemeral"))
