"""A window that cannot be opened, because the database does not say whose Slack to ask: nobody waits in silence."""

import pytest

from handlers.bot import Bot
from sc_bot.ports import NotAvailable
from tests.house import Town
from tests.stories.acting import press, report, table, told_privately
from tests.stories.promising import BASTIEN

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])  # both databases are in tests/faults


def gone(_bot: Bot, _body: object) -> str:
    """The database does not answer."""
    raise NotAvailable


def test_a_window_that_did_not_open_is_said(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command was answered by then; the words follow it."""
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Bot, "workspace_of", gone)
        town.person("HSF-S1").runs("/problem")
        town.house.bot.quick.wait()
    told_privately(town, "HSF-S1", "La fenêtre ne s'est pas ouverte")


def test_a_press_whose_workspace_is_not_known_is_told(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not recorded, in both languages; pressed again, it is."""
    report(town)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Bot, "workspace_of", gone)
        press(town, BASTIEN, "problem.acknowledge")
    told_privately(town, BASTIEN, "Not recorded")
    press(town, BASTIEN, "problem.acknowledge")
    assert table(town, "problems")[0]["state"] == "acknowledged"
