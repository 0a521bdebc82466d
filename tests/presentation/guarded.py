"""The privacy officer's screens: the front, a person's data, the access log, the register of incidents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sc_bot.domain.accesses import Screen
from sc_bot.domain.incidents import Incident, Notified, Risk
from sc_bot.domain.privacy_views import AccessLine, ErasureView, OfficerView
from sc_bot.domain.refusals import Refused, Why
from sc_bot.domain.views import Reader
from sc_bot.ports import Message
from sc_bot.presentation import privacy
from sc_bot.presentation.windows.parts import WindowJson
from sc_bot.presentation.windows.privacy import erase_window, incident_window, person_window
from tests.presentation.samples import NOW, REFERENCE, SAID, WHO, ZONE, words

DAY = date(2026, 11, 19)


def officer_view(language: str, **changes: object) -> OfficerView:
    """What the privacy officer may do."""
    reader = Reader(language=language, timezone=ZONE)
    usual = OfficerView(reader=reader, community=1, months=12, officer=WHO, is_officer=True)
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def incident(said: str, **changes: object) -> Incident:
    """An entry of the register."""
    usual = Incident(
        number=1,
        recorded_at=NOW,
        recorded_by="P",
        day=DAY,
        what=said,
        kinds=said,
        people=12,
        risk=Risk.SERIOUS,
        measures=said,
        notified=tuple(Notified),
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # as above


def guarded_messages(language: str, said: str = SAID) -> Iterator[tuple[str, Message]]:
    """What is said."""
    to = words(language)
    yield "privacy, officer", privacy.front(to, officer_view(language))
    yield "privacy, others", privacy.front(to, officer_view(language, is_officer=False, officer=None, months=1))
    yield "privacy, no community", privacy.front(to, None)
    lines = [AccessLine(at=NOW, reader=WHO, subject=REFERENCE, screen=each) for each in Screen]
    yield "access log", privacy.access_log(to, [*lines, replace(lines[0], reader=None)])
    yield "access log, empty", privacy.access_log(to, [])
    told = [incident(said), *(incident(said, risk=each, people=None, notified=()) for each in Risk)]
    yield "incidents", privacy.register(to, told)
    yield "incidents, none", privacy.register(to, [])
    yield "person file", Message(f"{privacy.file_title(to)}\n{privacy.file_comment(to)}")
    yield "erasure begun", privacy.erasure_begun(to)
    yield "erasure ended", privacy.erasure_ended(to, None)
    owes = Refused(Why.STILL_OWES, details=(f"{REFERENCE}+1",))
    yield "erasure not done", privacy.erasure_ended(to, owes)
    yield "incident recorded", privacy.recorded(to, 1)


def guarded_windows(language: str) -> Iterator[tuple[str, WindowJson]]:
    """What is asked."""
    to, reader = words(language), Reader(language=language, timezone=ZONE)
    yield "a person's data", person_window(to, 1)
    view = ErasureView(reader=reader, community=1, person="P", name=WHO, reports=31, in_office=True)
    yield "erase", erase_window(to, view)
    yield "erase, free", erase_window(to, replace(view, in_office=False))
    yield "incident", incident_window(to, 1, DAY)
