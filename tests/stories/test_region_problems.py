"""Every problem of the fictional region, sent as its reporter."""

import json
from importlib.resources import files

import yaml

from sc_bot.playground.model import View
from sc_bot.playground.screen import Screen
from tests.house import Town

PROBLEMS = yaml.safe_load(files("sc_bot.playground.region").joinpath("problems.yaml").read_text(encoding="utf-8"))


def _owner_named(answer: str, town: Town, institution: str) -> bool:
    home = town.community.institution(institution)
    return home is not None and (home.name.fr in answer or home.name.en in answer)


def _reporter(town: Town, problem: dict[str, str]) -> Screen:
    return town.person(problem["reported_by"])


def _opened(town: Town, person: Screen) -> View:
    assert town.slack.wait_for(lambda: person.modal is not None)
    assert person.modal is not None
    return person.modal


def test_an_explicit_addressee_always_receives_the_problem(town: Town) -> None:
    """`@HSF` sends it to HSF, whatever else the text names."""
    for problem in PROBLEMS:
        line = f"/problem {problem['text']} @{problem['owner']}"
        answer = _reporter(town, problem).runs(line).text
        assert _owner_named(answer, town, problem["owner"]), (problem["id"], answer)


def test_an_institution_chosen_in_the_window_always_receives_the_problem(town: Town) -> None:
    """What the reporter chooses goes before anything that the text says."""
    for problem in PROBLEMS:
        person = _reporter(town, problem)
        person.runs("/problem")
        window = _opened(town, person)
        sent = person.submits(window, {"description": problem["text"], "institution": problem["owner"]})
        assert sent.errors == {}
        assert _owner_named(json.dumps(sent.reply.json, ensure_ascii=False), town, problem["owner"]), problem["id"]
        if person.modal is not None:
            person.closes(person.modal, everything=True)
