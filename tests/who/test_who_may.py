"""Every handler, tried by every role on the wire; what is refused leaves no trace in the database."""

from collections.abc import Iterator

import pytest

from handlers import privacy, registering, sc
from sc_bot.domain.lesson_rights import OF_AN_OFFER
from sc_bot.playground.bot_link import Reply
from sc_bot.playground.model import Payload
from tests.databases import empty_database
from tests.who import pressing
from tests.who.filled import SHOWN, VALUES
from tests.who.table import WHO_MAY
from tests.who.world import World, open_world

HEAD, *LINES = [line for line in WHO_MAY.splitlines() if line]
COLUMNS = HEAD.split()[3:]
READS = [line for line in LINES if line.split()[0] in {"command", "verb", "event"}]
"""What asks the database in words of its own: tried on both. Who may do the rest is decided above it."""
FORGETTABLE = "OMD-S2"
"""Somebody whom no other line needs."""
WITHOUT_A_HOME = {"fac", "sub", "mod", "ext", "prv", "new"}


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """One world for all lines: each try has a problem of its own."""
    with empty_database("sqlite") as url, open_world(url) as world:
        yield world


@pytest.fixture(scope="module")
def on_postgresql() -> Iterator[World]:
    """The same there."""
    with empty_database("postgresql") as url, open_world(url) as world:
        yield world


def test_no_handler_is_missing_from_the_table() -> None:
    """A command, verb, shortcut, event, button or window that nobody thought about fails here."""
    tables = {
        "command": registering.COMMANDS,
        "shortcut": registering.SHORTCUTS,
        "event": registering.EVENTS,
        "button": {**registering.BUTTONS, **registering.PLAIN_BUTTONS},
        "window": registering.WINDOWS,
    }
    registered = {f"{sort} {name}" for sort, handlers in tables.items() for name in handlers}
    written = {" ".join(line.split()[:2]).partition("+")[0] for line in LINES}
    assert {each for each in written if not each.startswith("verb ")} == registered


def test_no_verb_is_missing_from_the_table() -> None:
    """Each verb of /sc is there in one of its languages; alone, it is the command itself."""
    written = {line.split()[1] for line in LINES if line.startswith("verb ")}
    missing = {verb for verb, handler in sc.VERBS.items() if handler not in {sc.VERBS[each] for each in written}}
    assert missing == {""}


@pytest.mark.slow  # seventeen roles try each line
@pytest.mark.parametrize("line", LINES, ids=lambda line: " ".join(line.split()[:2]))
def test_each_role_may_do_what_the_table_says_and_nothing_else(world: World, line: str) -> None:
    """A person presses a button that they were never shown, with a true signature: only the database decides."""
    _as_the_table_says(world, line)


@pytest.mark.slow  # as above
@pytest.mark.parametrize("line", READS, ids=lambda line: " ".join(line.split()[:2]))
def test_each_role_reads_on_postgresql_what_the_table_says(on_postgresql: World, line: str) -> None:
    """A query in words of its own lets nobody see more there."""
    _as_the_table_says(on_postgresql, line)


def _as_the_table_says(world: World, line: str) -> None:
    sort, name, state, effect, *marks = line.split()
    expected = {column: mark == "x" for column, mark in zip(COLUMNS, marks, strict=True)}
    assert {column: _allowed(world, column, f"{sort} {name}", state, effect) for column in COLUMNS} == expected


def _allowed(world: World, column: str, what: str, state: str, effect: str) -> bool:
    """Try it; whether it had its effect."""
    world.fresh(state)
    slack_id = world.slack_id(column)
    sort, name = what.split()
    if what == "event message":
        world.put_card()
    if name == "community.restore":
        world.archive()
    if name == "absence.back":
        world.send_away()
    if name.startswith("pulse."):
        world.ask_everybody()
    before = world.footprint()
    reply = _send(world, column, slack_id, sort, name)
    after = world.footprint()
    if what == "event message":  # somebody new may be welcomed, without touching the problem
        return after[:-1] != before[:-1]
    if effect == "change":
        return after != before
    assert after == before or column == "new", f"{what} by {column} stored something"
    return _showed(world, slack_id, effect, reply)


def _send(world: World, column: str, slack_id: str, sort: str, name: str) -> Reply:
    if sort in {"command", "verb"}:
        typed = (
            ("/sc", _verb(world, name)) if sort == "verb" else (name, "Le formulaire se perd" if "prob" in name else "")
        )
        return pressing.send(world, column, "slash_commands", pressing.command(world, slack_id, *typed))
    if sort == "event":
        return pressing.send(world, column, "events_api", pressing.event(world, slack_id, name))
    return pressing.send(world, column, "interactive", _interaction(world, column, slack_id, sort, name))


def _verb(world: World, verb: str) -> str:
    promise = f"commit {world.reference} envoyer le résumé, d'ici vendredi"
    decide = f"decide {world.reference} un essai de trois mois, d'ici vendredi"
    return {
        "decide": decide,
        "joint": f"joint {world.reference}",
        "bravo": "bravo La navette passe deux fois par jour",
        "show": f"show {world.reference}",
        "commit": promise,
        "problem": "problem Le formulaire se perd",
    }.get(verb, verb)


def _interaction(world: World, column: str, slack_id: str, sort: str, name: str) -> Payload:
    if sort == "shortcut":
        return pressing.shortcut(world, slack_id, name)
    if sort == "window":
        home = {"institution": "MCL"} if name == "people.place" and column in WITHOUT_A_HOME else {}
        corrected = {f"text_{world.item}": "Un essai de six mois"} if name == "meeting.correct" else {}
        under = {"into": world.other} if name == "problem.merge" else {}
        there = {"institution": f"{world.place.id} -"} if name == "problem.report+there" else {}
        values = {**VALUES[name], **home, **corrected, **under, **there}
        return pressing.window(world, slack_id, name.partition("+")[0], _context(world, column, name, slack_id), values)
    if name == "problem.report_more":
        return pressing.more(world, column, slack_id)
    if name.startswith(("commitment.", "followup.")) and name != "commitment.make":
        return pressing.button(world, slack_id, name, f"{world.reference}.1")
    if name.startswith("tryout.") and name != "tryout.propose":
        return pressing.button(world, slack_id, name, f"{world.reference}?1")
    if name == "wording.agree":
        return pressing.button(world, slack_id, name, f"{world.reference} 1")
    if name.startswith("joint.") and name != "joint.begin":
        return pressing.button(world, slack_id, name, f"{world.reference}+1 HSF 1")
    if name.startswith("meeting."):
        return pressing.button(world, slack_id, name, str(world.item if name == "meeting.flag" else world.meeting))
    if name.startswith("decision.") and name != "decision.ask":
        return pressing.button(world, slack_id, name, f"{world.reference}/1")
    if name.startswith("lesson."):
        return pressing.button(world, slack_id, name, _of_lesson(world, name))
    carried = {f"problem.{each}": "0 1 open" for each in ("page", "page_back", "filter", "board", "board_back")}
    carried |= {"problem.send_to": f"{world.reference} PCO", "people.place": "", "absence.back": str(world.absence)}
    carried["pulse.open"] = str(world.wave)
    carried |= {"charter.open": str(world.place.id), "charter.adapt": world.charter()}
    carried |= dict.fromkeys(("community.choose", "community.archive", "community.restore"), str(world.place.id))
    carried |= dict.fromkeys(privacy.BUTTONS, str(world.place.id))
    carried["cycle.hold"] = f"{world.place.id} 1"
    carried["absence.plan"] = f"{world.place.id} UHSFMD000"
    value = carried.get(name, world.reference)
    return pressing.button(world, slack_id, name, value)


def _of_lesson(world: World, name: str) -> str:
    """The lesson, with the institution that answers; a page of the list."""
    act = name.partition(".")[2]
    if act.startswith("page"):
        return "0 "
    return f"{world.lesson} GTV" if act in {each.value for each in OF_AN_OFFER} else world.lesson


def _context(world: World, column: str, name: str, slack_id: str) -> str:
    if name.startswith("absence."):
        return f"{world.community_of(column)} {slack_id}" if name.endswith("+own") else f"{world.place.id} UHSFMD000"
    if name == "tryout.start":
        return f"{world.reference}?1\n{SHOWN}\n{SHOWN}"
    if name.startswith("tryout.") and name != "tryout.propose":
        return f"{world.reference}?1"
    if name == "pulse.answer":
        return str(world.wave)
    if name.startswith("charter."):
        return world.charter()
    if name.startswith("privacy."):
        return f"{world.place.id} {FORGETTABLE}" if name == "privacy.erase" else str(world.place.id)
    if name in {"community.archive", "cycle.hold"}:
        return f"{world.place.id} 1" if name == "cycle.hold" else str(world.place.id)
    if name == "decision.no":
        return f"{world.reference}/1"
    if name.startswith("joint.") and name != "joint.begin":
        shown = f"\n{SHOWN}\n{SHOWN}" if name == "joint.slip" else ""
        return f"{world.reference}+1 HSF 1{shown}"
    if name.startswith("lesson."):
        shown = f"\n{SHOWN}\n{SHOWN}" if name in {"lesson.later", "lesson.not_yet"} else ""
        return _of_lesson(world, name) + shown
    if name.startswith("meeting."):
        return f"{world.meeting} {world.item}" if name == "meeting.item" else str(world.meeting)
    if name in {"joint.begin", "commitment.make", "commitment.redate", "decision.ask"}:
        number = ".1" if name == "commitment.redate" else ""
        return f"{world.reference}{number}\n{SHOWN}\n{SHOWN}"
    if name.startswith(("commitment.", "followup.")):
        return f"{world.reference}.1"
    if not name.startswith("people."):
        return world.reference
    target = "UPCOS2000" if column == "fac" else "UGTVS2000"
    return f"{world.place.id} {target}" if name == "people.save" else str(world.place.id)


def _showed(world: World, slack_id: str, effect: str, reply: Reply) -> bool:
    """Whether a window opened, an answer came, or the problem was shown."""
    slack = world.town.slack
    if effect == "reply":
        return reply.json.get("response_action") == "update"
    if effect == "know" and reply.text:
        return world.reference in reply.text and "/sc" not in reply.json["blocks"][0]["text"]["text"]
    if effect == "know":
        assert slack.wait_for(lambda: slack.as_person(slack_id).home is not None)
        return world.reference in str(slack.as_person(slack_id).home)
    if reply.text:
        return effect == "answer" and bool(reply.json["blocks"])
    person = slack.as_person(slack_id)
    assert slack.wait_for(lambda: person.modal is not None or any(each.ephemeral_to for each in person.messages))
    if effect == "more":
        return slack.wait_for(lambda: "severity" in str(person.modal and person.modal.blocks))
    return person.modal is not None if effect != "answer" else True
