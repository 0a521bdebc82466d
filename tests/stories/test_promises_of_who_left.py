"""Whoever was asked about a promise and is no longer there to answer is asked no more; its owner hears so."""

from sc_bot.domain.community import Role
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.people import Office, save_person
from tests.house import Town
from tests.stories.acting import REFERENCE, offered, show, table
from tests.stories.leaving import slack_id
from tests.stories.promising import BASTIEN, FIRST, WHAT, follow_up, lists, morning, on, promise, told

LEFT, FANNY, FACILITATOR, PATRICE = "HSF-S2", "HSF-S1", "ADV-1", "CRC-MD"
NO_MORE = "ne peut plus répondre"


def leaves_the_community(town: Town, who: str) -> None:
    """The community file no longer names them."""
    database = town.house.worker_database
    with database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        uow.communities.retire_person(place, who, actor=None, now=town.clock.now)
    follow_up(town)


def restrict(town: Town) -> None:
    """The facilitator restricts who sees the problem."""
    town.person(FACILITATOR).chooses(show(town, FACILITATOR), "problem.more", f"problem.restrict {REFERENCE}")
    town.deliver()


def owed(town: Town) -> dict[str, object]:
    """Who has the only promise, who is asked about it."""
    (kept,) = table(town, "commitments")
    return {each: kept[each] for each in ("owner", "offered_to", "needs_of", "standing")}


def test_who_was_asked_to_take_it_over_has_left(town: Town) -> None:
    """Nobody is asked any more; its owner hears it once, and may ask somebody else on the spot."""
    promise(town, "le 4 décembre", owner=slack_id(town, LEFT))
    leaves_the_community(town, LEFT)
    assert owed(town) == {"owner": BASTIEN, "offered_to": None, "needs_of": None, "standing": "open"}
    (heard,) = told(town, BASTIEN, NO_MORE)
    assert FIRST in heard.text
    assert {"commitment.hand", "commitment.blocked"} <= offered(heard)
    follow_up(town)
    assert len(told(town, BASTIEN, NO_MORE)) == 1


def test_who_was_needed_has_left(town: Town) -> None:
    """It stays blocked: its owner says of whom it is needed now."""
    promise(town, "le 4 décembre")
    town.person(BASTIEN).runs("/sc engagements")
    on(town, BASTIEN, "commitment.blocked", needs="Un accès", person=slack_id(town, LEFT))
    leaves_the_community(town, LEFT)
    assert owed(town) == {"owner": BASTIEN, "offered_to": None, "needs_of": None, "standing": "blocked"}
    assert len(told(town, BASTIEN, NO_MORE)) == 1


def test_what_a_restricted_problem_owes_stays_with_who_sees_it(town: Town) -> None:
    """An owner who may not know of it any more is relieved by a message that names nothing; who answers has it."""
    promise(town, "le 4 décembre", owner=slack_id(town, FANNY))
    on(town, FANNY, "commitment.take")
    on(town, FANNY, "commitment.blocked", needs="Un accès", person=slack_id(town, PATRICE))
    restrict(town)
    assert owed(town) == {"owner": BASTIEN, "offered_to": None, "needs_of": None, "standing": "blocked"}
    (relieved,) = told(town, FANNY, "en d'autres mains")
    assert REFERENCE not in str(relieved.blocks) + relieved.text
    for each in (FANNY, PATRICE):
        assert told(town, each, REFERENCE) == [], each
        assert FIRST not in (town.person(each).runs("/sc engagements").text or "")
    assert told(town, BASTIEN, FIRST)
    morning(town, "2026-12-01")
    assert lists(town, FANNY) == []
    assert lists(town, BASTIEN)


def test_who_directs_no_more_leaves_what_is_restricted_to_who_does(town: Town) -> None:
    """Another director: the former one may not know of the restricted problem, and owes nothing for it any more."""
    promise(town, "le 4 décembre")
    restrict(town)
    by = Asked(workspace="T0ESTRIE0", slack_id=slack_id(town, FACILITATOR), request="replaces", now=town.clock.now)
    directs = Office(roles=(Role.MANAGING_DIRECTOR,), institution="HSF", line=2, replaces=True)
    save_person(town.house.web_database, by, 1, slack_id(town, FANNY), directs)
    town.deliver()
    assert owed(town)["owner"] == FANNY
    assert told(town, FANNY, FIRST)
    assert told(town, BASTIEN, WHAT) == []
    assert len(told(town, BASTIEN, "en d'autres mains")) == 1
