"""A Strategic Community as its people configured it: who takes part, who answers for what, by which rules.

Values only. What was checked when the community file was read (ids are unique, references exist, one
managing director an institution) is relied upon here, not checked again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sc_bot.domain.absences import Absence
from sc_bot.domain.policies import Policies, QuietHours, WeeklyDigest


class Language(StrEnum):
    """The two languages that the bot speaks."""

    FR = "fr"
    EN = "en"

    @classmethod
    def of(cls, locale: str) -> "Language":
        """Every French locale (`fr-CA`, `fr_FR`) is French; anything else is English."""
        return cls.FR if locale.lower().startswith("fr") else cls.EN


class Role(StrEnum):
    """What a person does in the community; one person may do several things."""

    CAREGIVER = "caregiver"
    MANAGING_DIRECTOR = "managing_director"
    SUPPORT_COMMITTEE = "support_committee"
    FACILITATOR = "facilitator"
    MODERATOR = "moderator"
    GENERAL_MANAGER = "general_manager"
    EXTERNAL_INTERVENER = "external_intervener"
    PRIVACY_OFFICER = "privacy_officer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Localised:
    """One name in both languages."""

    fr: str
    en: str

    def in_(self, language: str) -> str:
        """The name for a reader of this language or locale."""
        return self.fr if Language.of(language) is Language.FR else self.en


@dataclass(frozen=True, slots=True)
class Keywords:
    """The words that give a care continuum away, for each language."""

    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Both languages in order, each word once: a report may mix them."""
        return tuple(dict.fromkeys(self.fr + self.en))


@dataclass(frozen=True, slots=True)
class ContinuumDef:
    """A care continuum; its id is the prefix of its problems' references (`ONC-42`)."""

    id: str
    name: Localised
    keywords: Keywords = Keywords()


@dataclass(frozen=True, slots=True)
class Institution:
    """A partner of the community; without a time zone of its own it lives in the community's."""

    id: str
    name: Localised
    kind: str
    lines: tuple[int, ...]
    municipality: str
    language: Language
    staff: int | None = None
    channel: str | None = None
    delegates: tuple[str, ...] = ()  # ids of people, in the order in which they stand in for the director
    aliases: tuple[str, ...] = ()
    timezone: str | None = None
    extra_holidays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Habits:
    """What a person chose for themselves; None: as Slack or the community says. The file knows nothing of it."""

    language: Language | None = None
    digest: WeeklyDigest | None = None
    quiet_hours: QuietHours | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a role in the community, tied to the workspace by `slack_id` or `email`."""

    id: str
    name: str
    roles: tuple[Role, ...]
    language: Language
    slack_id: str | None = None
    email: str | None = None
    title: str = ""
    institution: str | None = None
    line: int | None = None
    timezone: str | None = None
    until: date | None = None
    """The last day of an external intervener, in the community's zone; None: no end is known."""
    habits: Habits = field(default=Habits(), compare=False)  # theirs alone: no difference to the file

    def takes_part(self, today: date) -> bool:
        """Whether an external intervener's time is not over; `today` is the community's. Nobody else has an end."""
        return self.until is None or today <= self.until or set(self.roles) != {Role.EXTERNAL_INTERVENER}

    @property
    def reads(self) -> Language:
        """The language in which the bot speaks to them: the one they chose, else the one that is known of them."""
        return self.habits.language or self.language


@dataclass(frozen=True, slots=True)
class Committee:
    """A body that meets regularly; `next` is a local time in the community's zone."""

    id: str
    name: Localised
    every_weeks: int
    next: datetime  # naive on purpose: a meeting keeps its local hour when the clocks change
    member_roles: tuple[Role, ...] = ()
    channel: str | None = None  # where its projector message stands
    minutes: int | None = None  # how long it meets; None: as usual


@dataclass(frozen=True, slots=True)
class Moved:
    """One meeting of a committee that a person moved: `nominal` is its hour by the calendar, `at` when it is."""

    committee: str
    nominal: datetime  # naive, as `Committee.next`
    at: datetime


@dataclass(frozen=True, slots=True)
class Objective:
    """A strategic objective that problems may be linked to."""

    id: str
    name: Localised


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """Problems of `continuum` with one of `keywords` go to `institution`; without keywords, all do."""

    continuum: str
    institution: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommunitySettings:
    """What is true of the community as a whole; `code` prefixes references while the continuum is unknown."""

    id: str
    code: str
    name: Localised
    language: Language
    timezone: str
    holidays: str  # COUNTRY or COUNTRY-SUBDIVISION, such as CA-QC
    starts_on: date
    ends_on: date
    continua: tuple[str, ...]
    triage_channel: str | None = None
    lessons_channel: str | None = None
    facilitator_substitute: str | None = None


@dataclass(frozen=True, slots=True)
class Community:
    """One community, whole; equal to another when every value is.

    `away`: the absences that hold at the moment as of which it was read (`Place.at`); `moved`: meetings that are at
    another hour than the rhythm of their committee says. Neither is part of its configuration.
    """

    settings: CommunitySettings
    continua: tuple[ContinuumDef, ...]
    institutions: tuple[Institution, ...]
    people: tuple[Person, ...]
    committees: tuple[Committee, ...] = ()
    routing: tuple[RoutingRule, ...] = ()
    policies: Policies = Policies()  # noqa: RUF009 - a frozen value
    objectives: tuple[Objective, ...] = ()
    away: tuple[Absence, ...] = field(default=(), compare=False)
    moved: tuple[Moved, ...] = field(default=(), compare=False)
    _continua: Mapping[str, ContinuumDef] = field(init=False, repr=False, compare=False)
    _institutions: Mapping[str, Institution] = field(init=False, repr=False, compare=False)
    _people: Mapping[str, Person] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_continua", {each.id: each for each in self.continua})
        object.__setattr__(self, "_institutions", {each.id: each for each in self.institutions})
        object.__setattr__(self, "_people", {each.id: each for each in self.people})

    def continuum(self, continuum_id: str) -> ContinuumDef | None:
        """The continuum of this id, if the community has it."""
        return self._continua.get(continuum_id)

    def institution(self, institution_id: str) -> Institution | None:
        """The institution of this id, if it takes part."""
        return self._institutions.get(institution_id)

    def committee(self, committee_id: str) -> Committee | None:
        """The committee of this id, if the community has it."""
        return next((each for each in self.committees if each.id == committee_id), None)

    def person(self, person_id: str) -> Person | None:
        """The person of this id, if they take part."""
        return self._people.get(person_id)

    def objective(self, objective_id: str) -> Objective | None:
        """The strategic objective of this id, if the community still has it."""
        return next((each for each in self.objectives if each.id == objective_id), None)

    def absence_of(self, person_id: str) -> Absence | None:
        """The absence of a person who is away now."""
        return next((each for each in self.away if each.person == person_id), None)

    def person_in_slack(self, slack_id: str) -> Person | None:
        """The person tied to this Slack user, if any."""
        return next((each for each in self.people if each.slack_id == slack_id), None)

    def having(self, role: Role, institution_id: str | None = None) -> tuple[Person, ...]:
        """Everyone with a role, in the whole community or in one institution."""
        return tuple(each for each in self.people if role in each.roles and institution_id in (None, each.institution))

    def managing_director_of(self, institution_id: str) -> Person | None:
        """The one who answers for an institution."""
        return next(iter(self.having(Role.MANAGING_DIRECTOR, institution_id)), None)

    def delegates_of(self, institution_id: str) -> tuple[Person, ...]:
        """Those who stand in for the managing director, in order."""
        institution = self.institution(institution_id)
        ids = institution.delegates if institution else ()
        return tuple(person for each in ids if (person := self.person(each)))

    @property
    def facilitator(self) -> Person | None:
        """The advisor-facilitator assigned to the community."""
        return next(iter(self.having(Role.FACILITATOR)), None)

    @property
    def substitute(self) -> Person | None:
        """Who stands in for the facilitator."""
        chosen = self.settings.facilitator_substitute
        return self.person(chosen) if chosen else None

    def answering_for(self, institution_id: str) -> tuple[Person, ...]:
        """Who answers for an institution, first to last: director, delegates, facilitator, substitute."""
        director, delegates = self.managing_director_of(institution_id), self.delegates_of(institution_id)
        chain = (director, *delegates, self.facilitator, self.substitute)
        return tuple(dict.fromkeys(person for person in chain if person))

    def timezone_of(self, person: Person) -> str:
        """The zone a person lives in: their own, else their institution's, else the community's."""
        institution = self.institution(person.institution) if person.institution else None
        return person.timezone or (institution and institution.timezone) or self.settings.timezone
