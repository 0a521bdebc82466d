"""Promising: what, who, by when."""

from dataclasses import dataclass

from sc_bot.domain.answers import Answer, Promised
from sc_bot.domain.commitments import Commitment, Standing
from sc_bot.domain.community import Person
from sc_bot.domain.due import Due
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.promising import Act, can_be_promised, may_promise, promises_for
from sc_bot.domain.references import Mark, split_reference
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.reorganising import Sort, details_of
from sc_bot.domain.texts import TextKind
from sc_bot.domain.visibility import sight
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments.telling import cards_of, tell_author
from sc_bot.usecases.followups.planning import plan_promise
from sc_bot.usecases.gate import Passed, gate, required
from sc_bot.usecases.problems.changing import Case, change
from sc_bot.usecases.tryouts.trying import rolled_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What is promised. `due` was shown to the promiser and confirmed; `owner` is a Slack id, None for oneself."""

    what: str
    due: Due
    zone: str
    owner: str | None = None
    expected: str = ""
    depends_on: tuple[str, ...] = ()
    sort: str = ""
    """What it does to the work: one of `Sort`."""
    rolls_out: int | None = None
    """The number of the try-out that it rolls out."""
    confirm_reason: str | None = None


def make_commitment(database: Database, asked: Asked, reference: str, promise: Promise) -> Answer:
    """Keep a promise of an institution that leads or contributes. Somebody else must accept; until then it is yours.

    Raises:
        Refused: nothing is promised, it is identifying, nobody leads yet, or the named person is not of the community.
    """
    what = required(promise.what, "what")
    passed = gate({"what": what, "expected": promise.expected}, reason=promise.confirm_reason)

    def act(case: Case) -> Answer:
        if not can_be_promised(case.problem):
            if not case.problem.is_open:
                return case.faster()
            raise Refused(Why.NOT_ACCEPTED)
        institution = promises_for(case.person, case.problem, case.community)
        made = keep(case, promise, what, passed, institution)
        return promised(made, Act.MAKE, asked=made.offered_to)

    return change(database, asked, reference, Verb.COMMIT, act, permit=may_promise)


def keep(case: Case, promise: Promise, what: str, passed: Passed, institution: str) -> Commitment:
    """Keep a promise of an institution, tell those whom it concerns, and follow it."""
    named_one = owner_of(case, promise.owner) if promise.owner else case.person
    words = case.write(TextKind.COMMITMENT, what, passed)
    expected = promise.expected.strip()
    evidence = case.write(TextKind.EVIDENCE, expected, Passed()) if expected else None
    made = case.uow.commitments.add(
        case.problem,
        Commitment(
            id=0,
            workspace=case.problem.workspace,
            community=case.problem.community,
            problem=case.problem.id,
            number=0,
            reference="",
            what=words,
            expected=evidence,
            institution=institution,
            owner=case.person.id,
            offered_to=named_one.id if named_one.id != case.person.id else None,
            due=promise.due,
            zone=promise.zone,
            first_due=promise.due,
            standing=Standing.OPEN,
            made_at=case.now,
            depends_on=waits_for(case, promise.depends_on),
        ),
    )
    telling = case.happened(Happened.COMMITTED, text=words, details=(str(made.number), str(made.due)))
    case.tell([*tell_author(case, telling), *cards_of(case, made)])
    plan_promise(case.uow, case.member.place, case.problem, made, case.now)
    if promise.sort in set(Sort):
        case.happened(Happened.REORGANISED, details=details_of(promise.sort, promise=str(made.number)))
    if promise.rolls_out is not None and case.problem.institution == made.institution:
        rolled_out(case, promise.rolls_out, str(made.number))
    return made


def promised(commitment: Commitment, act: Act, asked: str | None = None) -> Promised:
    """The answer about a promise."""
    return Promised(
        reference=commitment.reference,
        problem=commitment.problem,
        community=commitment.community,
        act=act.value,
        due=str(commitment.due),
        zone=commitment.zone,
        redated=commitment.redated,
        asked=asked,
    )


def owner_of(case: Case, slack_id: str, field: str = "owner") -> Person:
    """The person behind a Slack id, somebody of the community whom the bot can reach, and who may know of the problem.

    Raises:
        Refused: nobody of this community has it; or it is not for them, and it is not said why.
    """
    found = case.uow.communities.known(case.member.place, slack_id)
    if found is None or not found.active:
        raise Refused(Why.UNKNOWN_OWNER, field=field)
    if not sight(found.person, case.problem, case.community).lead:
        raise Refused(Why.CANNOT_BE_ASKED, field=field)
    return found.person


def waits_for(case: Case, references: tuple[str, ...]) -> tuple[int, ...]:
    """The promises that must be kept first.

    Raises:
        Refused: one of them does not exist, or is not to be seen.
    """
    found: list[int] = []
    for each in references:
        commitment = _visible(case, each)
        if commitment is None:
            raise Refused(Why.UNKNOWN_COMMITMENT, field="depends_on", details=(each[:20],))
        found.append(commitment.id)
    return tuple(dict.fromkeys(found))


def _visible(case: Case, reference: str) -> Commitment | None:
    """A promise of this community that the promiser may know of."""
    split = split_reference(reference, Mark.PROMISE)
    problem = case.uow.problems.get(case.asked.workspace, split[0]) if split else None
    if split is None or problem is None or problem.community != case.problem.community:
        return None
    seen = sight(case.person, problem, case.community).exists
    return case.uow.commitments.get(problem, split[1]) if seen else None
