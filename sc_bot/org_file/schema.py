"""The community file's layout, key by key; each part knows the domain value that it stands for."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from sc_bot.domain import community as domain
from sc_bot.domain import policies as agreed
from sc_bot.org_file.shapes import (
    ChannelName,
    Clock,
    Day,
    Days,
    Different,
    Email,
    GroupSize,
    Headcount,
    HolidayCode,
    Id,
    IdentityMonths,
    Kind,
    LanguageWord,
    Line,
    LocalMoment,
    Long,
    Minutes,
    Months,
    Prefix,
    PulseMonths,
    ReminderDay,
    RoleWord,
    Short,
    SlackId,
    Times,
    WeekdayWord,
    Weeks,
    WordMonths,
    YesOrNo,
    Zone,
)

Words = Annotated[tuple[Short, ...], Different, Field(max_length=200)]
WorkingDays = Annotated[tuple[WeekdayWord, ...], Different, Field(min_length=1)]
Roles = Annotated[tuple[RoleWord, ...], Different, Field(min_length=1)]


class Part(BaseModel):
    """A mapping of the file: the keys below, and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Names(Part):
    """A name in both languages."""

    fr: Long
    en: Long

    def value(self) -> domain.Localised:
        """As the domain knows it."""
        return domain.Localised(self.fr, self.en)


class KeywordLists(Part):
    """Keywords for each language."""

    fr: Words = ()
    en: Words = ()

    def value(self) -> domain.Keywords:
        """As the domain knows it."""
        return domain.Keywords(self.fr, self.en)


class CommunityPart(Part):
    """The section `community`."""

    id: Id
    code: Prefix
    name: Names
    language: LanguageWord
    timezone: Zone
    holidays: HolidayCode
    starts_on: Day
    ends_on: Day
    continua: Annotated[tuple[Prefix, ...], Different, Field(min_length=1)]
    triage_channel: ChannelName | None = None
    lessons_channel: ChannelName | None = None
    facilitator_substitute: Id | None = None

    def value(self) -> domain.CommunitySettings:
        """As the domain knows it."""
        return domain.CommunitySettings(**(dict(self) | {"name": self.name.value()}))


class ContinuumPart(Part):
    """One of `continua`."""

    id: Prefix
    name: Names
    keywords: KeywordLists = KeywordLists()

    def value(self) -> domain.ContinuumDef:
        """As the domain knows it."""
        return domain.ContinuumDef(self.id, self.name.value(), self.keywords.value())


class InstitutionPart(Part):
    """One of `institutions`."""

    id: Id
    name: Names
    kind: Kind
    lines: Annotated[tuple[Line, ...], Different, Field(min_length=1)]
    municipality: Short
    staff: Headcount | None = None
    channel: ChannelName | None = None
    language: LanguageWord
    delegates: Annotated[tuple[Id, ...], Different, Field(max_length=50)] = ()
    aliases: Words = ()
    timezone: Zone | None = None
    extra_holidays: Annotated[tuple[Day, ...], Different, Field(max_length=500)] = ()

    def value(self) -> domain.Institution:
        """As the domain knows it."""
        return domain.Institution(**(dict(self) | {"name": self.name.value()}))


class PersonPart(Part):
    """One of `people`."""

    id: Id
    name: Short
    slack_id: SlackId | None = None
    email: Email | None = None
    roles: Roles
    title: Long | None = None
    language: LanguageWord
    institution: Id | None = None
    line: Line | None = None
    timezone: Zone | None = None
    until: Day | None = None

    def value(self) -> domain.Person:
        """As the domain knows it."""
        return domain.Person(**(dict(self) | {"title": self.title or ""}))


class Members(Part):
    """Who sits on a committee."""

    roles: Roles


class CommitteePart(Part):
    """One of `committees`."""

    id: Id
    name: Names
    every_weeks: Weeks
    next: LocalMoment
    members: Members
    channel: ChannelName | None = None
    minutes: Minutes | None = None

    def value(self) -> domain.Committee:
        """As the domain knows it."""
        when = (self.every_weeks, self.next)
        return domain.Committee(self.id, self.name.value(), *when, self.members.roles, self.channel, self.minutes)


class ObjectivePart(Part):
    """One of `objectives`."""

    id: Id
    name: Names

    def value(self) -> domain.Objective:
        """As the domain knows it."""
        return domain.Objective(self.id, self.name.value())


class RulePart(Part):
    """One of `routing`."""

    continuum: Prefix
    keywords: Words = ()
    institution: Id

    def value(self) -> domain.RoutingRule:
        """As the domain knows it."""
        return domain.RoutingRule(self.continuum, self.institution, self.keywords)


class DigestPart(Part):
    """The policy `weekly_digest`."""

    weekday: WeekdayWord = agreed.WeeklyDigest().weekday
    at: Clock = agreed.WeeklyDigest().at

    def value(self) -> agreed.WeeklyDigest:
        """As the domain knows it."""
        return agreed.WeeklyDigest(self.weekday, self.at)


class QuietPart(Part):
    """The policy `quiet_hours`."""

    start: Clock = Field(agreed.QuietHours().start, alias="from")
    end: Clock = Field(agreed.QuietHours().end, alias="to")

    def value(self) -> agreed.QuietHours:
        """As the domain knows it."""
        return agreed.QuietHours(self.start, self.end)


class DeadlockPart(Part):
    """The policy `deadlock`."""

    returns: Times = agreed.DeadlockThresholds().returns
    unowned_working_days: Days = agreed.DeadlockThresholds().unowned_working_days
    redatings: Times = agreed.DeadlockThresholds().redatings
    blocked_working_days: Days = agreed.DeadlockThresholds().blocked_working_days
    reopenings: Times = agreed.DeadlockThresholds().reopenings
    steering_working_days: Days = agreed.DeadlockThresholds().steering_working_days

    def value(self) -> agreed.DeadlockThresholds:
        """As the domain knows it."""
        return agreed.DeadlockThresholds(**dict(self))


class PoliciesPart(Part):
    """The section `policies`; what it leaves out keeps its default."""

    acknowledge_working_days: Days = agreed.Policies().acknowledge_working_days
    accept_working_days: Days = agreed.Policies().accept_working_days
    verify_working_days: Days = agreed.Policies().verify_working_days
    reminder_working_days: Annotated[tuple[ReminderDay, ...], Different] = agreed.Policies().reminder_working_days
    stale_working_days: Days = agreed.Policies().stale_working_days
    working_days: WorkingDays = agreed.Policies().working_days
    daily_list_at: Clock = agreed.Policies().daily_list_at
    weekly_digest: DigestPart = DigestPart()
    quiet_hours: QuietPart = QuietPart.model_validate({})  # its keys' aliases are no Python names
    deadlock: DeadlockPart = DeadlockPart()
    small_group: GroupSize = agreed.Policies().small_group
    show_author_by_default: YesOrNo = agreed.Policies().show_author_by_default
    pulse_every_months: PulseMonths = agreed.Policies().pulse_every_months
    pulse_open_working_days: Days = agreed.Policies().pulse_open_working_days
    cycle_months: Months = agreed.Policies().cycle_months
    identities_months: IdentityMonths = agreed.Policies().identities_months
    words_months: WordMonths = agreed.Policies().words_months

    def value(self) -> agreed.Policies:
        """As the domain knows it."""
        nested = {name: getattr(self, name).value() for name in ("weekly_digest", "quiet_hours", "deadlock")}
        return agreed.Policies(**(dict(self) | nested))


class CommunityFile(Part):
    """The whole file."""

    community: CommunityPart
    continua: Annotated[tuple[ContinuumPart, ...], Field(min_length=1)]
    institutions: Annotated[tuple[InstitutionPart, ...], Field(min_length=1)]
    people: Annotated[tuple[PersonPart, ...], Field(min_length=1)]
    committees: tuple[CommitteePart, ...] = ()
    routing: tuple[RulePart, ...] = ()
    policies: PoliciesPart = PoliciesPart()
    objectives: Annotated[tuple[ObjectivePart, ...], Field(max_length=100)] = ()

    def value(self) -> domain.Community:
        """As the domain knows it."""
        return domain.Community(
            self.community.value(),
            tuple(each.value() for each in self.continua),
            tuple(each.value() for each in self.institutions),
            tuple(each.value() for each in self.people),
            tuple(each.value() for each in self.committees),
            tuple(each.value() for each in self.routing),
            self.policies.value(),
            tuple(each.value() for each in self.objectives),
        )
