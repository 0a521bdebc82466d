"""Every window and Home, by name, in one language."""

from collections.abc import Iterator

from sc_bot.domain.community import Person, Role
from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing
from sc_bot.presentation.home import HomeJson, home, no_community
from sc_bot.presentation.replies import heard
from sc_bot.presentation.windows import people, problems
from sc_bot.presentation.windows.confirming import with_confirmation
from sc_bot.presentation.windows.parts import WindowJson, said_window
from sc_bot.presentation.windows.reporting import Draft, report_window, with_more
from tests.presentation.samples import REFERENCE, SAID, WHO, of_author, region, step, view, words

TEXTS = (Verb.ASK, Verb.TITLE, Verb.REDACT, Verb.ADD_DETAILS, Verb.ANSWER)
PLACES = (Verb.REROUTE, Verb.ASSIGN, Verb.CHANGE_INSTITUTION)


def windows(language: str, said: str = SAID) -> Iterator[tuple[str, WindowJson]]:
    """Every window."""
    yield from _reporting(language, said)
    yield from _problems(language, said)
    yield from _people(language)
    yield "said", said_window(words(language), heard(words(language)))


def homes(language: str, said: str = SAID) -> Iterator[tuple[str, HomeJson]]:
    """Home."""
    to = words(language)
    seen = view(language, title=said[:80])
    yield "home", home(to, [view(language)] * 30, [seen] * 30)
    yield "home, empty", home(to, [], [])
    yield "home, no community", no_community(to)


def _reporting(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    to, community = words(language), region()
    empty = report_window(to, community, Draft())
    yield "report", empty
    yield "report, more", with_more(to, community, empty)
    yield "report, block", report_window(to, community, Draft(text=said, kinds=("nam",), blocks=True))
    warned = report_window(to, community, Draft(text=said, kinds=("name", "phone")))
    yield "report, warn", warned
    yield "report, warn, more", with_more(to, community, warned)
    yield "report, confirm", with_confirmation(to, empty, "description", to.quoted("x"))


def _problems(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    to, community = words(language), region()
    yield "return", problems.return_window(to, REFERENCE, community)
    for verb in PLACES:
        yield f"place, {verb}", problems.institution_window(to, verb, REFERENCE, community)
    yield "close", problems.close_window(to, REFERENCE, list(Closing))
    for verb in TEXTS:
        yield f"text, {verb}", problems.text_window(to, verb, REFERENCE)
    asked = of_author(language, steps=(step(Happened.ASKED, text=said),))
    yield "answer", problems.answer_window(to, asked)
    yield "update", problems.update_window(to, REFERENCE)
    steps = tuple(step(kind, text=said) for kind in Happened)
    yield "see", problems.see_window(to, view(language, description=said, details=(said,), steps=steps))


def _people(language: str) -> Iterator[tuple[str, WindowJson]]:
    to, community = words(language), region()
    person = Person("zz", WHO, tuple(Role), to.language, institution="HSF", line=2)
    shown = people.Shown(person=person, active=True, is_delegate=True, is_substitute=True)
    yield "people, choose", people.choose_window(to, 1)
    yield "people, person", people.person_window(to, community, shown, "1 zz")
    yield "people, saved", people.saved_window(to, "")
    for settled in (True, False):
        yield f"people, place, {settled}", people.place_window(to, community, person, settled=settled, context="1")
