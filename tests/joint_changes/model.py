"""What a joint change does, in a page: whoever speaks, in whatever order, whoever is away."""

from dataclasses import dataclass, field
from datetime import date

HOMES = ("HSF", "CVE", "CRC")
DIRECTORS = {"HSF": "HSF-MD", "CVE": "CVE-MD", "CRC": "CRC-MD"}
DELEGATES = {"HSF": "SC-1", "CVE": "SC-2", "CRC": "SC-3"}
FACILITATOR, AUTHOR = "ADV-1", "HSF-S1"
ASKED, TAKEN, DECLINED = "asked", "taken", "declined"


@dataclass
class Part:
    """One institution."""

    answered: str = ASKED
    agrees: bool = False
    ready: bool = False


@dataclass
class Change:
    """The change; `told` is who hears of the last step, None: nobody has to."""

    needed: int
    day: date | None
    back: bool
    parts: dict[str, Part] = field(default_factory=lambda: {each: Part() for each in HOMES})
    round: int = 1
    ended: str | None = None
    absent: set[str] = field(default_factory=set)
    told: tuple[str, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether its date is."""
        return self.day is not None and sum(each.agrees for each in self.parts.values()) >= self.needed

    @property
    def may_go(self) -> bool:
        """The rule, the date and the way back."""
        return self.in_force and sum(each.ready for each in self.parts.values()) >= self.needed and self.back

    def answers(self, home: str) -> str:
        """Who answers for an institution now."""
        return DELEGATES[home] if home in self.absent else DIRECTORS[home]

    def everybody(self) -> set[str]:
        """Who gets it ready: whoever answers for the institutions that have not declined, and the facilitator."""
        homes = [home for home, each in self.parts.items() if each.answered != DECLINED]
        return {*map(self.answers, homes), FACILITATOR}

    def says(self, act: str, home: str, day: date, *, shown: int) -> bool:
        """Somebody of an institution, or the facilitator (`home` empty), does this; whether it happens."""
        was_in_force = self.in_force
        happens = self.ended is None and self._may(act, self.parts.get(home), day, shown)
        if happens:
            self._do(act, home, day)
            self._hears(act, was_in_force=was_in_force)
        return happens

    def _may(self, act: str, part: Part | None, day: date, shown: int) -> bool:
        if act == "propose":
            return shown == self.round and day != self.day
        if part is None or act in {"back", "abandon"}:
            return part is None
        if act == "take":
            return part.answered != TAKEN and self.day is not None
        if act == "decline":
            return part.answered != DECLINED
        if part.answered != TAKEN or shown != self.round:
            return False
        if act == "slip":
            return day != self.day
        is_said = {"agree": part.agrees, "ready": part.ready, "need": False}[act]
        return self.day is not None and not is_said

    def _do(self, act: str, home: str, day: date) -> None:
        part = self.parts.get(home, Part())
        match act:
            case "take":
                part.answered, part.agrees = TAKEN, True
            case "decline":
                self.parts[home] = Part(DECLINED)
            case "agree":
                part.agrees = True
            case "ready":
                part.agrees = part.ready = True
            case "need":
                part.ready = False
            case "slip" | "propose":
                self._again(day, home)
            case "back":
                self.back = True
            case "abandon":
                self.ended = "abandoned"

    def _again(self, day: date | None, home: str = "") -> None:
        self.day, self.round = day, self.round + 1
        for each, part in self.parts.items():
            part.agrees, part.ready = each == home, False

    def _hears(self, act: str, *, was_in_force: bool) -> None:
        """Those who hear of it in a message, whoever acts among them."""
        comes_into_force = self.in_force and not was_in_force and act in {"take", "agree", "ready"}
        is_told = act in {"decline", "need", "slip", "propose", "abandon"} or comes_into_force
        self.told = tuple(sorted(self.everybody())) if is_told else ()

    def morning(self, today: date) -> str | None:
        """A working morning: it goes, does not go, or nothing; which of them."""
        if self.ended is not None or self.day is None or today < self.day:
            return None
        if self.may_go:
            self.ended, self.told = "gone", tuple(sorted({*self.everybody(), AUTHOR}))
            return "joint_went"
        self._again(None)
        self.told = tuple(sorted(self.everybody()))
        return "joint_held"
