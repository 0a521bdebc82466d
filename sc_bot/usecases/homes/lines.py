"""The lines of a Home: problems and promises as their reader may see them, read together and not one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sc_bot.domain.charter import Signature, standings, unsigned
from sc_bot.domain.charter_views import PartnerView
from sc_bot.domain.commitments import Commitment
from sc_bot.domain.community import Person, Role
from sc_bot.domain.community_views import GapView, PersonView
from sc_bot.domain.covering import acting
from sc_bot.domain.digest_views import DigestView
from sc_bot.domain.homes import AskedView, GlanceView, Scope
from sc_bot.domain.participations import Participation
from sc_bot.domain.problems import Problem
from sc_bot.domain.texts import TextKind
from sc_bot.domain.views import CommitmentView, JointAsk, ProblemView
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.digests.live import live_digest
from sc_bot.usecases.followups.owing import answer_of
from sc_bot.usecases.homes.gaps import gaps, unreachable
from sc_bot.usecases.joint_reading import LookingOn
from sc_bot.usecases.promises import Looking
from sc_bot.usecases.reading_lists import brief_view, titles_of

Promised = tuple[Problem, Commitment]
MOST_OWED = 200  # promises of one person that are looked at
MOST_GLANCES = 4  # institutions for which somebody acts, at a glance


@dataclass(frozen=True, slots=True)
class Lines:
    """Reads lines for one reader."""

    uow: UnitOfWork
    place: Place
    person: Person
    now: datetime
    scope: Scope

    def problems(self, found: Sequence[Problem]) -> tuple[ProblemView, ...]:
        """Problems, with their neutral titles."""
        read = titles_of(self.uow, found) if found else ()
        titles = {each.problem: each.body for each in read if each.kind is TextKind.TITLE}
        views = (brief_view(self.place, each, self.person, titles.get(each.id)) for each in found)
        return tuple(each for each in views if each is not None)

    def asked(self, found: Sequence[tuple[Participation, Problem]]) -> tuple[AskedView, ...]:
        """What institutions are asked to contribute, and by when."""
        views = {each.reference: each for each in self.problems([problem for _, problem in found])}
        by = {problem.reference: answer_of(self.place, problem, asked).due for asked, problem in found}
        return tuple(AskedView(view, day) for reference, view in views.items() if (day := by[reference]) is not None)

    def owed(self) -> Sequence[Promised]:
        """One's own promises and those of the people whom one covers: the first due first, so what is late is first."""
        away = {each.person for each in self.place.community.away}
        owed = self.uow.commitments.owed_by_any(self.place, sorted({self.person.id, *away}), MOST_OWED)
        about = {each.id: each for each in self.uow.problems.several([each.problem for each in owed])} if owed else {}
        both = [(about[each.problem], each) for each in owed]
        return [each for each in both if self._looking.may_know_of(each[0]) and self._is_mine(*each)]

    def promises(self, found: Sequence[Promised]) -> tuple[CommitmentView, ...]:
        """Promises, with their words."""
        words = self.uow.history.bodies([each.what for _, each in found]) if found else {}
        return tuple(self._looking.briefly(problem, each, words.get(each.what)) for problem, each in found)

    @property
    def _looking(self) -> Looking:
        return Looking(self.uow, self.place, self.person, self.now)

    def _is_mine(self, problem: Problem, commitment: Commitment) -> bool:
        if self.person.id in {commitment.owner, commitment.offered_to, commitment.needs_of}:
            return True
        absent = self.place.community.person(commitment.owner)
        there = acting(self.place.community, absent, problem.continuum) if absent else None
        return there is not None and there.id == self.person.id

    def institutions(self) -> tuple[GlanceView, ...]:
        """The institutions for which one acts, at a glance."""
        community = self.place.community
        homes = (community.institution(each.institution) for each in self.scope.charges)
        known = [each for each in homes if each is not None][:MOST_GLANCES]
        glances = self.uow.overview.glances(self.place, self.scope, [each.id for each in known])
        return tuple(GlanceView(home.name, each) for home, each in zip(known, glances, strict=True))

    def joint(self) -> Sequence[JointAsk]:
        """What joint changes ask of the institutions for which one answers."""
        return LookingOn(self.uow, self.place, self.person, self.now).asked()

    def unsigned(self) -> tuple[PartnerView, ...]:
        """The institutions for which the charter is not signed yet, and by which office."""
        found = standings(self.place.community, self._signatures)
        return tuple(PartnerView(each.institution.name, missing=each.missing) for each in found if each.missing)

    def charter(self) -> tuple[PartnerView, ...]:
        """One's own institution, as long as one has not signed for it."""
        home = self.place.community.institution(self.person.institution or "")
        missing = unsigned(self.person, self.place.community, self._signatures)
        return (PartnerView(home.name, missing=missing),) if home and missing else ()

    @property
    def _signatures(self) -> Sequence[Signature]:
        charter = self.uow.charters.current(self.place)
        return self.uow.charters.signatures(self.place, charter.number if charter else 1)

    def unreachable(self) -> tuple[PersonView, ...]:
        """Those who hold an office and cannot be told in Slack."""
        return unreachable(self.place.community)

    def health(self) -> tuple[GapView, ...]:
        """What the community lacks, and who has gone quiet."""
        return gaps(self.uow, self.place, self.person, self.now)


def general_manager_home(lines: Lines) -> DigestView | None:
    """What a general manager finds first on their Home: the digest, live."""
    if Role.GENERAL_MANAGER not in lines.person.roles:
        return None
    return live_digest(lines.uow, lines.place, lines.person, lines.now)
