"""Every window and Home, by name, in one language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from sc_bot.domain.absences import Absence
from sc_bot.domain.community import Habits, Language, Person, Role
from sc_bot.domain.events import Happened
from sc_bot.domain.homes import A_PAGE, Part, Section
from sc_bot.domain.meeting_views import MeetingLine
from sc_bot.domain.meetings import Phase
from sc_bot.domain.permissions import Verb
from sc_bot.domain.policies import QuietHours, Weekday, WeeklyDigest
from sc_bot.domain.problems import Closing
from sc_bot.presentation.home import HomeJson, home, no_community
from sc_bot.presentation.replies import heard
from sc_bot.presentation.windows import absences, people, problems, settings
from sc_bot.presentation.windows.confirming import with_confirmation
from sc_bot.presentation.windows.parts import WindowJson, said_window
from sc_bot.presentation.windows.reporting import Draft, report_window, with_more
from tests.presentation.community import community_windows
from tests.presentation.contributing import contribution_windows
from tests.presentation.decided import decision_windows
from tests.presentation.digested import a_digest
from tests.presentation.grounded import ground_windows
from tests.presentation.guarded import guarded_windows
from tests.presentation.homes import home_view, section
from tests.presentation.joined import joining_windows
from tests.presentation.jointly import joint_windows
from tests.presentation.learned import lesson_windows, tally
from tests.presentation.met import COMMITTEE, meeting_windows
from tests.presentation.promised import promise_windows
from tests.presentation.pulsed import pulse_windows
from tests.presentation.samples import NOW, REFERENCE, SAID, WHO, of_author, region, step, view, words
from tests.presentation.stuck import stuck_windows

TEXTS = (Verb.ESCALATE, Verb.ASK, Verb.TITLE, Verb.REDACT, Verb.ADD_DETAILS, Verb.ANSWER)
PLACES = (Verb.REROUTE, Verb.ASSIGN, Verb.CHANGE_INSTITUTION)


def windows(language: str, said: str = SAID) -> Iterator[tuple[str, WindowJson]]:
    """Every window."""
    yield from _reporting(language, said)
    yield from _problems(language, said)
    yield from _people(language)
    yield from promise_windows(language, said)
    yield from contribution_windows(language, said)
    yield from decision_windows(language, said)
    yield from ground_windows(language, said)
    yield from joint_windows(language, said)
    yield from lesson_windows(language, said)
    yield from meeting_windows(language, said)
    yield from pulse_windows(language)
    yield from guarded_windows(language)
    yield from stuck_windows(language)
    yield from joining_windows(language, said)
    yield from community_windows(language, said)
    yield from _absences(language)
    yield from _settings(language)
    yield "said", said_window(words(language), heard(words(language)))


def homes(language: str, said: str = SAID) -> Iterator[tuple[str, HomeJson]]:
    """Home: all parts at once, a page of each, and what stands there when there is nothing."""
    yield "home", home(home_view(language, [section(language, each, said, lines=2) for each in Part]))
    for part in Part:
        page = section(language, part, said, lines=A_PAGE, skipped=A_PAGE)
        yield f"home, {part}", home(home_view(language, [page], is_page=True))
    yield "home, first page", home(home_view(language, [section(language, Part.MINE, said)], is_page=True))
    empty = Section(part=Part.MINE, count=0, lines=())
    yield "home, empty page", home(home_view(language, [empty], is_page=True))
    glance = [section(language, each, said) for each in (Part.INSTITUTION, Part.MINE)]
    yield "home, nothing waits", home(home_view(language, glance))
    manager = replace(home_view(language, glance), digest=a_digest(language, said))
    yield "home, general manager", home(manager)
    yield "home, general manager alone", home(replace(manager, sections=()))
    away = Absence(id=1, person="zz", first_day=NOW.date())
    yield "home, lessons", home(replace(home_view(language, glance), lessons=tally()))
    yield "home, away", home(replace(home_view(language, glance), away=away))
    for phase in Phase:
        led = MeetingLine(1, COMMITTEE, NOW, phase, 3)
        yield f"home, leads a meeting, {phase}", home(replace(home_view(language, glance), meeting=led))
    yield "home, empty", home(home_view(language, []))
    yield "home, no community", no_community(words(language))


def _reporting(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    to, community = words(language), region()
    empty = report_window(to, community, Draft())
    yield "report", empty
    yield "report, more", with_more(to, community, empty)
    many = [Person(f"HSF-{each}", said or "x", (Role.CAREGIVER,), Language.FR, title=said) for each in range(250)]
    yield "report, more, for whom", with_more(to, community, empty, many)
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
    many = view(language, description=said, details=tuple(f"{said[:99]} {each}" for each in range(120)))
    for page in range(3):
        yield f"see, page {page}", problems.see_window(to, many, page)
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


def _absences(language: str) -> Iterator[tuple[str, WindowJson]]:
    to, community, today = words(language), region(), NOW.date()
    known = [Absence(id=number, person="zz", first_day=today.replace(day=18 + number)) for number in (1, 2)]
    covers = [(WHO, WHO, each) for each in known]
    own = absences.Shown(name=None, known=known, names_delegates=True, today=today, covers=covers)
    read = absences.Draft(first_day=today, last_day=today, delegates=("UHSFMD000", "UADV10000"))
    yield "absence", absences.away_window(to, community, own, read, "1 zz")
    yield "absence, unread", absences.away_window(to, community, own, absences.Draft(unread=True), "1 zz")
    other = replace(own, name=WHO, names_delegates=False)
    yield "absence, facilitator", absences.away_window(to, community, other, absences.Draft(), "1 zz")
    alone = replace(community, settings=replace(community.settings, facilitator_substitute=None))
    yield "absence, no substitute", absences.away_window(to, alone, other, absences.Draft(), "1 zz")


def _settings(language: str) -> Iterator[tuple[str, WindowJson]]:
    to, community = words(language), region()
    caregiver = Person("zz", WHO, (Role.CAREGIVER,), to.language)
    yield "settings", settings.settings_window(to, community, caregiver)
    chosen = Habits(to.language, WeeklyDigest(Weekday.TUESDAY, time(9, 5)), QuietHours(time(19), time(6, 30)))
    director = replace(caregiver, roles=(Role.MANAGING_DIRECTOR,), habits=chosen)
    yield "settings, chosen", settings.settings_window(to, community, director)
