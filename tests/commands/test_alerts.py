"""The alert rules: each watches a figure that exists, and leads to a page that says what to do."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from sc_bot.domain.beats import Watch
from sc_bot.domain.figures import Figures
from sc_bot.metrics import as_prometheus
from sc_bot.web.measuring import Serving

HOUSE = Path(__file__).parents[2]
(GROUP,) = yaml.safe_load((HOUSE / "deploy/prometheus-alerts.yml").read_text(encoding="utf-8"))["groups"]
RULES = {rule["alert"]: rule for rule in GROUP["rules"]}
EVERYTHING = Figures(
    messages={"queued": 1},
    oldest_waiting=timedelta(0),
    dead_letters={"is_archived": 1},
    posted_again=0,
    stopped={"T1": "token_revoked", "T2": "app_uninstalled"},
    removed=frozenset({"T2"}),
    not_renewed={"T1": "invalid_refresh_token"},
    open_problems={("T1", "routed"): 1},
    open_commitments={("T1", "due"): 1},
    without_next_step=0,
    steps_waiting=timedelta(0),
    reassigned=0,
    since_request=timedelta(0),
    taken_to_send=(timedelta(0), timedelta(0)),
)
WORKING = Watch(
    processes=1, since_success={"pulse": timedelta(0)}, failures={"pulse": 0}, resting={("T1", "*"): timedelta(1)}
)


def figures() -> set[str]:
    """The names of all series that the program shows."""
    serving = Serving()
    serving.requests.labels("/slack/events", "200").inc()
    serving.trouble("crashed")
    serving.seconds.labels("/slack/events").observe(0.1)
    page = as_prometheus(EVERYTHING, WORKING) + serving.text()
    return set(re.findall(r"^(sc_bot_\w+)", page, re.MULTILINE))


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links to them are written."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_watches_a_figure_that_exists(name: str) -> None:
    """A misspelt series would never raise an alarm."""
    watched = set(re.findall(r"\bsc_bot_\w+", RULES[name]["expr"]))
    assert watched <= figures()
    assert watched or 'up{job="sc_bot"}' in RULES[name]["expr"]


@pytest.mark.parametrize("name", sorted(RULES.keys() - {"ScBotDatabaseUnreachable"}))
def test_a_rule_does_not_add_up_what_each_web_process_says_of_the_same_database(name: str) -> None:
    """With one web process more, nothing else has changed: no alarm, and one where there would be one."""
    shared = set(re.findall(r"^(sc_bot_\w+)", as_prometheus(EVERYTHING, WORKING), re.MULTILINE))
    bare = re.sub(r"max(?: by \([\w, ]+\) ?)?\(sc_bot_\w+", "", RULES[name]["expr"])
    assert set(re.findall(r"\bsc_bot_\w+", bare)) & shared == set()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_leads_to_its_mend(name: str) -> None:
    """Whoever is woken reads what it means, and finds the page's own heading."""
    said = RULES[name]["annotations"]
    page, _, anchor = said["mend"].partition("#")
    assert anchor in anchors(HOUSE / page)
    assert RULES[name]["labels"]["severity"] in {"page", "ticket"}
    assert said["summary"].endswith(".")


def test_every_figure_of_trouble_has_its_rule_or_its_question() -> None:
    """What is shown is explained: each series stands in the page for those who watch, or in a rule."""
    page = (HOUSE / "docs/watching.md").read_text(encoding="utf-8")
    told = " ".join([page, *(rule["expr"] for rule in RULES.values())])
    plain = {"sc_bot_open_problems", "sc_bot_open_commitments", "sc_bot_reassigned_commitments"}
    bare = {re.sub(r"_(bucket|sum|count|created)$", "", each) for each in figures()} - plain
    assert {each for each in bare if each not in told and f"{each}_total" not in told} == set()
