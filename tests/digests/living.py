"""Random lives of the region: whoever may, does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from sc_bot.domain.deadlocks import Way
from sc_bot.domain.problems import Closing
from sc_bot.domain.refusals import Refused
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.deadlocks.ending import Ending, end_deadlock
from sc_bot.usecases.deadlocks.finding import look_for_deadlocks
from sc_bot.usecases.deadlocks.perceiving import perceive
from sc_bot.usecases.participations.answering import accept_contribution, decline_contribution
from sc_bot.usecases.participations.inviting import Request, ask_contribution
from sc_bot.usecases.problems.director import Close, close_problem
from sc_bot.usecases.problems.facilitator import restrict_problem
from storage.database import StoredDatabase
from tests.followups import doing
from tests.followups.doing import OF_A_PROBLEM, OF_A_PROMISE, Deed
from tests.house import THURSDAY, region

WORKSPACE = "T0ESTRIE0"
WHO = ("UCVES1000", "UHSFMD000", "UADV10000", "UCVEMD000", "USC400000", "UPCOMD000", "UHSFS1000", "UMCLS1000")
HOMES = ("HSF", "CVE", "PCO", "MCL")


def live(database: StoredDatabase, chance: Random, acts: int) -> Iterator[datetime]:
    """A random life of the region: whatever can be done is done, hours and days apart; gives each moment."""
    now, references = THURSDAY, list[str]()
    for number in range(acts):
        now += timedelta(hours=chance.choice((1, 5, 20, 50)))
        asked = Asked(workspace=WORKSPACE, slack_id=chance.choice(WHO), request=f"life-{number}", now=now)
        home = chance.choice(HOMES)
        if not references or chance.random() < 0.15:
            references.append(doing.report(database, asked, home).reference)  # type: ignore[union-attr] # it is recorded
        else:
            _do_something(database, chance, asked, chance.choice(references), home)
        yield now


OF_OTHERS = (
    "ask", "contribute", "decline_part", "restrict", "perceive", "decide", "decide", "look", "solve", "yes",
)  # fmt: skip


def _do_something(database: StoredDatabase, chance: Random, asked: Asked, problem: str, home: str) -> None:
    act = chance.choice((*OF_A_PROBLEM, *OF_A_PROBLEM, *OF_A_PROMISE, *OF_OTHERS))
    of_promise = act in OF_A_PROMISE
    reference = f"{problem}.{chance.choice((1, 1, 2))}" if of_promise else problem
    due = asked.now.date() + timedelta(days=chance.randrange(1, 12))
    people_ = {each.slack_id for each in region().people if each.slack_id in WHO}
    for slack_id in sorted(people_):  # whoever may, does
        mine = replace(asked, slack_id=slack_id, request=f"{asked.request}-{slack_id}")
        try:
            match act:
                case "ask":
                    ask_contribution(database, mine, problem, Request(institution=home, what="Une réponse"))
                case "contribute":
                    accept_contribution(database, mine, problem, home)
                case "decline_part":
                    decline_contribution(database, mine, problem, home, "Le poste est vacant", None)
                case "perceive":
                    perceive(database, mine, problem)
                case "decide":
                    way = chance.choice((Way.LEAD, Way.RESOURCES, Way.WE_WILL_NOT))
                    end_deadlock(database, mine, problem, Ending(way=way, words="Un plan", institution=home))
                case "look":
                    look_for_deadlocks(database, mine.now)
                case "solve":
                    close_problem(database, mine, problem, Close(closing=Closing.SOLVED))
                case "restrict":
                    if chance.random() < 0.2:
                        restrict_problem(database, mine, problem)
                case _:
                    deed = Deed(act, reference, home, chance.choice(WHO), due)
                    doing.do(database, mine, deed)
        except Refused:
            continue
        return
