"""The README names every command, option, setting, scope and slash verb, and its links lead somewhere."""

import re
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

import sc_bot
from handlers.registering import COMMANDS
from handlers.sc import VERBS
from sc_bot.commands.root import app
from sc_bot.manifest import APP_TOKEN_SCOPE, SCOPES
from sc_bot.settings import Settings

ROOT = Path(sc_bot.__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMON = {"--help", "--json"}  # said once for all commands


def commands(command: object, name: str = "sc-bot") -> dict[str, TyperCommand]:
    """Every command by its full name."""
    if isinstance(command, TyperGroup):
        below = (commands(each, f"{name} {key}") for key, each in command.commands.items())
        return {full: each for found in below for full, each in found.items()}
    assert isinstance(command, TyperCommand)
    return {name: command}


ALL = commands(typer.main.get_command(app))


@pytest.mark.parametrize("name", ALL)
def test_every_command_is_listed_with_its_options(name: str) -> None:
    """Its line in the table names it and each of its own options."""
    line = next((each for each in README.splitlines() if each.startswith(f"| `{name}")), None)
    assert line is not None, f"{name} is missing from the README"
    options = {option for each in ALL[name].params for option in each.opts if option.startswith("--")}
    assert not {option for option in options - COMMON if option not in line}


@pytest.mark.parametrize("name", ALL)
def test_every_command_explains_itself(name: str) -> None:
    """`--help` has a sentence for the command and for each of its parameters."""
    command = ALL[name]
    assert command.help
    assert all(getattr(each, "help", None) for each in command.params if each.name != "help")


@pytest.mark.parametrize("name", [name.upper() for name in Settings.model_fields])
def test_every_setting_is_listed(name: str) -> None:
    """By the name that the environment uses."""
    assert f"`{name}`" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_slash_command_is_listed(command: str) -> None:
    """With its slash."""
    assert f"`{command}" in README


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb])
def test_every_verb_is_listed(verb: str) -> None:
    """In both languages."""
    table = [line for line in README.splitlines() if line.startswith("| `/")]
    assert any(re.search(rf"(`|/sc ){verb}\b", line) for line in table), f"/sc {verb} is missing from the README"


@pytest.mark.parametrize("scope", [*SCOPES, APP_TOKEN_SCOPE])
def test_every_scope_is_explained(scope: str) -> None:
    """In the table of rights, with what it is for."""
    assert f"| `{scope}` | " in README


def test_no_scope_is_explained_that_is_not_asked_for() -> None:
    """The table of rights holds nothing else."""
    named = set(re.findall(r"^\| `([a-z]+(?:[.:][a-z.:]+)?)` \|", README, re.MULTILINE))
    assert named == {*SCOPES, APP_TOKEN_SCOPE}


@pytest.mark.parametrize("page", ["README.md", *(str(each.relative_to(ROOT)) for each in ROOT.glob("docs/**/*.md"))])
def test_links_lead_to_files_that_exist(page: str) -> None:
    """Of each page of the documentation."""
    file = ROOT / page
    links = re.findall(r"\]\(((?!https?:)[^)#]+)", file.read_text(encoding="utf-8"))
    assert not [link for link in links if not (file.parent / link).exists()]
