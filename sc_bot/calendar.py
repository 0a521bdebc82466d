"""Builds a working calendar: a region's public holidays, and an institution's own days off.

The one importer of `holidays`. The library's public holidays are taken as they are: for Québec that is Good
Friday (the law lets the employer choose Easter Monday instead) and, where the library knows one, the Monday
after a holiday that falls on a weekend. An employer with other days lists them as `extra_holidays`.
"""

from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from sc_bot.domain.community import Community, Person
from sc_bot.domain.policies import Weekday
from sc_bot.domain.working_time import WorkingCalendar

YEARS_BEFORE, YEARS_AFTER = (
    1,
    2,
)  # promises may reach past a community's end, and its reports back before its start


def working_calendar(
    community: Community, institution_id: str | None = None, timezone: str | None = None
) -> WorkingCalendar:
    """Return the calendar of a community, of one of its institutions, or of a person with an own zone.

    The holidays run from the year before the community starts to two years after its end.

    Raises:
        NotImplementedError: the holidays library does not know the region.
        zoneinfo.ZoneInfoNotFoundError: no such time zone.
    """
    settings = community.settings
    institution = community.institution(institution_id) if institution_id else None
    own_zone, own_days = (institution.timezone, institution.extra_holidays) if institution else (None, ())
    first, last = settings.starts_on.year - YEARS_BEFORE, settings.ends_on.year + YEARS_AFTER
    return WorkingCalendar(
        timezone=ZoneInfo(timezone or own_zone or settings.timezone),
        holidays=public_holidays(settings.holidays, first, last) | frozenset(own_days),
        weekend=tuple(each for each in Weekday if each not in community.policies.working_days),
    )


def calendar_of(community: Community, person: Person | None) -> WorkingCalendar:
    """The working days and the clock of one person; of the community where nobody is meant."""
    if person is None:
        return working_calendar(community)
    return working_calendar(community, institution_id=person.institution, timezone=community.timezone_of(person))


@lru_cache(maxsize=64)
def public_holidays(region: str, first_year: int, last_year: int) -> frozenset[date]:
    """Return the public holidays of `COUNTRY` or `COUNTRY-SUBDIVISION` (such as `CA-QC`) in a span of years.

    Raises:
        NotImplementedError: the holidays library does not know the region.
    """
    country, _, subdivision = region.partition("-")
    years = range(first_year, last_year + 1)
    return frozenset(holidays.country_holidays(country, subdiv=subdivision or None, years=years))
