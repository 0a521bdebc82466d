"""Whatever is typed, the answer is one of the three, and no date is past or beyond the horizon."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sc_bot.domain.working_time import WorkingCalendar
from sc_bot.due_dates import Agenda, Ambiguous, Answer, Due, Refused, Understood
from tests.due_dates.region import ask
from tests.due_dates.tables import OUR_OWN, SAMPLE, rows_of

WORDS = sorted({word for row in (*rows_of(SAMPLE), *rows_of(OUR_OWN)) for word in row.phrase.split(" ")})
ZONES = [
    "America/Toronto",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Europe/London",
    "Australia/Lord_Howe",
]
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds


def is_within_reach(answer: Answer, now: datetime, zone: ZoneInfo) -> bool:
    """Neither past nor more than 24 months away, in the zone of the person."""
    today = now.astimezone(zone).date()
    latest = date(today.year + 2, today.month, 1) + timedelta(days=31)
    match answer:
        case Understood():
            dues: tuple[Due, ...] = (answer.due,)
        case Ambiguous():
            dues = answer.candidates
        case Refused():
            dues = ()
    return all(today <= due.day <= latest and (due.at is None or due.at > now) for due in dues)


@given(text=st.text(st.characters(), max_size=80), language=st.sampled_from(["fr", "en", None]))
@settings(max_examples=150, deadline=None)
def test_any_text_has_an_answer(text: str, language: str | None) -> None:
    """No Unicode text raises."""
    assert isinstance(ask(text, language), (Understood, Ambiguous, Refused))


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
    now=MOMENTS,
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    language=st.sampled_from(["fr", "en", None]),
)
@settings(max_examples=250, deadline=None)
def test_any_mixture_of_words_stays_within_reach(
    words: list[str], now: datetime, zone: ZoneInfo, language: str | None
) -> None:
    """No mixture of the words of the tables gives a past date or one beyond 24 months, at any time, anywhere."""
    answer = ask(" ".join(words), language, now=now, of=Agenda(WorkingCalendar(zone)))
    assert is_within_reach(answer, now, zone), answer


@pytest.mark.slow
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), now=MOMENTS, zone=st.sampled_from(ZONES))
@settings(max_examples=2_500, deadline=None)
def test_very_many_mixtures_stay_within_reach(words: list[str], now: datetime, zone: str) -> None:
    """The same for longer ones, and more of them."""
    answer = ask(" ".join(words), None, now=now, of=Agenda(WorkingCalendar(ZoneInfo(zone))))
    assert is_within_reach(answer, now, ZoneInfo(zone)), answer
