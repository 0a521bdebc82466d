"""Promises in a few words, one a line: who and by when are understood from the text, shown, and only then kept.

A line names a person of the community, or an institution, for which its managing director is meant; the words that say
when stand at its end. Under an item that is about no problem, a line begins with the reference of one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.calendar import calendar_of
from sc_bot.domain.community import Committee, Community, Person
from sc_bot.domain.meeting_promises import Missing, PromiseLine, Reading
from sc_bot.domain.meetings import sits
from sc_bot.domain.problems import Problem
from sc_bot.domain.promising import can_be_promised
from sc_bot.domain.visibility import sight
from sc_bot.due_dates import Agenda, Ambiguous, Answer, Understood, read_due, split_due
from sc_bot.ports import Place, UnitOfWork

LONGEST_DATE = 6  # words at the end of a line that are tried as a date
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the lines of one item for whoever writes them."""

    uow: UnitOfWork
    place: Place
    committee: Committee
    writer: Person
    now: datetime

    def read(self, text: str, problem: Problem | None, *, led: bool = False) -> Reading:
        """Every line that holds something. `led`: a lead is named with the same breath."""
        lines = [each.strip(" \t-•*") for each in text.splitlines() if each.strip(" \t-•*")][:MOST_LINES]
        return Reading(tuple(self._line(each, problem, led=led) for each in lines))

    def _line(self, text: str, problem: Problem | None, *, led: bool) -> PromiseLine:
        said, about = self._about(text, problem)
        community = self.place.community
        if about is None or not sight(self.writer, about, community).exists:
            return PromiseLine(text=text, missing=Missing.PROBLEM)
        if not (can_be_promised(about) or (led and about == problem)):
            return PromiseLine(text=text, missing=Missing.LEAD)
        found = self._who(said)
        if len(found) != 1:
            names = tuple(each.name for each in found)
            return PromiseLine(text=text, missing=Missing.WHICH if found else Missing.WHO, names=names)
        owner = found[0]
        if not sight(owner, about, community).lead or not owner.slack_id:
            return PromiseLine(text=text, missing=Missing.NOT_THEIRS, names=(owner.name,))
        return self._dated(text, said, about, owner)

    def _about(self, text: str, problem: Problem | None) -> tuple[str, Problem | None]:
        """The line without the reference that it begins with, and the problem that it is about."""
        match = _REFERENCE.match(text)
        if match is None:
            return text, problem
        named = self.uow.problems.get(self.place.workspace, match[1])
        is_here = named is not None and named.community == self.place.id
        return text[match.end() :], named if is_here else None

    def _dated(self, text: str, said: str, about: Problem, owner: Person) -> PromiseLine:
        what, answer = self._when(said, owner)
        facts = {"text": text, "what": what, "problem": about, "owner": owner}
        zone = self.place.community.timezone_of(owner)
        match answer:
            case Understood(due=due) if what:
                return PromiseLine(**facts, due=due, zone=zone)  # type: ignore[arg-type] # fields by name
            case Understood():
                return PromiseLine(text=text, missing=Missing.WHAT)
            case Ambiguous(candidates=days):
                return PromiseLine(text=text, missing=Missing.WHICH_DAY, days=days)
            case _:
                return PromiseLine(text=text, missing=Missing.WHEN)

    def _when(self, said: str, owner: Person) -> tuple[str, Answer | None]:
        """What is promised, and the date: after a word such as “by”, else the longest end of the line that is one."""
        what, when = split_due(said)
        if when:
            return what, self._due(when, owner)
        words = said.split()
        for size in range(min(LONGEST_DATE, len(words)), 0, -1):
            answer = self._due(" ".join(words[-size:]), owner)
            if isinstance(answer, Understood | Ambiguous):
                return " ".join(words[:-size]).strip(" ,;:–-"), answer
        return said, None

    def _due(self, when: str, owner: Person) -> Answer:
        community = self.place.community
        zone = ZoneInfo(community.settings.timezone)
        agenda = Agenda(calendar_of(community, owner), community.committees, zone, community.moved)
        return read_due(when.rstrip(" ."), language=self.writer.reads, now=self.now, agenda=agenda)

    def _who(self, said: str) -> tuple[Person, ...]:
        """Whoever is named first; of several with one name, who sits on the committee."""
        people = [each for each in self.uow.communities.people(self.place.id) if each.name]
        named = [*_named(said, people), *_directors(said, self.place.community)]
        if not named:
            return ()
        first = min(at for at, _, _ in named)
        longest = max(length for at, length, _ in named if at == first)
        found = {who.id: who for at, length, who in named if (at, length) == (first, longest)}
        members = [each for each in found.values() if sits(each, self.committee)]
        return tuple(members if len(members) == 1 else found.values())


_REFERENCE = re.compile(r"\s*([A-Za-z]{1,6}-\d{1,6})\b[\s:,.–-]*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TITLES = frozenset({"dr", "dre", "m", "mme", "mr", "mrs", "ms"})
_Named = tuple[int, int, Person]


def _folded(text: str) -> tuple[str, ...]:
    """Its words without accents and capitals; *l'hôpital* is two."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(part for word in _WORD.findall(bare) for part in re.split("['’]", word) if part)


def _named(said: str, people: Sequence[Person]) -> Iterator[_Named]:
    """Each person whose name, first name or last name stands there: where, and in how many words."""
    words = _folded(said)
    for person in people:
        name = tuple(each for each in _folded(person.name) if each not in _TITLES)
        for part in {name, name[:1], name[-1:]} - {()}:
            at = _place_of(part, words)
            if at is not None:
                yield at, len(part), person


def _directors(said: str, community: Community) -> Iterator[_Named]:
    """The managing director of an institution that is named."""
    words = _folded(said)
    for home in community.institutions:
        director = community.managing_director_of(home.id)
        for name in (home.id, home.name.fr, home.name.en, *home.aliases):
            part = tuple(each for each in _folded(name) if each not in _LITTLE)
            at = _place_of(part, words) if part else None
            if director is not None and at is not None:
                yield at, len(part), director


_LITTLE = frozenset({"l", "le", "la", "les", "the"})


def _place_of(part: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    size = len(part)
    return next((at for at in range(len(words) - size + 1) if words[at : at + size] == part), None)
