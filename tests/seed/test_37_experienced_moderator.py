"""Number 37 of the seed: "an experienced moderator": timer, parking lot, what is decided captured in the room."""

from datetime import time

from tests.house import Town
from tests.stories.acting import seen
from tests.stories.looking import text_of
from tests.stories.meeting import MODERATOR, at, draft_of, ended, opened, saves, started, wall
from tests.stories.promising import BASTIEN, accepted, told
from tests.stories.test_meetings import DECIDED, with_an_item


def test_decisions_captured_in_the_room_stand_in_the_minutes_and_in_the_history(town: Town) -> None:
    """Each item has its end on the wall; what is decided is there at once, then in minutes and in the audit trail."""
    accepted(town)
    at(town, "2026-11-25")
    with_an_item(town)
    with_an_item(town, "Le budget", reference="")
    at(town, "2026-11-27")
    at(town, "2026-12-01", time(13, 30))
    started(town)
    assert "Jusqu'à 13\u00a0h\u00a035" in wall(town).text
    town.clock.forward(minutes=3)
    saves(town, decided=DECIDED)
    assert "Jusqu'à 13\u00a0h\u00a038" in wall(town).text
    assert DECIDED in wall(town).text
    saves(town, outcome="parked", decided="En reparler en janvier")
    ended(town)
    said = text_of(opened(town, MODERATOR, draft_of(town), "meeting.see"))
    for fact in (DECIDED, "Mis de côté", "En reparler en janvier", "Bastien Morelière"):
        assert fact in said
    assert DECIDED in seen(town, BASTIEN)
    town.person(MODERATOR).presses(draft_of(town), "meeting.approve")
    town.deliver()
    at(town, "2026-12-02")
    assert len(told(town, BASTIEN, "Compte rendu · Comité de soutien")) == 1


def test_the_parking_lot_is_on_the_next_agenda(town: Town) -> None:
    """What was put aside is not lost."""
    at(town, "2026-11-25")
    with_an_item(town, "Le budget", reference="")
    at(town, "2026-11-27")
    at(town, "2026-12-01", time(13, 30))
    started(town)
    saves(town, outcome="parked")
    ended(town)
    at(town, "2026-12-11")
    (agenda,) = told(town, BASTIEN, "Comité de soutien · mardi 15")
    assert "Le budget" in agenda.text
    assert "mis de côté auparavant" in agenda.text
