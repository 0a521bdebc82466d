"""One outbox row to the message that its reader sees, read afresh: what they may see can have changed."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from sc_bot.delivery.absent import about_absence
from sc_bot.delivery.asking import about_pulse
from sc_bot.delivery.discretion import Discretion
from sc_bot.delivery.exporting import about_export
from sc_bot.delivery.joining import about_joined, alike
from sc_bot.delivery.joint_changes import about_joint_change
from sc_bot.delivery.lessons import about_lesson, about_step
from sc_bot.delivery.listing import about_list
from sc_bot.delivery.living import about_community
from sc_bot.delivery.meeting import about_meeting
from sc_bot.delivery.personal import about_erasure, about_person
from sc_bot.delivery.picturing import picture_of
from sc_bot.delivery.strangers import UNKNOWN, to_a_stranger
from sc_bot.domain.addresses import by_mail, mailed
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.common_notices import (
    AgendaCard,
    CycleReview,
    EndsSoon,
    ErasureEnded,
    JointCard,
    JointCheck,
    JointHeadline,
    LessonHeadline,
    LessonTold,
    MinutesCard,
    MinutesDraft,
    NoDirector,
    Projector,
    PulseInvitation,
)
from sc_bot.domain.community import Person, Role
from sc_bot.domain.decisions import answers_as
from sc_bot.domain.notices import (
    ArbitrationCard,
    AskHome,
    AuthorCard,
    CommitmentCard,
    ContributorCard,
    Covering,
    DecisionCard,
    Digest,
    DirectorCard,
    Headline,
    HomeTab,
    MorningList,
    Notice,
    NoWorkbook,
    OfferReport,
    PersonFile,
    Relieved,
    ResearchData,
    SorryNote,
    TakenBack,
    Told,
    ToldToo,
    Trend,
    TriageCard,
    Unplaced,
    Welcome,
    WhileAway,
    Workbook,
)
from sc_bot.domain.problems import Problem, State
from sc_bot.domain.refusals import Refused
from sc_bot.domain.visibility import Sight, in_channel, sight
from sc_bot.ports import Document, Envelope, Message, Place, UnitOfWork
from sc_bot.presentation import cards, contributions, decisions, greetings, promises
from sc_bot.presentation.told import told
from sc_bot.presentation.unreached import unreached
from sc_bot.usecases.asking import takes_part
from sc_bot.usecases.decisions.seeing import decision_of
from sc_bot.usecases.hearing import heard
from sc_bot.usecases.participations.seeing import contribution_of
from sc_bot.usecases.promises import Looking
from sc_bot.usecases.reading import view_of
from sc_bot.usecases.reading_lists import headline_view
from sc_bot.usecases.showing import channel_reader, reader_of


def content(uow: UnitOfWork, envelope: Envelope, now: datetime) -> Message | Document | None:
    """The message, or the file, as its reader may see it now; None when there is nothing left to say to them."""
    match envelope.notice:
        case AuthorCard() | DirectorCard() | TriageCard() | ArbitrationCard() | Headline() | Told():
            return _about_problem(uow, envelope, now)
        case ToldToo():
            return about_joined(uow, envelope, envelope.notice, now)
        case ContributorCard():
            return _about_contribution(uow, envelope, envelope.notice, now)
        case CommitmentCard():
            return _about_commitment(uow, envelope, envelope.notice, now)
        case DecisionCard():
            return _about_decision(uow, envelope, envelope.notice, now)
        case JointCard() | JointHeadline() | JointCheck():
            place, person = _reader(uow, envelope, uow.joint_changes.by_id(envelope.notice.change).community, now)
            return about_joint_change(uow, envelope, envelope.notice, place, person, now)
        case LessonHeadline(lesson=lesson):
            return about_lesson(uow, envelope, lesson, now)
        case LessonTold(lesson=lesson, step=step):
            return about_step(uow, envelope, lesson, step, now)
        case MorningList() | Digest() | Trend() | PulseInvitation():
            return _of_the_week(uow, envelope, envelope.notice, now)
        case CycleReview() | EndsSoon() | NoDirector():
            return about_community(uow, envelope, now)
        case Welcome() | AskHome() | Relieved() | Unplaced() | OfferReport() | SorryNote():
            return _greeting(uow, envelope, now)
        case Workbook(export=export) | NoWorkbook(export=export) | ResearchData(export=export):
            return about_export(uow, envelope, uow.exports.get(export), now)
        case AgendaCard() | Projector() | MinutesDraft() | MinutesCard():
            return about_meeting(uow, envelope, envelope.notice, now)
        case Covering() | WhileAway():
            return about_absence(uow, envelope, now)
        case PersonFile():
            return about_person(uow, envelope, envelope.notice, now)
        case ErasureEnded():
            return about_erasure(uow, envelope, envelope.notice)
        case TakenBack() | HomeTab():
            return None  # nothing is left to say; a Home is no message: `delivery.homes` publishes it
        case _:
            assert_never(envelope.notice)


def _of_the_week(
    uow: UnitOfWork, envelope: Envelope, notice: MorningList | Digest | Trend | PulseInvitation, now: datetime
) -> Message | Document | None:
    """What comes by itself, on its day."""
    place, person = _reader(uow, envelope, notice.community, now)
    match notice:
        case Trend():
            return picture_of(uow, place, person, notice)
        case PulseInvitation():
            return about_pulse(uow, notice, place, person, now)
        case _:
            return about_list(uow, envelope, place, person, now)


def _about_problem(uow: UnitOfWork, envelope: Envelope, now: datetime) -> Message | None:
    notice = envelope.notice
    problem = uow.problems.by_id(envelope.problem or 0)
    place = uow.communities.get(problem.community).at(now)
    if isinstance(notice, Headline):
        return _headline(uow, place, problem, envelope)
    person = _person(uow, envelope, place, now) or _former_author(uow, envelope, problem)
    if person is None:
        return None
    seen = sight(person, problem, place.community)
    if not seen.exists:
        return cards.closed_off(reader_of(place, person), problem.reference) if envelope.ts else None
    if envelope.ts is None and (_came_too_late(notice, problem, seen) or _is_covered(notice, person, place)):
        return None
    try:
        view = view_of(uow, place, problem, person, now)
    except Refused:
        return None
    match notice:
        case AuthorCard():
            return cards.author_card(view, alike(uow, place, problem, person, now))
        case DirectorCard():
            return cards.director_card(view)
        case TriageCard():
            return cards.triage_card(view)
        case ArbitrationCard():
            return cards.arbitration_card(view)
        case Told():
            both = heard(uow, place, problem, person, notice.event, now)
            return told(*both) if both else None
        case _:
            return None


def _about_commitment(uow: UnitOfWork, envelope: Envelope, notice: CommitmentCard, now: datetime) -> Message | None:
    """The card of a promise, for those whom it concerns; for others, what is left of it."""
    problem, commitment = uow.problems.by_id(notice.problem), uow.commitments.by_id(notice.commitment)
    place = uow.communities.get(problem.community).at(now)
    person = _person(uow, envelope, place, now)
    if person is None or not sight(person, problem, place.community).exists:
        return None
    view = Looking(uow, place, person, now).at(problem, commitment)
    concerned = person.id in (commitment.owner, commitment.offered_to, commitment.needs_of)
    return promises.card(view) if concerned or envelope.ts else None


def _about_decision(uow: UnitOfWork, envelope: Envelope, notice: DecisionCard, now: datetime) -> Message | None:
    """The card of who gives an answer, as long as they may; what stands says when it no longer waits."""
    problem, decision = uow.problems.by_id(notice.problem), uow.decisions.by_id(notice.decision)
    place = uow.communities.get(problem.community).at(now)
    person = _person(uow, envelope, place, now)
    if person is None or decision.of(notice.whose or person.id) is None:
        return None
    manager = answers_as(decision, problem, place.community, person, notice.whose)
    if manager is None:
        return cards.closed_off(reader_of(place, person), problem.reference) if envelope.ts else None
    view = decision_of(uow, place, problem, decision, (person, manager), now)
    if not (view.may_answer or envelope.ts):
        return None
    return decisions.card(Discretion(uow, place).of_decision(view) if mailed(envelope.to) else view)


def _about_contribution(uow: UnitOfWork, envelope: Envelope, notice: ContributorCard, now: datetime) -> Message | None:
    """The card of whoever answers for an institution that is asked, as far as they may still see the problem."""
    problem = uow.problems.by_id(notice.problem)
    place = uow.communities.get(problem.community).at(now)
    person = _person(uow, envelope, place, now)
    asked = next((each for each in uow.participations.of(problem.id) if each.institution == notice.institution), None)
    if person is None or asked is None:
        return None
    seen = sight(person, problem, place.community)
    if not seen.exists:
        return cards.closed_off(reader_of(place, person), problem.reference) if envelope.ts else None
    if envelope.ts is None and not seen.text:
        return None
    return contributions.card(contribution_of(uow, place, problem, asked, person, now))


def _came_too_late(notice: Notice, problem: Problem, seen: Sight) -> bool:
    """A card that waited for the morning, about a problem that is withdrawn or somebody else's by then."""
    cards_of_others = isinstance(notice, DirectorCard | TriageCard | ArbitrationCard)
    return cards_of_others and (problem.state is State.WITHDRAWN or not seen.text)


def _is_covered(notice: Notice, person: Person, place: Place) -> bool:
    """A card that waited for the morning of somebody who is away by then: who covers has it; a list on return tells."""
    if not isinstance(notice, DirectorCard | TriageCard):
        return False
    return place.community.absence_of(person.id) is not None


def _headline(uow: UnitOfWork, place: Place, problem: Problem, envelope: Envelope) -> Message | None:
    institution = envelope.notice.institution if isinstance(envelope.notice, Headline) else ""
    if not in_channel(problem, institution):
        reader = channel_reader(place, institution)
        return cards.closed_off(reader, problem.reference) if envelope.ts else None
    return cards.headline(headline_view(uow, place, problem, institution))


def _greeting(uow: UnitOfWork, envelope: Envelope, now: datetime) -> Message | None:
    members = uow.communities.members(envelope.workspace, envelope.to)
    if not members and envelope.notice == UNKNOWN:
        return to_a_stranger(uow, envelope.workspace)
    if not members or not takes_part(members[0], now):
        return None
    meant = _meant(uow, envelope.notice)
    member = next((each for each in members if each.place.id == meant), members[0])
    place, person = member.place, member.person
    reader = reader_of(place, person)
    match envelope.notice:
        case Welcome():
            return greetings.welcome(reader)
        case Relieved():
            return greetings.relieved(reader)
        case AskHome() if person.institution is None:
            return greetings.ask_home(reader, str(place.id))
        case Unplaced(person=who) if facilitates(person, place.community):
            found = uow.communities.person(place.id, who)
            return unreached(reader, found.name if found else who, envelope.notice)
        case OfferReport(ts=ts):
            return greetings.offer_report(reader, ts)
        case SorryNote(why=why, kinds=kinds, action=action, value=value):
            return greetings.sorry(reader, why, kinds, mend=(action, value))
        case _:
            return None


def _meant(uow: UnitOfWork, notice: Notice) -> int | None:
    """The community that a greeting is about, if it is about one."""
    if isinstance(notice, AskHome):
        return uow.problems.by_id(notice.problem).community
    return notice.community if isinstance(notice, Unplaced) else None


def _reader(uow: UnitOfWork, envelope: Envelope, community: int, now: datetime) -> tuple[Place, Person | None]:
    place = uow.communities.get(community).at(now)
    return place, _person(uow, envelope, place, now)


def _person(uow: UnitOfWork, envelope: Envelope, place: Place, now: datetime) -> Person | None:
    members = uow.communities.members(envelope.workspace, envelope.to)
    return next((each.person for each in members if each.place.id == place.id and takes_part(each, now)), None)


def _former_author(uow: UnitOfWork, envelope: Envelope, problem: Problem) -> Person | None:
    """An author whom the community file no longer names still hears what became of their report, and nothing else."""
    author = uow.communities.person(problem.community, problem.reporter)
    if author is None or envelope.to not in (author.slack_id, by_mail(problem.community, author.id)):
        return None
    return replace(author, roles=(Role.CAREGIVER,), institution=None)
