"""A joint change: one change, several institutions, one effective date.

Each institution takes its part, or declines it; agrees to the date, and says whether it is ready for it. There is one
date at a time: it is in force as soon as as many institutions agree to it as the rule asks for, else it is proposed.
Whoever cannot keep it proposes another one to all at once, and everything is asked again for that one. It goes by
itself when the date has come, if enough are ready and the roll-back is written.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sc_bot.domain.problems import Verdict


class Stage(StrEnum):
    """Where a joint change stands."""

    PLANNED = "planned"
    """Its first date is proposed."""
    DATED = "dated"
    """Its date is in force."""
    REPLANNED = "replanned"
    """A date did not hold: another one is proposed, or asked for."""
    GONE = "gone"
    ROLLED_BACK = "rolled_back"
    ABANDONED = "abandoned"
    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    """It went, and its problems were closed before anybody could say whether it changed everywhere."""


RUNNING = frozenset({Stage.PLANNED, Stage.DATED, Stage.REPLANNED, Stage.GONE})
PREPARED = RUNNING - {Stage.GONE}


SHORT = "short"
"""In a history, beside that an institution declined: too few are left for the rule."""


class Answered(StrEnum):
    """What an institution answered to its part."""

    ASKED = "asked"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one institution does for it. `commitment` is its promise, `needs` the text of what it still needs.

    `by` is who spoke for it last. `check_on` is the day from which it is asked there whether it changed, `checking`
    says that it was asked; `verdict` is the answer: a "no" reopens the part.
    """

    institution: str
    answered: Answered = Answered.ASKED
    agrees: bool = False
    ready: bool = False
    needs: int | None = None
    commitment: int | None = None
    by: str | None = None
    verdict: Verdict | None = None
    check_on: date | None = None
    checking: bool = False

    @property
    def is_verified(self) -> bool:
        """Whether it changed there, at least in part."""
        return self.verdict in {Verdict.YES, Verdict.PARTLY}

    @property
    def is_reopened(self) -> bool:
        """Whether nothing changed there, and a new promise is asked for."""
        return self.verdict is Verdict.NO and self.answered is Answered.ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class JointChange:
    """One joint change as it stands now; what happened before is in the history of its problems.

    `problem` is the first of its `problems`; `number` counts the changes of that one. `what` and `back` are texts.
    `needed` is how many institutions the rule asks for, set at the start. `round` counts the dates: what is said for
    an earlier one is no longer heard. `ended` is set once it no longer gets ready; `look_at`: the bot looks next.
    """

    id: int
    workspace: str
    community: int
    problem: int
    problems: tuple[int, ...]
    number: int
    reference: str
    what: int
    needed: int
    day: date | None
    zone: str
    begun_by: str
    begun_at: datetime
    parts: tuple[Part, ...]
    round: int = 1
    back: int | None = None
    ended: Stage | None = None
    went_at: datetime | None = None
    look_at: datetime | None = None
    version: int = 0

    @property
    def stage(self) -> Stage:
        """It follows from what was said: nobody sets it."""
        if self.ended is not None:
            return self.ended
        if self.day is not None and self.agreeing >= self.needed:
            return Stage.DATED
        return Stage.PLANNED if self.round == 1 else Stage.REPLANNED

    @property
    def in_force(self) -> date | None:
        """The date that is in force, if there is one."""
        return self.day if self.stage in {Stage.DATED, Stage.GONE, Stage.VERIFIED, Stage.UNVERIFIED} else None

    @property
    def agreeing(self) -> int:
        """How many institutions agree to the date."""
        return sum(each.agrees for each in self.parts)

    @property
    def ready(self) -> int:
        """How many are ready for it."""
        return sum(each.ready for each in self.parts)

    @property
    def needs_all(self) -> bool:
        """Whether the rule asks for every institution."""
        return self.needed == len(self.parts)

    @property
    def taken(self) -> tuple[Part, ...]:
        """The parts that institutions have taken."""
        return tuple(each for each in self.parts if each.answered is Answered.TAKEN)

    @property
    def is_short(self) -> bool:
        """Whether so many have declined that the rule can no longer be met."""
        return sum(each.answered is not Answered.DECLINED for each in self.parts) < self.needed

    @property
    def may_go(self) -> bool:
        """Whether nothing stands in the way once the date has come."""
        return self.stage is Stage.DATED and self.ready >= self.needed and self.back is not None

    def of(self, institution: str) -> Part | None:
        """The part of one institution."""
        return next((each for each in self.parts if each.institution == institution), None)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks for which institution; `round` is the date that they were shown, None: whatever it is now."""

    institution: str
    by: str
    round: int | None = None


def can_take(change: JointChange, institution: str) -> bool:
    """Whether a part waits to be taken: as long as it gets ready, and again after a "no"."""
    part = change.of(institution)
    if part is None or part.answered is Answered.TAKEN:
        return False
    return part.is_reopened if change.stage is Stage.GONE else change.stage in PREPARED and change.day is not None


def take(change: JointChange, voice: Voice, commitment: int | None, check_on: date | None = None) -> JointChange | None:
    """The institution takes its part: a promise, and agreement to the date; after a "no", a promise to be checked."""
    part = change.of(voice.institution)
    if part is None or not can_take(change, voice.institution):
        return None
    taken = replace(part, answered=Answered.TAKEN, agrees=True, commitment=commitment, by=voice.by, check_on=check_on)
    return _with(change, taken)


def decline(change: JointChange, voice: Voice) -> JointChange | None:
    """It does not take part, or no longer; it may still change its mind. The rule counts as before."""
    part = change.of(voice.institution)
    if part is None or part.answered is Answered.DECLINED or change.stage not in PREPARED:
        return None
    return _with(change, Part(institution=part.institution, answered=Answered.DECLINED, by=voice.by))


def agree(change: JointChange, voice: Voice) -> JointChange | None:
    """The date suits it."""
    return _said(change, voice, lambda part: None if part.agrees else replace(part, agrees=True))


def be_ready(change: JointChange, voice: Voice) -> JointChange | None:
    """It is ready for the date, which suits it."""
    return _said(change, voice, lambda part: None if part.ready else replace(part, agrees=True, ready=True, needs=None))


def need(change: JointChange, voice: Voice, text: int) -> JointChange | None:
    """It says what it needs to be ready."""
    return _said(change, voice, lambda part: replace(part, ready=False, needs=text))


def _said(change: JointChange, voice: Voice, say: Callable[[Part], Part | None]) -> JointChange | None:
    """What a part says about the date that it was shown; None where that is another date by now."""
    part = change.of(voice.institution)
    is_old = voice.round not in {None, change.round} or change.day is None or change.stage not in PREPARED
    if part is None or part.answered is not Answered.TAKEN or is_old:
        return None
    after = say(part)
    return _with(change, replace(after, by=voice.by)) if after is not None else None


def propose(change: JointChange, day: date, voice: Voice | None, shown: int | None = None) -> JointChange | None:
    """Another date, to all at once: the old one is no longer in force, and everything is asked again.

    `voice` is the institution that cannot keep the old one, which agrees to its own proposal; None: nobody's. `shown`
    is the date that they saw, as `Voice.round` is.
    """
    part = change.of(voice.institution) if voice else None
    seen = voice.round if voice else shown
    if change.stage not in PREPARED or day == change.day or seen not in {None, change.round}:
        return None
    if voice is not None and (part is None or part.answered is not Answered.TAKEN):
        return None
    return _again(change, day, part.institution if part else None)


def _again(change: JointChange, day: date | None, agrees: str | None = None) -> JointChange:
    parts = tuple(replace(each, agrees=each.institution == agrees, ready=False, needs=None) for each in change.parts)
    return replace(change, day=day, round=change.round + 1, parts=parts)


def write_back(change: JointChange, text: int) -> JointChange | None:
    """How one would go back, in words; before it goes it may be written anew."""
    return replace(change, back=text) if change.stage in PREPARED else None


def go(change: JointChange, check_on: date, now: datetime) -> JointChange | None:
    """The date has come, enough are ready, and the way back is written."""
    if not change.may_go:
        return None
    parts = tuple(
        replace(each, check_on=check_on) if each.answered is Answered.TAKEN else each for each in change.parts
    )
    return replace(change, ended=Stage.GONE, went_at=now, parts=parts)


def hold(change: JointChange) -> JointChange | None:
    """The date has come and it does not go: there is no date any more, and a new one is asked for."""
    if change.may_go or change.stage not in PREPARED or change.day is None:
        return None
    return _again(change, None)


def roll_back(change: JointChange) -> JointChange | None:
    """It went, and is taken back."""
    return replace(change, ended=Stage.ROLLED_BACK, look_at=None) if change.stage is Stage.GONE else None


def abandon(change: JointChange) -> JointChange | None:
    """It is given up before it went."""
    return replace(change, ended=Stage.ABANDONED, look_at=None) if change.stage in PREPARED else None


def ask_whether(change: JointChange, day: date) -> JointChange:
    """From that day on, the parts whose day has come are asked whether it changed there."""
    return replace(
        change, parts=tuple(replace(each, checking=each.checking or _is_due(each, day)) for each in change.parts)
    )


def _is_due(part: Part, day: date) -> bool:
    is_open = part.answered is Answered.TAKEN and not part.is_verified
    return is_open and part.check_on is not None and part.check_on <= day


def check(change: JointChange, institution: str, verdict: Verdict) -> JointChange | None:
    """Whether it changed there, said once; a "no" asks for a new promise. Changed everywhere, it is verified."""
    part = change.of(institution)
    if part is None or change.stage is not Stage.GONE or not part.checking or part.is_verified:
        return None
    after = replace(part, verdict=verdict, checking=False)
    if verdict is Verdict.NO:
        after = replace(after, answered=Answered.ASKED, commitment=None, check_on=None)
    checked = _with(change, after)
    # A part that was taken and reopened is still waited for; one that was never taken is not.
    waits = any(not each.is_verified for each in checked.taken) or any(each.is_reopened for each in checked.parts)
    return checked if waits else replace(checked, ended=Stage.VERIFIED, look_at=None)


def _with(change: JointChange, part: Part) -> JointChange:
    parts = tuple(part if each.institution == part.institution else each for each in change.parts)
    return replace(change, parts=parts)
