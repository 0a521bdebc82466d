"""Socket Mode: the same handlers, the same guarantees."""

from collections.abc import Iterator

import pytest

from tests.house import Town, card_of, heard, open_town


@pytest.fixture
def socket_town(region_url: str) -> Iterator[Town]:
    """The fictional region, its bot reached over Socket Mode."""
    with open_town(region_url, by_socket=True) as town:
        yield town


def test_a_report_travels_over_socket_mode_as_over_http(socket_town: Town) -> None:
    """Command, button, window and direct message work without any public address."""
    fanny, bastien = socket_town.person("HSF-S1"), socket_town.person("HSF-MD")
    assert "ONC-1" in fanny.runs("/problem Le résumé de fin de chimio arrive trois semaines trop tard @HSF").text
    socket_town.deliver()
    bastien.presses(card_of(bastien, "ONC-1", "problem.accept"), "problem.accept")
    socket_town.deliver()
    assert len(heard(fanny, "ONC-1")) == len(("answer", "card", "accepted"))
    assert socket_town.slack.errors == []


@pytest.mark.slow  # the fake waits ten seconds for the ack that must not come
def test_an_event_that_could_not_be_stored_comes_again(socket_town: Town) -> None:
    """Without an ack, Slack sends the event again; nothing is stored twice."""
    fanny = socket_town.person("HSF-S1")
    with socket_town.house.worker_database.unit_of_work():  # SQLite's one writer; PostgreSQL goes on
        fanny.says("La fiche de liaison se perd entre les deux établissements")
    socket_town.slack.redeliver()
    socket_town.deliver()
    offers = [each for each in fanny.messages if "problem.report_typed" in str(each.blocks)]
    assert len(offers) == 1
