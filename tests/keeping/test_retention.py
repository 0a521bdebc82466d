"""What has been kept long enough goes: names, then words, from the tables and from Slack; states and days stay."""

import pytest
from sqlalchemy import insert

from sc_bot.domain.retention import months_before
from sc_bot.upkeep import keep_terms, seal_history
from sc_bot.usecases.history.sealing import verify_history
from storage import tables as t
from tests.house import THURSDAY, Town
from tests.keeping.telling import AUTHOR, bytes_of, let_terms_end, said_in_slack, solved
from tests.stories.acting import does, report, show, whole
from tests.stories.learning import CHANGE, published
from tests.stories.looking import everything, rows

ABOUT = "la poste de l'hôpital"


def test_a_year_after_its_closing_nobody_is_named_in_a_problem(town: Town, region_url: str) -> None:
    """Who reported, acted, promised and joined is gone; states, days and words are not."""
    solved(town)
    before = rows(region_url, "events")
    let_terms_end(town, 13)
    problem = rows(region_url, "problems")[0]
    after = rows(region_url, "events")
    assert (problem["reporter"], problem["state"], problem["closing"]) == ("-", "closed", "solved")
    assert {each["owner"] for each in rows(region_url, "commitments")} == {"-"}
    assert {each["actor"] for each in after} <= {"-", None}
    same = ("id", "at", "kind", "from_state", "to_state", "institution", "text")
    assert [[each[name] for name in same] for each in after] == [[each[name] for name in same] for each in before]
    assert ABOUT in everything(region_url)


def test_nothing_goes_before_its_term(town: Town, region_url: str) -> None:
    """A problem closed eleven months ago is as it was, in Slack too."""
    solved(town)
    said, kept = said_in_slack(town), rows(region_url, "problems")
    let_terms_end(town, 11)
    assert rows(region_url, "problems") == kept
    assert said_in_slack(town) == said


def test_an_open_problem_keeps_its_names_for_ever(town: Town, region_url: str) -> None:
    """The term begins with the closing."""
    report(town)
    let_terms_end(town, 36)
    assert rows(region_url, "problems")[0]["reporter"] == AUTHOR


def test_the_messages_of_the_bot_about_it_go_from_slack(town: Town, region_url: str) -> None:
    """Cards, news and headlines are deleted, then forgotten; what the file held is not in its bytes."""
    solved(town)
    assert ABOUT in said_in_slack(town)
    let_terms_end(town, 13)
    assert ABOUT not in said_in_slack(town)
    assert [each for each in rows(region_url, "outbox") if each["problem"]] == []


def test_a_published_lesson_stays_where_it_stands(town: Town) -> None:
    """It is the community's, not the problem's any more."""
    published(town)
    let_terms_end(town, 13)
    let_terms_end(town, 60)
    assert CHANGE in said_in_slack(town)
    assert "Rosalie" not in said_in_slack(town)


def test_what_is_left_of_it_can_still_be_read(town: Town) -> None:
    """Its author's name does not stand there; whoever may read its history still does."""
    solved(town)
    assert "Rosalie" in whole(show(town, "ADV-1"))
    let_terms_end(town, 13)
    shown = whole(show(town, "ADV-1"))
    assert ABOUT in shown
    assert "Rosalie" not in shown


def test_five_years_after_its_closing_no_word_is_left(town: Town, region_url: str) -> None:
    """Nor can it be found by one."""
    solved(town)
    let_terms_end(town, 13)
    let_terms_end(town, 60)
    assert {each["body"] for each in rows(region_url, "texts")} == {"[retiré à la fin du délai de conservation]"}
    assert rows(region_url, "problems")[0]["state"] == "closed"
    assert "poste" not in {each["word"] for each in rows(region_url, "searchable")}
    assert ABOUT not in everything(region_url)


def test_looking_twice_changes_nothing_more(town: Town, region_url: str) -> None:
    """As often as the tick looks: one removal, told once among the changes of the community."""
    solved(town)
    let_terms_end(town, 13)
    kept = everything(region_url)
    keep_terms(town.house)
    assert everything(region_url) == kept
    told = [each for each in rows(region_url, "community_events") if each["subject"] == "retention"]
    assert [each["after"] for each in told] == [{"identities": 1, "words": 0}]


def test_the_seals_stay_valid(town: Town) -> None:
    """Retention removes nothing that is sealed."""
    solved(town)
    let_terms_end(town, 1)
    seal_history(town.house)
    noted = verify_history(town.house.worker_database)[0].last
    let_terms_end(town, 13)
    let_terms_end(town, 60)
    assert noted is not None
    assert verify_history(town.house.worker_database, expected=noted.seal)[0].findings == ()


def test_who_changed_what_about_whom_goes_after_a_year(town: Town, region_url: str) -> None:
    """Changes of the community stay, without anybody."""
    assert "person CVE-S1" in {each["subject"] for each in rows(region_url, "community_events")}
    let_terms_end(town, 13)
    changes = rows(region_url, "community_events")
    assert {
        str(each["subject"]).partition(" ")[2] for each in changes if str(each["subject"]).startswith("person")
    } == {"-"}
    assert not any("Rosalie" in str(each) for each in changes)


def test_words_of_a_meeting_go_after_five_years(town: Town, region_url: str) -> None:
    """A topic and what was decided of it, as the words of a problem; that there was a meeting stays."""
    with town.house.worker_database.writing() as connection:
        here = {"workspace": town.slack.workspace.team_id, "community": 1, "committee": "support", "version": 1}
        when = {"nominal": "2026-11-19T13:30", "at": town.clock(), "minutes": 60, "phase": "approved"}
        connection.execute(insert(t.meetings).values(id=1, **here, **when))
        connection.execute(insert(t.meeting_texts).values(meeting=1, body="COQUELICOT", at=town.clock()))
    let_terms_end(town, 59)
    assert "COQUELICOT" in everything(region_url)
    let_terms_end(town, 2)
    assert "COQUELICOT" not in everything(region_url)
    assert [each["phase"] for each in rows(region_url, "meetings")] == ["approved"]


def test_requests_are_forgotten_after_a_month(town: Town, region_url: str) -> None:
    """Slack repeats none of them for so long."""
    report(town)
    assert rows(region_url, "requests")
    let_terms_end(town, 1.1)
    assert rows(region_url, "requests") == []


@pytest.mark.parametrize("kind", ["sqlite"])
def test_after_a_purge_the_file_holds_no_byte_of_it(town: Town, region_url: str) -> None:
    """Neither the file, nor its write-ahead log: what was removed is not there for whoever copies the disk."""
    report(town, "La chimio de l'hôpital attend. " * 150 + "COQUELICOT")
    assert b"COQUELICOT" in bytes_of(region_url)
    does(town, "HSF-MD", "problem.close", closing="not_solvable", reason="Imposé")
    let_terms_end(town, 13)
    let_terms_end(town, 60)
    assert b"COQUELICOT" not in bytes_of(region_url)


def test_a_month_that_is_too_short_ends_with_its_last_day() -> None:
    """A year before the 29th of February; a month before the 31st of March."""
    assert months_before(THURSDAY.replace(year=2028, month=2, day=29), 12).date().isoformat() == "2027-02-28"
    assert months_before(THURSDAY.replace(month=3, day=31), 1).date().isoformat() == "2026-02-28"
