"""A community's calendar: public holidays of its region and each institution's own days."""

from dataclasses import replace
from datetime import date

import pytest

from sc_bot.calendar import working_calendar
from sc_bot.domain.community import Community, CommunitySettings, Institution, Language, Localised
from sc_bot.domain.policies import Weekday

OWN_DAY = date(2027, 1, 4)
CLINIC = Institution(
    "GTV",
    Localised("GMF", "Clinic"),
    "family_medicine_group",
    (1,),
    "Lac-aux-Huards",
    Language.EN,
    timezone="America/Halifax",
    extra_holidays=(OWN_DAY,),
)
HOSPITAL = Institution("HSF", Localised("Hôpital", "Hospital"), "hospital", (2,), "Val-Sauvage", Language.FR)
SETTINGS = CommunitySettings(
    id="estrie",
    code="CS",
    name=Localised("Communauté fictive", "Fictional community"),
    language=Language.FR,
    timezone="America/Toronto",
    holidays="CA-QC",
    starts_on=date(2026, 9, 1),
    ends_on=date(2028, 8, 31),
    continua=(),
)
COMMUNITY = Community(SETTINGS, continua=(), institutions=(CLINIC, HOSPITAL), people=())

STATUTORY = [
    *(date(2026, *day) for day in ((1, 1), (4, 3), (5, 18), (6, 24), (7, 1), (9, 7), (10, 12), (12, 25))),
    *(date(2027, *day) for day in ((1, 1), (3, 26), (5, 24), (6, 24), (7, 1), (9, 6), (10, 11), (12, 25))),
    *(date(2028, *day) for day in ((1, 1), (4, 14), (5, 22), (6, 24), (7, 1), (9, 4), (10, 9), (12, 25))),
]


@pytest.mark.parametrize("day", STATUTORY, ids=str)
def test_quebecs_statutory_holidays_are_days_off(day: date) -> None:
    """The Labour Standards Act's and the National Holiday Act's days, 2026 to 2028, with Good Friday."""
    assert not working_calendar(COMMUNITY).is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2027, 2, 15),
        date(2027, 3, 29),
        date(2027, 8, 2),
        date(2027, 9, 30),
        date(2027, 11, 11),
        date(2028, 12, 26),
    ],
    ids=str,
)
def test_other_provinces_days_are_worked(day: date) -> None:
    """Family Day, Easter Monday, Civic Holiday, September 30, November 11, Boxing Day: not statutory here."""
    assert working_calendar(COMMUNITY).is_working_day(day)


def test_the_holidays_reach_around_the_communitys_life() -> None:
    """A year before the start and two after the end, so that due dates past the end are counted right."""
    years = {day.year for day in working_calendar(COMMUNITY).holidays}
    assert years == {2025, 2026, 2027, 2028, 2029, 2030}


def test_an_institution_adds_its_own_days_off() -> None:
    """Employers in the network grant more days than the law; others are not bound by them."""
    assert not working_calendar(COMMUNITY, "GTV").is_working_day(OWN_DAY)
    assert working_calendar(COMMUNITY, "HSF").is_working_day(OWN_DAY)
    assert working_calendar(COMMUNITY).is_working_day(OWN_DAY)


@pytest.mark.parametrize(
    ("institution", "own_zone", "expected"),
    [
        (None, None, "America/Toronto"),
        ("HSF", None, "America/Toronto"),
        ("GTV", None, "America/Halifax"),
        ("GTV", "America/Winnipeg", "America/Winnipeg"),
    ],
)
def test_the_nearest_time_zone_counts(institution: str | None, own_zone: str | None, expected: str) -> None:
    """A person's own zone, else the institution's, else the community's."""
    assert working_calendar(COMMUNITY, institution, own_zone).timezone.key == expected


def test_a_country_without_subdivision_has_its_own_holidays() -> None:
    """`CA` alone means the holidays of the whole country; the Fête nationale is Québec's own."""
    canadian = working_calendar(replace(COMMUNITY, settings=replace(SETTINGS, holidays="CA")))
    assert not canadian.is_working_day(date(2027, 7, 1))
    assert canadian.is_working_day(date(2027, 6, 24))


def test_an_unknown_region_is_refused() -> None:
    """A misspelt region is not silently a place without holidays."""
    with pytest.raises(NotImplementedError):
        working_calendar(replace(COMMUNITY, settings=replace(SETTINGS, holidays="ZZ-99")))


def test_a_community_says_which_days_it_works() -> None:
    """Tuesday to Saturday for the community and each of its institutions; Monday to Friday if it does not say."""
    friday, saturday, monday, tuesday = (date(2026, 11, 20 + each) for each in (0, 1, 3, 4))
    assert working_calendar(COMMUNITY).next_working_day(friday) == monday
    weekly = tuple(each for each in Weekday if Weekday.MONDAY < each < Weekday.SUNDAY)
    other = replace(COMMUNITY, policies=replace(COMMUNITY.policies, working_days=weekly))
    for institution in (None, "GTV"):
        assert working_calendar(other, institution).next_working_day(friday) == saturday
        assert working_calendar(other, institution).next_working_day(saturday) == tuesday
