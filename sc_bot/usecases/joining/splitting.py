"""One report that tells of two problems: a part of it goes on as a problem of its own, with the same hidden author."""

from dataclasses import dataclass, replace

from sc_bot.domain.addresses import address_of
from sc_bot.domain.answers import Answer
from sc_bot.domain.community import Community
from sc_bot.domain.events import Event, Happened
from sc_bot.domain.joining import can_be_joined
from sc_bot.domain.learning import suggested
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Because, Problem, State
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.routing import route
from sc_bot.domain.texts import TextKind
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.followups.planning import plan_problem
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.problems.report import answer_by, because


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitOff:
    """What the new problem says, and who should have it; None: as if it had been reported so."""

    text: str
    institution: str | None = None
    confirm_reason: str | None = None


def split_problem(database: Database, asked: Asked, reference: str, part: SplitOff) -> Answer:
    """The facilitator makes a problem of its own of a part of another one; both histories say so.

    Raises:
        Refused: nothing is written, it identifies somebody, or the institution is unknown.
    """
    words = required(part.text, "text")
    passed = gate({"text": words}, reason=part.confirm_reason)

    def act(case: Case) -> Answer:
        if not can_be_joined(case.problem):
            return case.faster()
        if part.institution is not None and case.community.institution(part.institution) is None:
            raise Refused(Why.UNKNOWN_INSTITUTION, field="institution")
        return _split(case, words, part.institution, passed)

    return change(database, asked, reference, Verb.SPLIT, act)


def _split(case: Case, words: str, institution: str | None, passed: Passed) -> Answer:
    whole, community = case.problem, case.community
    draft = _part(case, words, institution)
    part = case.uow.problems.add(draft, draft.continuum or community.settings.code)
    own = replace(case, problem=part)
    own.write(TextKind.DESCRIPTION, words, passed)
    own.uow.history.add(part, _first(case, part))
    plan_problem(case.uow, case.member.place, part, case.now)
    made = own.happened(Happened.SPLIT_OFF, details=(whole.reference,))
    telling = case.happened(Happened.SPLIT, details=(part.reference,))
    author = case.author()
    case.tell(telling.told(author=author))
    address = address_of(made.place.id, author) if author is not None else ""
    card = [made.author_card(address)] if address else []
    own.tell([*card, *made.cards()])
    return case.done(Verb.SPLIT)


def _part(case: Case, words: str, institution: str | None) -> Problem:
    """A new problem of the same author, whose choices about their name hold for it too."""
    whole, community = case.problem, case.community
    like = suggested(words, case.member.place.learned, community)
    way = route(words, community=community, reporter_institution=whole.reporter_institution, learned=like)
    there = institution or way.institution
    return Problem(
        id=0,
        workspace=whole.workspace,
        community=whole.community,
        reference="",
        state=State.ROUTED if there else State.REPORTED,
        continuum=way.continuum or whole.continuum,
        institution=there,
        owes=there,
        because=Because("facilitator") if institution else because(way, community),
        severity=whole.severity,
        reporter=whole.reporter,
        reporter_institution=whole.reporter_institution,
        line=whole.line,
        name_shown=whole.name_shown,
        reported_at=case.now,
        answer_by=answer_by(community, case.asked),
        concerned=_concerned(community, way.spoken_of, there),
        noticed_by_clients=whole.noticed_by_clients,
        unresolvable=False,
        director_kept_out=whole.director_kept_out,
    )


def _concerned(community: Community, named: tuple[str, ...], there: str | None) -> tuple[str, ...]:
    return tuple(each for each in named if each != there and community.institution(each) is not None)


def _first(case: Case, part: Problem) -> Event:
    """It was reported, in the facilitator's words."""
    return Event(
        problem=part.id,
        kind=Happened.REPORTED,
        at=case.now,
        actor=case.person.id,
        to_state=part.state,
        institution=part.institution,
    )
