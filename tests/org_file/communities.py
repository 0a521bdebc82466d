"""Random communities that obey every rule of the file, for properties of reading, writing and comparing."""

import unicodedata
from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import strategies as st

from sc_bot.domain.community import (
    Committee,
    Community,
    CommunitySettings,
    ContinuumDef,
    Institution,
    Keywords,
    Language,
    Localised,
    Objective,
    Person,
    Role,
    RoutingRule,
)
from sc_bot.domain.policies import DeadlockThresholds, Policies, QuietHours, Weekday, WeeklyDigest

SEVERAL = 3
words = (
    st.text(
        st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]) | st.sampled_from("'\":#-&*! "),
        min_size=1,
        max_size=12,
    )
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: 0 < len(text) <= 80)
)
names = st.builds(Localised, words, words)
word_lists = st.lists(words, max_size=SEVERAL, unique=True).map(tuple)
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,7}", fullmatch=True)
prefixes = st.sampled_from(["NO", "ON", "Y", "ONC", "SM", "PA", "NULL", "TRUE"])
languages = st.sampled_from(Language)
zones = st.sampled_from(["America/Toronto", "America/Halifax", "UTC"])
dates = st.dates(date(2020, 1, 1), date(2040, 1, 1))
clocks = st.times().map(lambda at: time(at.hour, at.minute))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(  # noqa: DTZ001 - a meeting keeps its local hour
    lambda at: at.replace(second=0, microsecond=0)
)
days = st.integers(1, 60)
times = st.integers(1, 20)
channels = st.one_of(st.none(), st.from_regex(r"#[a-zé0-9_-]{1,10}", fullmatch=True))
everyday_roles = st.sets(
    st.sampled_from(sorted(set(Role) - {Role.MANAGING_DIRECTOR, Role.FACILITATOR})), min_size=1
).map(tuple)
policies = st.builds(
    Policies,
    acknowledge_working_days=st.integers(1, 20),
    accept_working_days=st.integers(20, 60),
    reminder_working_days=st.lists(st.integers(-30, 60), unique=True, max_size=5).map(tuple),
    stale_working_days=days,
    verify_working_days=days,
    daily_list_at=clocks,
    weekly_digest=st.builds(WeeklyDigest, st.sampled_from(Weekday), clocks),
    quiet_hours=st.builds(QuietHours, clocks, clocks),
    deadlock=st.builds(DeadlockThresholds, times, days, times, days, times, days),
    small_group=st.integers(2, 100),
    working_days=st.lists(st.sampled_from(Weekday), unique=True, min_size=1).map(tuple),
    show_author_by_default=st.booleans(),
    pulse_every_months=st.integers(0, 24),
    pulse_open_working_days=st.integers(1, 60),
    cycle_months=st.integers(1, 12),
    identities_months=st.integers(1, 24),
    words_months=st.integers(12, 120),
)


@st.composite
def communities(draw: st.DrawFn) -> Community:
    """A community with one to three institutions, each with its director, and some more people."""
    institution_ids, people_ids, committee_ids = (
        draw(st.lists(ids, min_size=least, max_size=most, unique_by=str.casefold))
        for least, most in ((1, 3), (5, 8), (0, 2))
    )
    code, *continua = draw(st.lists(prefixes, min_size=2, max_size=4, unique=True))
    people = tuple(draw(_person(n, person_id, institution_ids)) for n, person_id in enumerate(people_ids))
    return Community(
        draw(_settings(code, continua, people)),
        tuple(
            draw(st.builds(ContinuumDef, st.just(each), names, st.builds(Keywords, word_lists, word_lists)))
            for each in continua
        ),
        tuple(draw(_institution(n, each, people)) for n, each in enumerate(institution_ids)),
        people,
        tuple(
            draw(st.builds(Committee, st.just(each), names, st.integers(1, 52), moments, everyday_roles, *_room(n)))
            for n, each in enumerate(committee_ids)
        ),
        draw(_routing(continua, institution_ids)),
        draw(policies),
        tuple(
            draw(st.builds(Objective, st.just(each), names))
            for each in draw(st.lists(ids, max_size=SEVERAL, unique_by=str.casefold))
        ),
    )


def _room(n: int) -> tuple[st.SearchStrategy[str | None], st.SearchStrategy[int | None]]:
    """A committee's channel, and how long it meets."""
    return st.sampled_from([None, f"#comite-{n}", f"C00009{n}00"]), st.none() | st.integers(15, 480)


def _person(n: int, person_id: str, institutions: list[str]) -> st.SearchStrategy[Person]:
    """The first people direct an institution each, the next one facilitates, the others do anything else."""
    directs = n < len(institutions)
    role = Role.MANAGING_DIRECTOR if directs else Role.FACILITATOR
    anybody = st.builds(
        Person,
        id=st.just(person_id),
        name=words,
        roles=everyday_roles.map(lambda roles: (role, *roles)) if n <= len(institutions) else everyday_roles,
        language=languages,
        slack_id=st.just(f"U0000{n}"),
        email=st.sampled_from([None, f"p{n}@example.org"]),
        title=st.just("") | words,
        institution=st.just(institutions[n]) if directs else st.sampled_from([None, *institutions]),
        line=st.sampled_from([None, 1, 2, 3]),
        timezone=st.none() | zones,
    )
    return anybody if n <= len(institutions) else anybody | anybody.flatmap(_until_a_day)


def _until_a_day(person: Person) -> st.SearchStrategy[Person]:
    """Somebody from outside, whose access ends on a day."""
    return st.dates(date(2020, 1, 1), date(2050, 1, 1)).map(
        lambda day: replace(person, roles=(Role.EXTERNAL_INTERVENER,), until=day)
    )


def _institution(n: int, institution_id: str, people: tuple[Person, ...]) -> st.SearchStrategy[Institution]:
    others = [each.id for each in people if Role.MANAGING_DIRECTOR not in each.roles]
    return st.builds(
        Institution,
        id=st.just(institution_id),
        name=names,
        kind=st.sampled_from(["hospital", "no", "null"]),
        lines=st.sets(st.integers(1, 3), min_size=1).map(tuple),
        municipality=words,
        language=languages,
        staff=st.none() | st.integers(1, 10_000),
        channel=st.sampled_from([None, f"#canal-{n}", f"C00000{n}00"]),
        delegates=st.lists(st.sampled_from(others), max_size=SEVERAL, unique=True).map(tuple),
        aliases=word_lists,
        timezone=st.none() | zones,
        extra_holidays=st.lists(dates, max_size=SEVERAL, unique=True).map(tuple),
    )


def _settings(code: str, continua: list[str], people: tuple[Person, ...]) -> st.SearchStrategy[CommunitySettings]:
    others = [each.id for each in people if Role.FACILITATOR not in each.roles]
    return st.builds(
        CommunitySettings,
        id=ids,
        code=st.just(code),
        name=names,
        language=languages,
        timezone=zones,
        holidays=st.sampled_from(["CA-QC", "NO", "GB-SCT"]),
        starts_on=dates,
        ends_on=st.dates(date(2040, 1, 2), date(2050, 1, 1)),
        continua=st.permutations(continua).map(tuple),
        triage_channel=channels,
        lessons_channel=channels,
        facilitator_substitute=st.none() | st.sampled_from(others),
    )


def _routing(continua: list[str], institutions: list[str]) -> st.SearchStrategy[tuple[RoutingRule, ...]]:
    institution = st.sampled_from(institutions)
    keyworded = st.builds(RoutingRule, st.sampled_from(continua), institution, word_lists.filter(bool))
    defaults = st.lists(st.sampled_from(continua), unique=True).flatmap(
        lambda chosen: st.tuples(*(st.builds(RoutingRule, st.just(each), institution) for each in chosen))
    )
    return st.tuples(st.lists(keyworded, max_size=SEVERAL), defaults).map(lambda both: (*both[0], *both[1]))
