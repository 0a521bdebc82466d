"""What routing learns from the corrections of one half of the problems, measured on the other; prints it."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml

from sc_bot.domain.community import Community
from sc_bot.domain.learning import FEWEST, Corrected, Learned, learn, suggested
from sc_bot.domain.routing import Route, route
from sc_bot.domain.searching import kept
from sc_bot.org_file import read_community
from tests.similar.quality import pairs

REGION = files("sc_bot.playground.region")


@dataclass(frozen=True, slots=True)
class Case:
    """A problem with the institution that should lead it."""

    text: str
    reporter_institution: str
    owner: str


@dataclass(frozen=True, slots=True)
class Rates:
    """How many go to the right place, before and after learning; `learned` were sent by what was learned."""

    before: int
    after: int
    learned: int
    all: int


def region() -> Community:
    """The fictional region."""
    return read_community(REGION.joinpath("estrie.org.yaml").read_bytes())


def cases() -> list[Case]:
    """The region's problems whose owner is known, and the others that were written for routing."""
    texts = (REGION.joinpath("problems.yaml").read_text("utf-8"), _here("problems.yaml"))
    read: list[dict[str, str]] = [each for text in texts for each in yaml.safe_load(text)]
    return [Case(each["text"], each["reporter_institution"], each["owner"]) for each in read]


def region_only() -> list[Case]:
    """The region's own."""
    read: list[dict[str, str]] = yaml.safe_load(REGION.joinpath("problems.yaml").read_text("utf-8"))
    return [Case(each["text"], each["reporter_institution"], each["owner"]) for each in read]


def told_by_others() -> list[Case]:
    """The same problems, told by somebody else: the pairs that were written for 'similar'."""
    read: list[dict[str, str]] = yaml.safe_load(REGION.joinpath("problems.yaml").read_text("utf-8"))
    own = {each["id"]: each for each in read}
    about = [(pair, own[name]) for pair in pairs() if pair.same for name in pair.also if name in own]
    return [
        Case(text, each["reporter_institution"], each["owner"])
        for pair, each in about
        for text in (pair.text, pair.like)
    ]


def _here(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def halves(every: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Always the same two: every second one."""
    return list(every[::2]), list(every[1::2])


def learned_from(some: Iterable[Case], community: Community) -> Learned:
    """What is learned when each that went wrong is sent to its owner, who accepts it."""
    words = [(each, frozenset(kept([each.text]))) for each in some]
    held = Counter(word for _, each in words for word in each)
    common = {word for word, count in held.items() if count >= FEWEST}
    wrong = [(each, said) for each, said in words if sent(each, Learned(), community).institution != each.owner]
    return learn([Corrected(each.owner, said, said & common) for each, said in wrong], community)


def sent(case: Case, learned: Learned, community: Community) -> Route:
    """Route a text as if its reporter had typed it."""
    like = suggested(case.text, learned, community)
    return route(case.text, community=community, reporter_institution=case.reporter_institution, learned=like)


def rates(learning: Sequence[Case], testing: Sequence[Case], community: Community) -> Rates:
    """Learn on one half, measure on the other."""
    learned = learned_from(learning, community)
    before = [sent(each, Learned(), community).institution == each.owner for each in testing]
    found = [sent(each, learned, community) for each in testing]
    after = [way.institution == each.owner for way, each in zip(found, testing, strict=True)]
    by_it = [way.because.kind.value == "learned" for way in found]
    return Rates(sum(before), sum(after), sum(by_it), len(testing))


def main() -> None:
    """Print both directions."""
    one, other = halves(cases())
    sys.stdout.write(f"learned on the first half: {rates(one, other, region())}\n")
    sys.stdout.write(f"learned on the second half: {rates(other, one, region())}\n")
    sys.stdout.write(f"the region's, told by others: {rates(region_only(), told_by_others(), region())}\n")


if __name__ == "__main__":
    main()
