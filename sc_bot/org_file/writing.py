"""Community → text, in the format that is read: an export reads back as an equal community."""

from datetime import date

import yaml

from sc_bot.domain.community import (
    Committee,
    Community,
    CommunitySettings,
    ContinuumDef,
    Institution,
    Localised,
    Person,
    RoutingRule,
)
from sc_bot.domain.policies import Policies

Written = str | int | bool | list["Written"] | dict[str, "Written"]
Entry = dict[str, Written]

ONE_LINE = 1_000_000  # columns: a value is never folded


def write_community(community: Community) -> str:
    """The community as a file; equal communities give equal texts."""
    return yaml.safe_dump(as_tree(community), sort_keys=False, allow_unicode=True, width=ONE_LINE)


def as_tree(community: Community) -> Entry:
    """The community under the keys of the file, in its order."""
    return {
        "community": _settings(community.settings),
        "continua": [_continuum(each) for each in community.continua],
        "institutions": [_institution(each) for each in community.institutions],
        "people": [_person(each) for each in community.people],
        "committees": [_committee(each) for each in community.committees],
        "routing": [_rule(each) for each in community.routing],
        "policies": _policies(community.policies),
        "objectives": [{"id": each.id, "name": _names(each.name)} for each in community.objectives],
    }


def _given(**entries: Written | None) -> Entry:
    return {key: value for key, value in entries.items() if value is not None}


def _names(name: Localised) -> Entry:
    return {"fr": name.fr, "en": name.en}


def _days(days: tuple[date, ...]) -> list[Written] | None:
    return [day.isoformat() for day in days] or None


def _settings(settings: CommunitySettings) -> Entry:
    return _given(
        id=settings.id,
        code=settings.code,
        name=_names(settings.name),
        language=settings.language.value,
        timezone=settings.timezone,
        holidays=settings.holidays,
        starts_on=settings.starts_on.isoformat(),
        ends_on=settings.ends_on.isoformat(),
        continua=[*settings.continua],
        triage_channel=settings.triage_channel,
        lessons_channel=settings.lessons_channel,
        facilitator_substitute=settings.facilitator_substitute,
    )


def _continuum(continuum: ContinuumDef) -> Entry:
    keywords: Entry = {"fr": [*continuum.keywords.fr], "en": [*continuum.keywords.en]}
    return {"id": continuum.id, "name": _names(continuum.name), "keywords": keywords}


def _institution(institution: Institution) -> Entry:
    return _given(
        id=institution.id,
        name=_names(institution.name),
        kind=institution.kind,
        lines=[*institution.lines],
        municipality=institution.municipality,
        staff=institution.staff,
        channel=institution.channel,
        language=institution.language.value,
        delegates=[*institution.delegates],
        aliases=[*institution.aliases],
        timezone=institution.timezone,
        extra_holidays=_days(institution.extra_holidays),
    )


def _person(person: Person) -> Entry:
    return _given(
        id=person.id,
        name=person.name,
        slack_id=person.slack_id,
        email=person.email,
        roles=[role.value for role in person.roles],
        title=person.title or None,
        language=person.language.value,
        institution=person.institution,
        line=person.line,
        timezone=person.timezone,
        until=person.until.isoformat() if person.until else None,
    )


def _committee(committee: Committee) -> Entry:
    return _given(
        id=committee.id,
        name=_names(committee.name),
        every_weeks=committee.every_weeks,
        next=committee.next.isoformat(timespec="minutes"),
        channel=committee.channel,
        minutes=committee.minutes,
        members={"roles": [role.value for role in committee.member_roles]},
    )


def _rule(rule: RoutingRule) -> Entry:
    return _given(continuum=rule.continuum, keywords=[*rule.keywords] or None, institution=rule.institution)


def _working_days(policies: Policies) -> list[Written] | None:
    """Written where they are not the usual ones."""
    usual = policies.working_days == Policies().working_days
    return None if usual else [each.name.lower() for each in policies.working_days]


def _unusual(policies: Policies, name: str) -> int | None:
    """Written where it is not the default."""
    value: int = getattr(policies, name)
    return None if value == getattr(Policies(), name) else value


def _policies(policies: Policies) -> Entry:
    deadlock = policies.deadlock
    return _given(
        acknowledge_working_days=policies.acknowledge_working_days,
        accept_working_days=policies.accept_working_days,
        verify_working_days=_unusual(policies, "verify_working_days"),
        reminder_working_days=[*policies.reminder_working_days],
        stale_working_days=policies.stale_working_days,
        working_days=_working_days(policies),
        daily_list_at=f"{policies.daily_list_at:%H:%M}",
        weekly_digest={
            "weekday": policies.weekly_digest.weekday.name.lower(),
            "at": f"{policies.weekly_digest.at:%H:%M}",
        },
        quiet_hours={
            "from": f"{policies.quiet_hours.start:%H:%M}",
            "to": f"{policies.quiet_hours.end:%H:%M}",
        },
        deadlock={
            "returns": deadlock.returns,
            "unowned_working_days": deadlock.unowned_working_days,
            "redatings": deadlock.redatings,
            "blocked_working_days": deadlock.blocked_working_days,
            "reopenings": deadlock.reopenings,
            "steering_working_days": deadlock.steering_working_days,
        },
        small_group=policies.small_group,
        show_author_by_default=policies.show_author_by_default or None,  # written where it is not the default
        pulse_every_months=_unusual(policies, "pulse_every_months"),
        pulse_open_working_days=_unusual(policies, "pulse_open_working_days"),
        cycle_months=_unusual(policies, "cycle_months"),
        identities_months=_unusual(policies, "identities_months"),
        words_months=_unusual(policies, "words_months"),
    )
