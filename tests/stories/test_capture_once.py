"""Sent again, sent twice at once, or not storable: one problem, one answer, nothing lost."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest

from sc_bot.playground import payloads
from sc_bot.playground.bot_link import Reply
from tests.house import Town
from tests.stories.looking import ABOUT_CHEMO, bodies, rows, text_of, window


def test_a_command_sent_again_gets_the_same_answer_and_no_second_problem(town: Town, region_url: str) -> None:
    """Byte for byte the same request: the same reply, one problem, one set of messages."""
    town.person("HSF-S1").runs(f"/problem {ABOUT_CHEMO}")
    sent = town.slack.sent[-1]
    first = sent.replies[0]
    again = town.slack.replay(sent)
    assert again.json["text"] == first.json["text"]
    assert again.json["blocks"] == first.json["blocks"]
    assert len(rows(region_url, "problems")) == 1
    assert len(rows(region_url, "events")) == 1


def test_a_window_sent_again_gets_the_same_answer_and_no_second_problem(town: Town, region_url: str) -> None:
    """A submission that arrives twice is one report."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    fanny.submits(window(town, fanny), {"description": "La chimio commence trop tard"})
    sent = town.slack.sent[-1]
    again = town.slack.replay(sent)
    assert again.json == sent.replies[0].json
    assert len(rows(region_url, "problems")) == 1


def test_a_window_sent_twice_by_two_quick_presses_is_one_report(town: Town, region_url: str) -> None:
    """Each sending has a trigger of its own, the window is the same: the same answer, one problem, one card."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    fanny.submits(window(town, fanny), {"description": "La chimio commence trop tard"})
    sent = town.slack.sent[-1]
    again = town.slack.link.deliver("interactive", sent.payload | {"trigger_id": "2.2.another"})
    assert again.json == sent.replies[0].json
    assert len(rows(region_url, "problems")) == 1
    fanny.closes(window(town, fanny), everything=True)
    fanny.runs("/problem")
    fanny.submits(window(town, fanny), {"description": "La chimio commence trop tard"})
    assert len(rows(region_url, "problems")) == 2


def test_a_button_sent_again_acts_once(town: Town, region_url: str) -> None:
    """A press that arrives twice is one withdrawal."""
    fanny = town.person("HSF-S1")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    fanny.presses(answer, "problem.withdraw")
    assert town.slack.replay(town.slack.sent[-1]).acknowledged
    assert [row["kind"] for row in rows(region_url, "events")] == ["reported", "withdrawn"]


def test_a_typed_message_sent_again_is_heard_once(town: Town, region_url: str) -> None:
    """An event that arrives twice gets one answer."""
    town.person("HSF-S1").says("La chimio commence trop tard")
    assert town.slack.replay(town.slack.sent[-1]).acknowledged
    assert len(rows(region_url, "outbox")) == 1


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that waits for its turn on a busy machine: whoever is asked to send it again gets words of their own."""
    monkeypatch.setattr("sc_bot.app.WEB_PATIENCE", timedelta(seconds=30))


@pytest.mark.usefixtures("patient")
def test_twins_at_the_same_time_are_one_problem_with_one_answer(town: Town, region_url: str) -> None:
    """Ten copies of one request on ten threads: one reference, the same words for each."""
    fanny = town.person("HSF-S1")
    place = town.slack.workspace.dm_with(fanny.person.id)
    form = payloads.command(town.slack.host, fanny.person, place, "/problem", ABOUT_CHEMO)
    sent = town.slack.link._prepared("slash_commands", form)
    with ThreadPoolExecutor(10) as pool:
        replies: list[Reply] = list(pool.map(town.slack.replay, [sent] * 10))
    assert all(reply.acknowledged for reply in replies)
    assert len({reply.text for reply in replies}) == 1
    assert [row["reference"] for row in rows(region_url, "problems")] == ["ONC-1"]


@pytest.mark.usefixtures("patient")
def test_thirty_reports_at_the_same_time_are_thirty_problems(town: Town, region_url: str) -> None:
    """Different people at once: every reference from 1 to 30, none twice."""
    people = [each.id for each in town.community.people if "caregiver" in each.roles]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: town.person(people[n % len(people)]).runs(f"/problem chimio {n}"), range(30)))
    assert all(answer.reply.acknowledged for answer in answers)
    assert sorted(str(row["reference"]) for row in rows(region_url, "problems")) == sorted(
        f"ONC-{n}" for n in range(1, 31)
    )


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that waits less than its two seconds, yet long enough for a busy machine; set before the town is built."""
    monkeypatch.setattr("sc_bot.app.WEB_PATIENCE", timedelta(seconds=0.8))


@contextmanager
def held(region_url: str) -> Iterator[None]:
    """Somebody else holds the database."""
    if region_url.startswith("sqlite"):
        other = sqlite3.connect(region_url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.rollback()
            other.close()
        return
    with psycopg.connect(region_url.replace("postgresql+psycopg", "postgresql")) as connection:
        connection.execute("LOCK TABLE requests, problems IN ACCESS EXCLUSIVE MODE")
        yield


def test_a_command_that_cannot_be_stored_says_so_in_both_languages_with_its_text(town: Town, region_url: str) -> None:
    """The database does not answer for two seconds: "not recorded", a reference number, the words to copy."""
    fanny = town.person("HSF-S1")
    with held(region_url):
        answer = fanny.runs("/problem L'hôpital <poste> le résumé & la chimio")
    assert answer.message is not None
    assert "Not recorded" in answer.text
    assert "enregistré" in answer.text
    assert "L'hôpital <poste> le résumé & la chimio" in text_of(answer.message)
    assert not [*rows(region_url, "problems"), *rows(region_url, "requests"), *bodies(region_url)]
    assert town.slack.errors == []
    assert "ONC-1" in fanny.runs("/problem L'hôpital poste la chimio").text


@pytest.mark.usefixtures("impatient")
def test_a_window_that_cannot_be_stored_stays_open_with_its_text(town: Town, region_url: str) -> None:
    """The error stands on a field, and what was typed is still there to be sent again."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    view = window(town, fanny)
    with held(region_url):
        sent = fanny.submits(view, {"description": "La chimio commence trop tard"})
    assert "Not recorded" in sent.errors["description"]
    assert not view.closed
    assert rows(region_url, "problems") == []
    fanny.submits(view)
    assert len(rows(region_url, "problems")) == 1


@pytest.mark.usefixtures("impatient")
def test_a_button_that_cannot_be_stored_says_so(town: Town, region_url: str) -> None:
    """To the one who pressed it, in both languages; the button still works afterwards."""
    fanny = town.person("HSF-S1")
    answer = fanny.runs(f"/problem {ABOUT_CHEMO}").message
    assert answer is not None
    with held(region_url):
        fanny.presses(answer, "problem.withdraw")
    assert town.slack.wait_for(lambda: "Not recorded" in fanny.messages[-1].text)
    fanny.presses(answer, "problem.withdraw")
    assert [row["state"] for row in rows(region_url, "problems")] == ["withdrawn"]


@pytest.mark.usefixtures("impatient")
def test_a_message_that_cannot_be_stored_is_sent_again_by_slack(town: Town, region_url: str) -> None:
    """An event is refused with 503, so that Slack brings it again; then it is heard once."""
    fanny = town.person("HSF-S1")
    with held(region_url):
        assert fanny.says("La chimio commence trop tard").status == 503
    assert [reply.acknowledged for reply in town.slack.redeliver()] == [True]
    assert len(rows(region_url, "outbox")) == 1


@pytest.mark.parametrize("kind", ["postgresql"])
def test_a_database_that_is_gone_is_told_like_one_that_is_slow(town: Town, region_url: str) -> None:
    """Nobody listens any more: the same words, the same text to copy, no traceback."""
    fanny = town.person("HSF-S1")
    fanny.runs("/sc list")
    name = region_url.rpartition("/")[2]
    with psycopg.connect("postgresql://postgres@127.0.0.1:5432/postgres", autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        answer = fanny.runs(f"/problem {ABOUT_CHEMO}")
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert "Not recorded" in answer.text
    assert ABOUT_CHEMO in answer.text
    assert rows(region_url, "problems") == []
