"""Lists, agendas and decision requests as they go by e-mail, which is no confidential place.

The same lines as in Slack, for a reader who has no other place to look. A neutral title may stand anywhere; of a
restricted problem only the reference does. What people wrote (a promise, what a committee decided) stays in Slack where
the problem is confidential. The question of a decision is there: it was written for whoever is asked, and is never
asked about what is restricted.
"""

from dataclasses import dataclass, replace

from sc_bot.domain.decision_views import DecisionView
from sc_bot.domain.digest_views import DigestView, Solved
from sc_bot.domain.meeting_views import ItemView, MeetingView
from sc_bot.domain.references import problem_of
from sc_bot.domain.views import JointAsk, ListItem, MorningView, ProblemView
from sc_bot.domain.visibility import is_confidential
from sc_bot.ports import Place, UnitOfWork


@dataclass(frozen=True, slots=True)
class Discretion:
    """Leaves out of a view what does not go by e-mail."""

    uow: UnitOfWork
    place: Place

    def of_list(self, view: MorningView) -> MorningView:
        """The list of the morning."""
        return replace(view, items=tuple(self._line(each) for each in view.items))

    def of_digest(self, view: DigestView) -> DigestView:
        """The first screen of a digest, with the list that it contains."""
        return replace(
            view,
            decisions=tuple(self.of_decision(each) for each in view.decisions),
            solved=_of_solved(view.solved) if view.solved is not None else None,
            morning=self.of_list(view.morning) if view.morning is not None else None,
        )

    def of_decision(self, view: DecisionView) -> DecisionView:
        """What a general manager is asked."""
        return replace(view, problem=_of_problem(view.problem))

    def of_meeting(self, view: MeetingView) -> MeetingView:
        """An agenda or minutes, with every item: nothing in an e-mail opens the rest."""
        return replace(view, items=tuple(self._item(each) for each in view.items), whole=True)

    def _line(self, item: ListItem) -> ListItem:
        said = item.commitment
        if said is not None and self._is_kept(said.problem):
            said = replace(said, what=None, expected=None, needs=None)
        joint = _of_joint(item.joint) if item.joint is not None else None
        return replace(item, problem=_of_problem(item.problem), commitment=said, joint=joint)

    def _item(self, item: ItemView) -> ItemView:
        if item.problem is None or not self._is_kept(item.problem.reference):
            return item
        noted = tuple(replace(each, what="") for each in item.promises)
        own = _of_problem(item.problem)
        return replace(item, problem=own, topic=None, decided=None, promises=noted, kept_back=item.decided is not None)

    def _is_kept(self, reference: str) -> bool:
        problem = self.uow.problems.get(self.place.workspace, problem_of(reference))
        return problem is None or is_confidential(problem)


def _of_problem(view: ProblemView) -> ProblemView:
    return replace(view, unnamed=True, objective=None) if view.restricted else view


def _of_joint(view: JointAsk) -> JointAsk:
    return replace(view, problem=_of_problem(view.problem))


def _of_solved(view: Solved) -> Solved:
    return replace(view, problem=_of_problem(view.problem), quote=None if view.problem.restricted else view.quote)
