"""`sc-bot manifest`: the Slack app has exactly what the bot uses."""

import json
import re
from pathlib import Path

import yaml

import handlers
import sc_bot
from handlers import registering
from sc_bot import manifest
from sc_bot.playground.methods import METHODS
from tests.commands.conftest import Cli

ROOTS = (Path(handlers.__file__).parent, Path(sc_bot.__file__).parent)
OPERATORS_ONLY = {"apps.connections.open"}  # asks with the app token, which has a scope of its own


def test_every_command_shortcut_and_event_has_its_handler() -> None:
    """What Slack offers is what the bot takes, and the other way round."""
    assert set(manifest.COMMANDS) == set(registering.COMMANDS)
    assert set(manifest.MESSAGE_SHORTCUTS) == set(registering.SHORTCUTS)
    heard = (*manifest.BOT_EVENTS, *manifest.ORGANISATION_EVENTS)
    assert {each.partition(".")[0] for each in heard} == set(registering.EVENTS)


def test_every_scope_is_used_and_every_method_has_its_scope() -> None:
    """Least rights: each method that the code calls finds a scope, each scope belongs to a method that is called."""
    needed = {name: METHODS[name].scopes for name in _methods_called() - OPERATORS_ONLY if METHODS[name].scopes}
    granted = manifest.SCOPES.keys()
    assert not {name for name, scopes in needed.items() if granted.isdisjoint(scopes)}
    explained = {scope for scopes in needed.values() for scope in scopes} | {"commands"}
    assert set(granted) <= explained


def _methods_called() -> set[str]:
    """Slack methods that are named in the code, the playground aside."""
    sources = [path for root in ROOTS for path in root.rglob("*.py") if "playground" not in path.parts]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources if path.name != "slack.py")
    return set(re.findall(r'"([a-z]+\.[a-zA-Z.]+)"', text)) & METHODS.keys()


def test_the_output_is_yaml_and_the_same_in_json(cli: Cli) -> None:
    """Both forms describe the same app."""
    assert yaml.safe_load(cli("manifest").stdout) == json.loads(cli("manifest", "--json").stdout)


def test_socket_mode_needs_no_address_and_http_has_one_everywhere(cli: Cli) -> None:
    """With a URL each entrance points to /slack/events; without one, Socket Mode is on and no address is there."""
    here = json.loads(cli("manifest", "--url", "https://bot.example.org/", "--json").stdout)
    addresses = [each["url"] for each in here["features"]["slash_commands"]]
    addresses += [here["settings"][name]["request_url"] for name in ("event_subscriptions", "interactivity")]
    assert set(addresses) == {"https://bot.example.org/slack/events"}
    assert here["settings"]["socket_mode_enabled"] is False
    socket = json.loads(cli("manifest", "--socket", "--json").stdout)
    assert socket["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(socket)


def test_commands_are_escaped_and_texts_fit(cli: Cli) -> None:
    """Slack's limits for names and descriptions; people and channels arrive as ids."""
    features = json.loads(cli("manifest", "--json").stdout)["features"]
    assert all(each["should_escape"] for each in features["slash_commands"])
    assert all(len(each["description"]) <= 2000 for each in features["slash_commands"])
    assert all(len(each["name"]) <= 24 for each in features["shortcuts"])


def test_an_address_without_https_is_refused(cli: Cli) -> None:
    """Slack would refuse it later, with fewer words."""
    assert cli("manifest", "--url", "http://bot.example.org").exit_code == 2
