"""Who may do what with a lesson, and who reads it. Read from the database at every action."""

from collections.abc import Sequence
from enum import StrEnum

from sc_bot.domain.answerable import directs, facilitates
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.lessons import TO_ANSWER, UNDER_WAY, Lesson, Offer, Stage, Taken
from sc_bot.domain.problems import Problem
from sc_bot.domain.visibility import sight


class LessonAct(StrEnum):
    """Everything that can be done with a lesson, in the order of its buttons."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    DECLINE = "decline"
    LATER = "later"
    IN_PLACE = "in_place"
    NOT_YET = "not_yet"
    GIVE_UP = "give_up"
    VALIDATE = "validate"
    SEND_BACK = "send_back"
    DRAFT = "draft"
    PASS = "pass"  # noqa: S105 - not to pass anything on
    OFFER = "offer"
    CORRECT = "correct"
    SHOW_NAME = "show_name"
    REDACT = "redact"


ANSWERS = (LessonAct.ADOPT, LessonAct.ADAPT, LessonAct.DECLINE, LessonAct.LATER)
FOLLOW_UPS = (LessonAct.IN_PLACE, LessonAct.NOT_YET, LessonAct.GIVE_UP)
OF_AN_OFFER = frozenset({*ANSWERS, *FOLLOW_UPS})


def may_read(person: Person, lesson: Lesson, problem: Problem | None, community: Community) -> bool:
    """Everybody reads what is published; before that, those who work on it."""
    withheld = lesson.is_withheld(problem)
    if lesson.is_published and not withheld:
        return True
    if problem is not None and withheld and not sight(person, problem, community).text:
        return False
    works_on_it = facilitates(person, community) or {Role.SUPPORT_COMMITTEE, Role.PRIVACY_OFFICER} & {*person.roles}
    mine = person.id in {lesson.author, lesson.drafted_by}
    return bool(works_on_it) or mine or _has_the_word(person, lesson, problem, community)


def may(person: Person, act: LessonAct, lesson: Lesson, problem: Problem | None, community: Community) -> bool:
    """Whether this person may do this to the lesson itself, in its present stage."""
    facilitator = facilitates(person, community)
    if not may_read(person, lesson, problem, community):
        return False
    match act:
        case LessonAct.DRAFT:
            return lesson.stage in _TO_WRITE and (facilitator or _has_the_word(person, lesson, problem, community))
        case LessonAct.PASS:
            asked = lesson.stage in {Stage.ASKED, Stage.NOTED}
            return asked and (facilitator or _has_the_word(person, lesson, problem, community))
        case LessonAct.VALIDATE | LessonAct.SEND_BACK:
            return lesson.stage is Stage.DRAFTED and _judges(person, lesson)
        case LessonAct.OFFER:
            is_out = lesson.is_published and not lesson.is_withheld(problem)
            return is_out and (facilitator or Role.SUPPORT_COMMITTEE in person.roles)
        case LessonAct.CORRECT:
            return facilitator and lesson.stage in {Stage.DRAFTED, Stage.PUBLISHED}
        case LessonAct.SHOW_NAME:
            return person.id == lesson.author and not lesson.name_shown
        case LessonAct.REDACT:
            return facilitator or Role.PRIVACY_OFFICER in person.roles
        case _:
            return False


_TO_WRITE = frozenset({Stage.NOTED, Stage.ASKED, Stage.SENT_BACK})


def _judges(person: Person, lesson: Lesson) -> bool:
    """The support committee; nobody judges what they wrote."""
    return Role.SUPPORT_COMMITTEE in person.roles and person.id != lesson.drafted_by


def _has_the_word(person: Person, lesson: Lesson, problem: Problem | None, community: Community) -> bool:
    """Whoever acts for the institution that led it; a good practice is the facilitator's to make a lesson of."""
    if problem is not None and not sight(person, problem, community).exists:
        return False
    return problem is not None and directs(person, community, lesson.institution, problem)


def offer_acts(offer: Offer) -> tuple[LessonAct, ...]:
    """What whoever acts for the institution can answer now; what was declined may still be adopted."""
    if offer.standing in TO_ANSWER:
        return ANSWERS
    if offer.standing in UNDER_WAY:
        return FOLLOW_UPS
    return (LessonAct.ADOPT, LessonAct.ADAPT) if offer.standing is Taken.DECLINED else ()


def own_offers(person: Person, offers: Sequence[Offer], community: Community) -> list[Offer]:
    """The offers to institutions for which this person acts, those that wait for an answer first."""
    mine = [each for each in offers if directs(person, community, each.institution)]
    return sorted(mine, key=lambda each: each.standing not in TO_ANSWER)
