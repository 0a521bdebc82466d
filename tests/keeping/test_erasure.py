"""One person, given out and forgotten: nothing says any more who they were, and nothing that is owed is lost."""

import json
from dataclasses import replace

import pytest

from sc_bot.domain.accesses import Screen
from sc_bot.domain.notices import Posting, Unplaced
from sc_bot.domain.refusals import Refused, Why
from sc_bot.upkeep import keep_terms, seal_history
from sc_bot.usecases.history.sealing import verify_history
from sc_bot.usecases.keeping.erasing import erase_person
from sc_bot.usecases.keeping.person import Target, export_person, find_person, plan_erasure
from storage.upkeep import tidy
from tests.house import Town
from tests.keeping.telling import bytes_of, let_terms_end, said_in_slack, solved
from tests.stories.acting import does, report, show, whole
from tests.stories.looking import everything, rows
from tests.stories.promising import BASTIEN, promise

WHO = ("CVE-S1", "UCVES1000", "Rosalie", "Thuotel")


def target(town: Town, person: str = "CVE-S1") -> Target:
    """Somebody, for whoever has the command line."""
    return find_person(town.house.worker_database, None, None, person)[0]


def erase(town: Town, person: str = "CVE-S1") -> None:
    """Forget somebody; messages are taken back, and the outbox forgets them."""
    erase_person(town.house.worker_database, target(town, person), town.clock(), Screen.ERASE_COMMAND)
    town.deliver()
    keep_terms(town.house)


def test_nothing_says_any_more_who_somebody_was(town: Town, region_url: str) -> None:
    """Neither name, id nor Slack id stands in any table, nor anything that the bot said to them or about them."""
    solved(town)
    report(town, "Le formulaire de Rosalie Thuotel se perd, dit Thuotel")
    town.person("CVE-S1").opens_home()
    tell_of(town, "CVE-S1")
    homes = town.slack.workspace.homes
    assert town.slack.wait_for(lambda: "ONC-1" in str(homes.get("UCVES1000")))
    show(town, "ADV-1")
    erase(town)
    kept = everything(region_url)
    assert [each for each in WHO if each in kept] == []
    assert [each for each in WHO if each in said_in_slack(town)] == []
    assert "ONC-1" not in str(homes["UCVES1000"])


def tell_of(town: Town, person: str) -> None:
    """The facilitator hears that somebody cannot be reached: a message about them, to somebody else."""
    told = Posting(
        notice=Unplaced(person, "user_disabled", 1), to="UADV10000", key=f"unplaced:{person}", due_at=town.clock()
    )
    with town.house.worker_database.unit_of_work() as uow:
        uow.outbox.post(town.slack.workspace.team_id, None, [told])
    town.deliver()
    assert "Rosalie Thuotel" in said_in_slack(town)


def test_what_the_institutions_owe_stays(town: Town, region_url: str) -> None:
    """Her reports go on, without an author; what was promised for them is as it was."""
    promise(town, "vendredi")
    before = [(each["standing"], each["owner"], each["due_day"]) for each in rows(region_url, "commitments")]
    erase(town)
    assert [(each["standing"], each["owner"], each["due_day"]) for each in rows(region_url, "commitments")] == before
    assert rows(region_url, "problems")[0]["state"] == "accepted"
    does(town, BASTIEN, "problem.close", closing="solved", reason="Le résumé part le jour même")
    assert rows(region_url, "problems")[0]["state"] == "closed"
    assert "fin de chimio" in whole(show(town, BASTIEN))


def test_what_somebody_promised_is_handed_over_first(town: Town, region_url: str) -> None:
    """A colleague who owes a promise is forgotten; it is the director's, who answers for the institution."""
    promise(town, "vendredi")
    town.deliver()
    with town.house.worker_database.unit_of_work() as uow:
        one = uow.commitments.by_id(1)
        uow.commitments.save(replace(one, owner="HSF-S1"))
    erase(town, "HSF-S1")
    assert [each["owner"] for each in rows(region_url, "commitments")] == [BASTIEN]
    assert "HSF-S1" not in everything(region_url)


@pytest.mark.parametrize("person", ["HSF-MD", "ADV-1"])
def test_who_holds_a_role_alone_is_not_forgotten(town: Town, region_url: str, person: str) -> None:
    """Nothing is changed: somebody else takes the role first."""
    before = everything(region_url)
    with pytest.raises(Refused) as refused:
        erase(town, person)
    assert refused.value.why is Why.LAST_ONE
    assert everything(region_url) == before


def test_a_look_at_what_would_go_changes_nothing(town: Town, region_url: str) -> None:
    """It counts, part by part, and the texts in which they are named."""
    solved(town)
    report(town, "Le formulaire de Rosalie Thuotel se perd")
    before = everything(region_url)
    plan = plan_erasure(town.house.worker_database, target(town))
    assert plan.counts["problems"] == 2
    assert plan.texts == 1
    assert everything(region_url) == before


def test_the_seals_stay_valid(town: Town) -> None:
    """Erasure removes nothing that is sealed."""
    solved(town)
    let_terms_end(town, 0.1)
    seal_history(town.house)
    noted = verify_history(town.house.worker_database)[0].last
    erase(town)
    assert noted is not None
    assert verify_history(town.house.worker_database, expected=noted.seal)[0].findings == ()


@pytest.mark.parametrize("kind", ["sqlite"])
def test_the_file_holds_no_byte_of_them(town: Town, region_url: str) -> None:
    """Whoever copies the disk finds no name."""
    solved(town)
    assert b"Thuotel" in bytes_of(region_url)
    erase(town)
    assert tidy(town.house.worker_database)
    found = bytes_of(region_url)
    assert [each for each in WHO if each.encode() in found] == []


def test_everything_about_somebody_is_given_out_and_nobody_else(town: Town) -> None:
    """Reports with their words, promises, history, settings; no other person's name or id."""
    solved(town)
    found = json.dumps(export_person(town.house.worker_database, target(town), town.clock(), Screen.EXPORT_COMMAND))
    assert json.loads(found)["stored"]["problems"][0]["reference"] == "ONC-1"
    assert "la poste de l'h" in found
    assert "Rosalie Thuotel" in found
    assert [each.id for each in town.community.people if f'"{each.id}"' in found] == ["CVE-S1"]
    assert [each.name for each in town.community.people if each.name in found] == ["Rosalie Thuotel"]


def test_that_it_was_read_is_kept(town: Town, region_url: str) -> None:
    """Who, when, whose, by what; no name."""
    export_person(town.house.worker_database, target(town), town.clock(), Screen.EXPORT_COMMAND)
    kept = [(each["reader"], each["subject"], each["screen"]) for each in rows(region_url, "accesses")]
    assert kept == [("-", "CVE-S1", "export command")]
