"""Does what the model says, through the use cases: one request of one person each."""

from dataclasses import dataclass
from datetime import date

from sc_bot.domain.answers import Answer
from sc_bot.domain.due import Due
from sc_bot.domain.problems import Closing, Verdict
from sc_bot.ports import Database
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.commitments import changing, providing
from sc_bot.usecases.commitments.making import Promise, make_commitment
from sc_bot.usecases.problems.author import verify_problem, withdraw_problem
from sc_bot.usecases.problems.director import (
    Close,
    Return,
    accept_problem,
    acknowledge_problem,
    close_problem,
    return_problem,
)
from sc_bot.usecases.problems.facilitator import assign_lead, reroute_problem
from sc_bot.usecases.problems.report import Report, report_problem

WHY = "Le poste est vacant"
OF_A_PROBLEM = ("acknowledge", "accept", "return", "reroute", "assign", "promise", "withdraw", "close", "yes", "no")
OF_A_PROMISE = ("done", "on_track", "redate", "block", "hand", "take", "decline", "cancel", "provide", "cannot")


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done, to what, with what is chosen: an institution, a Slack user, a day."""

    act: str
    reference: str
    institution: str
    other: str | None
    due: date
    zone: str = "America/Toronto"


def report(database: Database, asked: Asked, institution: str) -> Answer:
    """Somebody reports something to an institution."""
    return report_problem(database, asked, Report(description="La chimio arrive en retard", institution=institution))


def do(database: Database, asked: Asked, deed: Deed) -> Answer:
    """Do it.

    Raises:
        Refused: it cannot be done.
    """
    return (_to_a_problem if deed.act in OF_A_PROBLEM else _to_a_promise)(database, asked, deed)


def _to_a_problem(database: Database, asked: Asked, deed: Deed) -> Answer:
    reference, institution = deed.reference, deed.institution
    match deed.act:
        case "acknowledge":
            return acknowledge_problem(database, asked, reference)
        case "accept":
            return accept_problem(database, asked, reference)
        case "return":
            return return_problem(database, asked, reference, Return(reason=WHY, institution=institution))
        case "reroute":
            return reroute_problem(database, asked, reference, institution, WHY)
        case "assign":
            return assign_lead(database, asked, reference, institution, WHY, None)
        case "promise":
            given = Promise(what="Envoyer le résumé le jour même", due=Due(deed.due), zone=deed.zone, owner=deed.other)
            return make_commitment(database, asked, reference, given)
        case "withdraw":
            return withdraw_problem(database, asked, reference)
        case "close":
            return close_problem(database, asked, reference, Close(closing=Closing.NOT_SOLVABLE, reason=WHY))
        case _:
            return verify_problem(database, asked, reference, Verdict(deed.act))


def _to_a_promise(database: Database, asked: Asked, deed: Deed) -> Answer:
    reference = deed.reference
    match deed.act:
        case "done":
            return changing.keep_commitment(database, asked, reference, "", None)
        case "on_track":
            return changing.confirm_commitment(database, asked, reference)
        case "redate":
            given = changing.NewDate(due=Due(deed.due), zone=deed.zone, reason=WHY)
            return changing.redate_commitment(database, asked, reference, given)
        case "block":
            need = changing.Need(needs="Une remplaçante", person=deed.other)
            return changing.block_commitment(database, asked, reference, need)
        case "hand":
            return changing.hand_commitment(database, asked, reference, deed.other or asked.slack_id)
        case "take":
            return changing.take_commitment(database, asked, reference)
        case "provide":
            return providing.provide_need(database, asked, reference, "", None)
        case "cannot":
            return providing.withhold_need(database, asked, reference, WHY, None)
        case "decline":
            return changing.decline_commitment(database, asked, reference, WHY, None)
        case _:
            return changing.cancel_commitment(database, asked, reference, WHY, None)
