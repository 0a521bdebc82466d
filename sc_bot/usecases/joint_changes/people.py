"""Those who get a joint change ready."""

from collections.abc import Iterable, Sequence

from sc_bot.domain.answerable import facilitators
from sc_bot.domain.community import Person
from sc_bot.domain.joint_changes import Answered, JointChange
from sc_bot.domain.problems import Problem
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.followups.owing import living
from sc_bot.usecases.joint_reading import answerer


def everybody(
    uow: UnitOfWork, place: Place, change: JointChange, problems: Sequence[Problem], *, and_at: Iterable[str] = ()
) -> list[Person]:
    """Those who get it ready, each once: for every institution that has not declined, who began it, the facilitator."""
    homes = [each.institution for each in change.parts if each.answered is not Answered.DECLINED]
    people = [answerer(place.community, problems, each) for each in dict.fromkeys((*homes, *and_at))]
    people += [living(uow, place, change.begun_by), *facilitators(place.community)[:1]]
    return list({each.id: each for each in people if each is not None}.values())
