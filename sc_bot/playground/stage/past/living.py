"""Lives the acts of the agenda: who acts, in which words, and that it went as written."""

from dataclasses import dataclass, field
from datetime import datetime

from sc_bot.calendar import working_calendar
from sc_bot.domain.answerable import answering, facilitators
from sc_bot.domain.answers import Answer, Faster, Recorded
from sc_bot.domain.community import Community, Person, Role
from sc_bot.domain.decisions import asked_usually
from sc_bot.domain.due import Due
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Problem
from sc_bot.domain.promising import Act
from sc_bot.domain.refusals import Refused
from sc_bot.domain.tryouts import TryAct
from sc_bot.playground.stage.past.agenda import SENDS, Planned
from sc_bot.playground.stage.past.doing import DOING, Deed
from sc_bot.playground.stage.past.phrases import PhraseBook
from sc_bot.playground.stage.past.reports import Reported, read_reports
from sc_bot.playground.stage.past.steps import INTERNAL, NOWHERE, TRYOUT, Part, Step
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.problems.report import report_problem


class NotAsWritten(Exception):
    """An act of the past did not go as its script says: one of the two, script or program, is wrong."""


@dataclass
class Living:
    """The region while it lives its past."""

    database: Database
    workspace: str
    community: Community
    book: PhraseBook = field(default_factory=PhraseBook)
    reports: dict[str, Reported] = field(default_factory=read_reports)
    references: dict[str, str] = field(default_factory=dict)
    """The reference of each problem that is reported, by its id in the files."""
    done: int = 0

    def do(self, act: Planned, now: datetime) -> None:
        """Do it.

        Raises:
            NotAsWritten: it was refused, or somebody was faster, or nobody can do it.
        """
        self.done += 1
        try:
            answer = self._take(act, act.step, now) if act.step else self._report(act, now)
        except (Refused, LookupError) as error:
            raise NotAsWritten(f"{act}: {error!r}") from error
        if isinstance(answer, Faster):
            raise NotAsWritten(f"{act}: it is {answer.state} since {answer.at}")
        if isinstance(answer, Recorded):
            self.references[act.cast.problem] = answer.reference

    def _report(self, act: Planned, now: datetime) -> Answer:
        report = self.reports[act.cast.problem]
        author = self._person(report.reported_by)
        return report_problem(self.database, self._asked(author, now), report.report(self._confirm(author)))

    def _take(self, act: Planned, step: Step, now: datetime) -> Answer:
        problem = self._problem(act.cast.problem)
        actor = self._actor(step.part, problem)
        sends = step.verb in SENDS and step.how != NOWHERE
        deed = Deed(
            database=self.database,
            asked=self._asked(actor, now),
            reference=problem.reference,
            how=step.how,
            words=act.words if act.words is not None else self._usual_words(step, actor),
            confirm=self._confirm(actor),
            to=(act.to or self.reports[act.cast.problem].owner) if sends else None,
            same_as=self.references[act.cast.same_as] if act.cast.same_as else None,
            due=self._due(step, now),
            zone=self.community.timezone_of(actor),
            partner=self._partner(problem),
            delegate=next((each.slack_id or "" for each in self.community.delegates_of(problem.institution or "")), ""),
            managers=tuple(each.id for each in asked_usually(problem, self.community)),
            otherwise=self.book.say("otherwise", actor.language.value),
        )
        return DOING[step.verb](deed)

    def _due(self, step: Step, now: datetime) -> Due | None:
        if step.verb not in (Act.MAKE, Act.REDATE, Verb.ASK_DECISION, TryAct.START, TryAct.ROLL_OUT):
            return None
        calendar = working_calendar(self.community)
        return Due(calendar.add_working_days(calendar.local_date(now), int(step.how)))

    def _asked(self, person: Person, now: datetime) -> Asked:
        slack_id = person.slack_id or ""
        return Asked(workspace=self.workspace, slack_id=slack_id, request=f"past-{self.done}", now=now)

    def _actor(self, part: Part, problem: Problem) -> Person:
        match part:
            case Part.AUTHOR:
                return self._person(problem.reporter)
            case Part.DIRECTOR:
                return _found(answering(self.community, problem))
            case Part.DELEGATE:
                return self.community.delegates_of(problem.institution or "")[0]
            case Part.FACILITATOR:
                return facilitators(self.community)[0]
            case Part.PARTNER:
                return _found(self.community.managing_director_of(self._partner(problem)))
            case Part.MANAGER:
                return _found(next(iter(self.community.having(Role.GENERAL_MANAGER, problem.institution)), None))
            case Part.COMMITTEE:
                return self._of_the_committee(problem)

    def _partner(self, problem: Problem) -> str:
        """The institution that is asked; else the first that could be."""
        asked = (*problem.invited, *problem.contributors)
        others = [each.id for each in self.community.institutions if each.id != problem.institution]
        return next(iter((*asked, *others)))

    def _of_the_committee(self, problem: Problem) -> Person:
        """Somebody of the support committee whose institution has no part in it."""
        committee = self.community.having(Role.SUPPORT_COMMITTEE)
        return _found(next((each for each in committee if each.institution not in problem.participants), None))

    def _usual_words(self, step: Step, actor: Person) -> str:
        kind = {INTERNAL: INTERNAL, TRYOUT: "not_tried"}.get(step.how, step.verb.value)
        return self.book.say(kind, actor.language.value)

    def _confirm(self, person: Person) -> str:
        """Given with every text; it is kept only where a text seems to identify somebody."""
        return self.book.say("confirm", person.language.value)

    def _person(self, key: str) -> Person:
        return _found(self.community.person(key))

    def _problem(self, key: str) -> Problem:
        with self.database.reading() as uow:
            found = uow.problems.get(self.workspace, self.references[key])
        if found is None:
            raise LookupError(key)
        return found


def _found(person: Person | None) -> Person:
    if person is None:
        raise LookupError("nobody")
    return person
