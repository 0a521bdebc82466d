"""The Home tab: for each role what waits for it, the most pressing first; every line with what one can do about it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from slack_sdk.models.blocks import Block, DividerBlock, InteractiveElement

from sc_bot.domain.absences import Absence
from sc_bot.domain.charter_views import PartnerView
from sc_bot.domain.community_views import GapView, PersonView
from sc_bot.domain.homes import A_PAGE, AskedView, GlanceView, HomeView, Line, PageOf, Part, Section
from sc_bot.domain.meeting_views import MeetingLine
from sc_bot.domain.meetings import Phase
from sc_bot.domain.permissions import Verb
from sc_bot.domain.views import CommitmentView, JointAsk, ProblemView
from sc_bot.presentation import charter, health, joint_changes, promises, vocabulary
from sc_bot.presentation.absences import period
from sc_bot.presentation.blocks import actions, beside, bold, button, grey, plain
from sc_bot.presentation.digests import digest
from sc_bot.presentation.lesson_answers import on_home
from sc_bot.presentation.lists import lead_and_title, line
from sc_bot.presentation.meetings.items import line as meeting_line
from sc_bot.presentation.words import Words

HomeJson = dict[str, Any]
"""A Home tab as Slack takes it."""


def home(view: HomeView) -> HomeJson:
    """One person's Home, or a page of one of its parts."""
    words = Words.of(view.reader)
    if view.is_page:
        return _tab(_page(words, view.sections[0], view))
    blocks: list[Block] = [
        *_several(words, view),
        *_away(words, view.away),
        *actions(_row(words, view)),
        *on_home(words, view.lessons),
        *_meeting(words, view.meeting),
    ]
    parts = {each.part for each in view.sections}
    if view.digest is None and Part.INSTITUTION in parts and parts <= {Part.INSTITUTION, Part.MINE}:
        blocks.append(grey(words.t("Nothing waits for you at the moment.")))
    rest: list[Block] = []
    for section in view.sections:
        rest += [*([] if view.is_tight else [DividerBlock()]), *_section(words, section, view)]
    if not view.sections and view.digest is None:
        rest.append(plain(words.t("Nothing yet. To report a problem: the button above, or /problem and your text.")))
    if view.digest is None:
        return _tab([*blocks, *rest])
    return {"type": "home", "blocks": [*_dicts([*blocks, DividerBlock()]), *digest(view.digest).blocks, *_dicts(rest)]}


def _several(words: Words, view: HomeView) -> list[Block]:
    """Which community it is, for whoever takes part in several."""
    if view.several is None:
        return []
    change = button(words.t("Change"), "community.open", "community")
    return [beside(bold(words.name(view.several)), change)]


def _away(words: Words, absence: Absence | None) -> list[Block]:
    if absence is None:
        return []
    when = period(words, absence.first_day, absence.last_day)
    back = button(words.t("I am back"), "absence.back", str(absence.id))
    return [beside(plain(words.t("You are away {period}.", period=when)), back)]


def _meeting(words: Words, meeting: MeetingLine | None) -> list[Block]:
    """The next meeting that one leads, with its button."""
    if meeting is None:
        return []
    label = {
        Phase.PLANNED: words.t("Start the meeting"),
        Phase.STARTED: words.t("Go on"),
    }.get(meeting.phase, words.t("Minutes"))
    return [beside(plain(meeting_line(words, meeting)), button(label, "meeting.run", str(meeting.id)))]


def no_community(words: Words) -> HomeJson:
    """The workspace has no community yet."""
    return _tab([grey(words.t("This workspace has no community yet."))])


def only_says(sentence: str) -> HomeJson:
    """One sentence, and nothing to press."""
    return _tab([grey(sentence)])


def forgotten() -> HomeJson:
    """The Home of somebody whom the bot has forgotten, also in which language they read."""
    return only_says("\n".join(Words(each).t("Nothing is kept about you here any more.") for each in ("fr", "en")))


def _row(words: Words, view: HomeView) -> list[InteractiveElement]:
    row: list[InteractiveElement] = [
        button(words.t("Report a problem"), "problem.report", "report", style="primary"),
        button(words.t("My list"), "problem.list", "list"),
        button(words.t("Settings"), "settings.open", "settings"),
        button(words.t("Help"), "sc.help", "help"),
    ]
    if view.manages:
        row.append(button(words.t("People and roles"), "people.manage", "people"))
    return row


def _section(words: Words, section: Section, view: HomeView) -> list[Block]:
    head = bold(_head(words, section))
    if section.count > len(section.lines):
        label = words.t("See all {n}", n=words.number(section.count))
        head = beside(head, button(label, "home.page", str(PageOf(section.part))))
    return [head, *(block for each in section.lines for block in _line(words, section.part, each, view))]


def _page(words: Words, section: Section, view: HomeView) -> list[Block]:
    """One part alone, with the buttons that turn its pages; whoever is at the end finds the way back."""
    first, last = section.skipped, section.skipped + len(section.lines)
    row: list[InteractiveElement] = [button(words.t("Back to Home"), "home.front", "front")]
    if first:
        row.append(button(words.t("Previous page"), "home.previous", str(PageOf(section.part, max(0, first - A_PAGE)))))
    if last < section.count:
        row.append(button(words.t("Next page"), "home.next", str(PageOf(section.part, last))))
    where = words.t("{first} to {last} of {n}", first=first + 1, last=last, n=words.number(section.count))
    told = grey(where) if section.lines else plain(words.t("Nothing is left here."))
    lines = [block for each in section.lines for block in _line(words, section.part, each, view)]
    return [bold(_head(words, section)), told, *lines, *actions(row)]


def _head(words: Words, section: Section) -> str:
    """What it is, and how many; institutions are not counted."""
    if section.part is Part.INSTITUTION:
        return _HEADS[section.part](words)
    return words.t("{what} ({n})", what=_HEADS[section.part](words), n=words.number(section.count))


_HEADS: Mapping[Part, Callable[[Words], str]] = {
    Part.ACKNOWLEDGE: lambda words: words.t("To acknowledge"),
    Part.ACCEPT: lambda words: words.t("To accept or return"),
    Part.CONTRIBUTE: lambda words: words.t("Contributions asked for"),
    Part.JOINT: lambda words: words.t("Joint changes"),
    Part.TRY: lambda words: words.t("Solutions proposed or tried"),
    Part.ARBITRATE: lambda words: words.t("Before the support committee: who leads?"),
    Part.UNOWNED: lambda words: words.t("Nobody has it yet"),
    Part.UNACKNOWLEDGED: lambda words: words.t("Not acknowledged in time"),
    Part.UNPROMISED: lambda words: words.t("Accepted, nothing promised"),
    Part.QUIET: lambda words: words.t("No sign of life for a long time"),
    Part.DISPUTED: lambda words: words.t("Returned, or before the committee"),
    Part.STUCK: lambda words: words.t("In deadlock: decide on a way out"),
    Part.CONFIRMED: lambda words: words.t("Said to identify nobody: please look"),
    Part.RESTRICTED: lambda words: words.t("Restricted"),
    Part.UNREACHABLE: lambda words: words.t("Without a Slack account"),
    Part.HEALTH: lambda words: words.t("What the community lacks"),
    Part.UNSIGNED: lambda words: words.t("Charter not signed yet"),
    Part.PROMISES: lambda words: words.t("My promises"),
    Part.CHARTER: lambda words: words.t("The charter, to read and sign"),
    Part.INSTITUTION: lambda words: words.t("At a glance"),
    Part.MINE: lambda words: words.t("My reports"),
}


def _line(words: Words, part: Part, told: Line, view: HomeView) -> list[Block]:
    match told:
        case ProblemView():
            return _with_buttons(words, part, told, _of_problem(words, part, told, view))
        case JointAsk():
            answer = button(words.t("Answer"), "joint.see", f"{told.reference} {told.institution}")
            return [beside(plain(joint_changes.asked(words, told)), answer)]
        case AskedView():
            text = f"{_without_state(words, told.problem)}, {_by(words, told.by, view)}"
            return [beside(plain(text), button(words.t("Answer"), "problem.see", told.problem.reference))]
        case CommitmentView():
            return promises.in_brief(words, told)
        case GlanceView():
            return [beside(plain(_glance(words, told)), button(words.t("My list"), "problem.list", "list"))]
        case PartnerView():
            text = words.t(
                "{institution}: {what}", institution=words.name(told.name), what=charter.missing(words, told.missing)
            )
            label = words.t("Read and sign") if part is Part.CHARTER else words.t("See")
            return [beside(plain(text), button(label, "charter.open", str(view.community)))]
        case GapView():
            return [beside(plain(health.gap(words, told)), button(words.t("See"), "health.open", "health"))]
        case PersonView():
            return [
                beside(
                    plain(health.person(words, told)), button(words.t("People and roles"), "people.manage", "people")
                )
            ]


def _of_problem(words: Words, part: Part, told: ProblemView, view: HomeView) -> str:
    """Its line, without the state that the head says; by when an answer is expected, or who has it, where one asks."""
    parts = [line(words, told) if part in _OF_ANY_STATE else _without_state(words, told)]
    if part in {Part.ACKNOWLEDGE, Part.ACCEPT, Part.UNACKNOWLEDGED}:
        parts.append(_by(words, told.answer_by, view))
    if part in {Part.UNACKNOWLEDGED, Part.UNPROMISED, Part.QUIET} and told.person:
        parts.append(words.t("in the hands of {person}", person=told.person))
    return ", ".join(parts)


_OF_ANY_STATE = frozenset({Part.TRY, Part.QUIET, Part.DISPUTED, Part.STUCK, Part.CONFIRMED, Part.RESTRICTED, Part.MINE})


def _without_state(words: Words, told: ProblemView) -> str:
    return " · ".join(part for part in (told.reference, *lead_and_title(words, told)) if part)


def _by(words: Words, day: date, view: HomeView) -> str:
    said = words.day(day)
    return words.t("expected since {day}", day=said) if day < view.day else words.t("by {day}", day=said)


def _with_buttons(words: Words, part: Part, told: ProblemView, text: str) -> list[Block]:
    """What one most likely does about it, if one may, beside reading it; else reading it alone."""
    for where, verb, action in _AT_ONCE:
        if part is where and verb in told.offers:
            act = button(vocabulary.verb(words, verb), action, told.reference)
            return [plain(text), *actions([act, button(words.t("See"), "problem.see", told.reference)])]
    label = words.t("Answer") if part is Part.ACCEPT and Verb.ACCEPT in told.offers else words.t("See")
    return [beside(plain(text), button(label, "problem.see", told.reference))]


_AT_ONCE = (
    (Part.ACKNOWLEDGE, Verb.ACKNOWLEDGE, "problem.acknowledge"),
    (Part.ARBITRATE, Verb.ASSIGN, "problem.assign"),
    (Part.UNOWNED, Verb.REROUTE, "problem.reroute"),
)


def _glance(words: Words, told: GlanceView) -> str:
    figures = told.glance
    late = words.n("{n} late", "{n} late", figures.late)
    promised = words.n("{n} promise", "{n} promises", figures.promised)
    return words.t(
        "{institution}: {answers} to answer, {hand} in hand; {promised}, {late}",
        institution=words.name(told.name),
        answers=words.number(figures.to_answer),
        hand=words.number(figures.in_hand),
        promised=promised,
        late=late,
    )


def _tab(blocks: Sequence[Block]) -> HomeJson:
    return {"type": "home", "blocks": _dicts(blocks)}


def _dicts(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [dict(block.to_dict()) for block in blocks]
