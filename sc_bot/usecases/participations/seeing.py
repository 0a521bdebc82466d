"""What is asked of one institution, for one reader."""

from datetime import datetime

from sc_bot.domain.answerable import directs, facilitates
from sc_bot.domain.answers import Faster
from sc_bot.domain.community import Localised, Person
from sc_bot.domain.participations import Participation, Taking
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Problem
from sc_bot.domain.views import ContributionView
from sc_bot.ports import Database, Place, UnitOfWork
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.participations.answering import faster, open_contribution
from sc_bot.usecases.reading import view_of


def see_contribution(
    database: Database, asked: Asked, reference: str, institution: str | None, verb: Verb
) -> ContributionView | Faster:
    """What is asked, for somebody about to answer; if they no longer can, who was faster.

    Raises:
        Refused: NOT_FOUND, or NOT_YOURS.
    """
    with database.reading() as uow:
        case, asked_for = open_contribution(uow, asked, reference, institution, verb, to_change=False)
        view = contribution_of(uow, case.member.place, case.problem, asked_for, case.person, asked.now)
        return view if verb in view.offers else faster(case, asked_for)


def contribution_of(
    uow: UnitOfWork, place: Place, problem: Problem, asked_for: Participation, person: Person, now: datetime
) -> ContributionView:
    """One institution's part, as this reader may see it.

    Raises:
        Refused: NOT_FOUND when they may not know of the problem.
    """
    community = place.community
    view = view_of(uow, place, problem, person, now)
    answers = directs(person, community, asked_for.institution, problem)
    waits = asked_for.standing is Taking.ASKED and answers
    able = {Verb.CONTRIBUTE, Verb.DECLINE} if waits else {Verb.COMMIT} if answers else set[Verb]()
    home = community.institution(asked_for.institution)
    asker = community.person(asked_for.asked_by) or uow.communities.person(place.id, asked_for.asked_by)
    texts = uow.history.texts(problem.id) if view.description is not None else ()
    return ContributionView(
        problem=view,
        institution=home.name if home else Localised(asked_for.institution, asked_for.institution),
        institution_id=asked_for.institution,
        standing=asked_for.standing,
        what=next((each.body for each in texts if each.id == asked_for.what), None),
        asked_by=asker.name if asker else None,
        offers=view.offers & able,
        is_passed_on=not answers and facilitates(person, community),
    )
