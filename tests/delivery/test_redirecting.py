"""Somebody cannot be reached: the next in the chain gets what was theirs, and the facilitator is told once."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from sc_bot.domain.answerable import chain, facilitators
from sc_bot.domain.notices import DirectorCard, Posting
from sc_bot.usecases.community import import_community
from storage.tables import outbox
from tests.delivery.office import BASTIEN, FANNY, Office
from tests.house import THURSDAY, channel_ids


@pytest.fixture
def ids(office: Office) -> list[str]:
    """The Slack ids of those who answer for the hospital: director, delegate, facilitator, substitute."""
    return [each.slack_id or "" for each in chain(office.community, "HSF")]


def leave(office: Office, *slack_ids: str) -> None:
    """Their accounts are deactivated."""
    for each in slack_ids:
        office.slack.workspace.people[each].deactivated = True


def told_of_problem(office: Office, slack_id: str) -> int:
    """How many messages about the problem somebody has."""
    return sum("ONC-1" in each.text for each in office.messages(slack_id))


def settle(office: Office) -> None:
    """Send whatever can be sent."""
    for _ in range(6):
        office.after(seconds=2)


def test_the_delegate_gets_what_a_deactivated_director_cannot(office: Office, ids: list[str]) -> None:
    """The card comes with its buttons to the first delegate; the facilitator learns that the director is gone."""
    leave(office, BASTIEN)
    office.report()
    settle(office)
    assert told_of_problem(office, ids[1]) == 1
    assert len(office.messages(ids[2])) == 1
    assert office.deliveries.stuck() == []


def test_the_chain_goes_on_to_the_facilitator_and_the_substitute(office: Office, ids: list[str]) -> None:
    """As long as anybody of the chain is there, the problem is in somebody's hands."""
    leave(office, *ids[:3])
    office.report()
    settle(office)
    assert told_of_problem(office, ids[3]) == 1


def test_with_nobody_left_it_is_a_dead_letter(office: Office, ids: list[str]) -> None:
    """It is not lost: the doctor shows it."""
    leave(office, *ids)
    office.report()
    settle(office)
    assert {each.kind for each in office.deliveries.stuck()} == {"DirectorCard", "Unplaced"}


def test_the_facilitator_is_told_once_however_many_messages_there_are(office: Office, ids: list[str]) -> None:
    """Three problems, one sentence."""
    leave(office, BASTIEN)
    for _ in range(3):
        office.report()
    settle(office)
    assert len(office.messages(ids[2])) == 1
    assert told_of_problem(office, ids[1]) == 1


def test_what_is_for_the_author_alone_goes_to_nobody_else(office: Office, ids: list[str]) -> None:
    """An author's card for somebody who left is given up, never redirected."""
    leave(office, FANNY)
    office.report()
    settle(office)
    assert {each.kind for each in office.deliveries.stuck()} == {"AuthorCard", "Welcome"}
    assert sorted(office.states()) == sorted(set(office.states()))
    assert told_of_problem(office, ids[1]) == 0


def test_a_director_kept_out_is_passed_over(office: Office, ids: list[str]) -> None:
    """An author who keeps their director out has it kept from them also when the delegate is gone."""
    leave(office, ids[1])
    office.report(keep_out=True)
    settle(office)
    assert told_of_problem(office, BASTIEN) == 0
    assert told_of_problem(office, ids[2]) == 1


def test_what_somebody_outside_the_chain_cannot_get_passes_a_director_kept_out_over(
    office: Office, ids: list[str]
) -> None:
    """A card for somebody who left goes to who answers for the problem, never to the director kept out of it."""
    card = office.report(keep_out=True)
    settle(office)
    leave(office, "UHSFS2000")
    with office.database.unit_of_work() as uow:
        notice = DirectorCard(card.problem)
        uow.outbox.post(
            office.workspace, card.problem, [Posting(notice=notice, to="UHSFS2000", key="told", due_at=THURSDAY)]
        )
    settle(office)
    with office.database.engine.begin() as connection:
        went_to = connection.execute(select(outbox.c.target).where(outbox.c.key == "told")).scalar_one()
    assert went_to == ids[1]


def test_a_closed_channel_is_told_to_the_facilitator(office: Office, ids: list[str]) -> None:
    """A headline that has nowhere to go is a dead letter, and the facilitator hears which channel."""
    channel = next(each for each in office.slack.workspace.channels.values() if each.name == "cs-hsf")
    channel.archived = True
    office.report()
    settle(office)
    assert [each.kind for each in office.deliveries.stuck()] == ["Headline"]
    (heard,) = [each.text for each in office.messages(ids[2]) if "#cs-hsf" in each.text]
    assert "Le robot ne peut pas écrire dans #cs-hsf." in heard
    assert "personne" not in heard


def test_a_missing_facilitator_is_told_to_the_substitute(office: Office, ids: list[str]) -> None:
    """Who is to be told that somebody is gone may be gone too."""
    leave(office, BASTIEN, ids[2])
    office.report()
    settle(office)
    assert len(office.messages(ids[3])) == 2


def test_without_a_substitute_the_message_of_a_missing_facilitator_is_a_dead_letter(office: Office) -> None:
    """Telling that somebody is gone never tells itself in circles."""
    alone = replace(office.community, settings=replace(office.community.settings, facilitator_substitute=None))
    with office.database.unit_of_work() as uow:
        import_community(uow, office.workspace, alone, THURSDAY, channels=channel_ids(office.slack))
    leave(office, BASTIEN, *(each.slack_id or "" for each in facilitators(alone)))
    office.report()
    settle(office)
    assert [each.kind for each in office.deliveries.stuck()] == ["Unplaced"]
