"""Every element in which something is entered or chosen: how a visitor does it, and how Slack then reports it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator

from tests.browser.conftest import BASTIEN, FANNY, TEAM, TRIAGE
from tests.playground.samples import Json, option, plain

ONE, TWO, THREE = option("1", "un"), option("2", "deux"), option("3", "trois")
OPTIONS = {"options": [ONE, TWO, THREE]}
GROUPS = {
    "option_groups": [{"label": plain("peu"), "options": [ONE]}, {"label": plain("plus"), "options": [TWO, THREE]}]
}
HERS = ZoneInfo("America/Toronto")


def at(local: str) -> int:
    """Seconds since 1970, of a time where Fanny is."""
    return int(datetime.fromisoformat(local).replace(tzinfo=HERS).timestamp())


def picks(value: str) -> Callable[[Locator], object]:
    """Choose in a list."""
    return lambda field: field.select_option(value)


def fills(text: str) -> Callable[[Locator], object]:
    """Type, or choose a date."""
    return lambda field: field.fill(text)


def ticks(*names: str) -> Callable[[Locator], object]:
    """Tick what is not ticked yet, in a folded list or an open one."""

    def tick(field: Locator) -> None:
        if field.locator("summary").count():
            field.locator("summary").click()
        for name in names:
            field.get_by_label(name).check()

    return tick


def finds(words: str, *values: str) -> Callable[[Locator], object]:
    """Search, and choose among what the bot offers."""

    def find(field: Locator) -> None:
        field.get_by_role("searchbox").fill(words)
        field.locator(f"option[value='{values[0]}']").wait_for(state="attached")
        field.locator("select").select_option(list(values))

    return find


@dataclass(frozen=True)
class Sample:
    """One kind of element.

    Attributes:
        element: as the bot sends it, without its action id.
        initial: what the bot may prefill.
        prefilled: how Slack reports that, untouched.
        acts: what a visitor does.
        chosen: how Slack reports it then, where nothing was prefilled.
        empty: how Slack reports a field in which nothing stands.
        offered: what the bot answers to a search.
    """

    element: Json
    initial: Json
    prefilled: Json
    acts: Callable[[Locator], object]
    chosen: Json
    empty: Json
    offered: list[Json] = field(default_factory=list)


def _select(kind: str, initial: str, reported: str, acts: Callable[[Locator], object], *values: object) -> Sample:
    """A menu of one, or of several, whose values are plain; `values`: prefilled, chosen, empty."""
    before, after, nothing = values
    return Sample({"type": kind}, {initial: before}, {reported: before}, acts, {reported: after}, {reported: nothing})


SAMPLES: dict[str, Sample] = {
    "static": Sample(
        {"type": "static_select", "placeholder": plain("Lequel?"), **OPTIONS},
        {"initial_option": TWO},
        {"selected_option": TWO},
        picks("3"),
        {"selected_option": THREE},
        {"selected_option": None},
    ),
    "grouped": Sample(
        {"type": "static_select", **GROUPS},
        {"initial_option": THREE},
        {"selected_option": THREE},
        picks("2"),
        {"selected_option": TWO},
        {"selected_option": None},
    ),
    "user": _select("users_select", "initial_user", "selected_user", picks(BASTIEN), FANNY, BASTIEN, None),
    "channel": _select("channels_select", "initial_channel", "selected_channel", picks(TEAM), TRIAGE, TEAM, None),
    "conversation": _select(
        "conversations_select", "initial_conversation", "selected_conversation", picks(TEAM), TRIAGE, TEAM, None
    ),
    "statics": Sample(
        {"type": "multi_static_select", "placeholder": plain("Lesquels?"), **OPTIONS},
        {"initial_options": [ONE]},
        {"selected_options": [ONE]},
        ticks("trois"),
        {"selected_options": [THREE]},
        {"selected_options": []},
    ),
    "groups": Sample(
        {"type": "multi_static_select", **GROUPS},
        {"initial_options": [ONE, THREE]},
        {"selected_options": [ONE, THREE]},
        ticks("deux"),
        {"selected_options": [TWO]},
        {"selected_options": []},
    ),
    "users": _select("multi_users_select", "initial_users", "selected_users", ticks("Fanny"), [BASTIEN], [FANNY], []),
    "channels": _select(
        "multi_channels_select", "initial_channels", "selected_channels", ticks("#cs-team"), [TRIAGE], [TEAM], []
    ),
    "conversations": _select(
        "multi_conversations_select",
        "initial_conversations",
        "selected_conversations",
        ticks("#cs-team"),
        [TRIAGE],
        [TEAM],
        [],
    ),
    "external": Sample(
        {"type": "external_select", "min_query_length": 2},
        {"initial_option": ONE},
        {"selected_option": ONE},
        finds("de", "2"),
        {"selected_option": TWO},
        {"selected_option": None},
        [TWO, THREE],
    ),
    "externals": Sample(
        {"type": "multi_external_select", "min_query_length": 2},
        {"initial_options": [ONE, TWO]},
        {"selected_options": [ONE, TWO]},
        finds("de", "2", "3"),
        {"selected_options": [TWO, THREE]},
        {"selected_options": []},
        [TWO, THREE],
    ),
    "date": _select(
        "datepicker", "initial_date", "selected_date", fills("2026-11-20"), "2026-12-24", "2026-11-20", None
    ),
    "time": _select("timepicker", "initial_time", "selected_time", fills("08:05"), "23:45", "08:05", None),
    "moment": _select(
        "datetimepicker",
        "initial_date_time",
        "selected_date_time",
        fills("2026-07-20T08:05"),
        at("2026-11-20T16:30"),
        at("2026-07-20T08:05"),
        None,
    ),
    "radio": Sample(
        {"type": "radio_buttons", **OPTIONS},
        {"initial_option": TWO},
        {"selected_option": TWO},
        ticks("un"),
        {"selected_option": ONE},
        {"selected_option": None},
    ),
    "boxes": Sample(
        {"type": "checkboxes", **OPTIONS},
        {"initial_options": [ONE, TWO]},
        {"selected_options": [ONE, TWO]},
        ticks("trois"),
        {"selected_options": [THREE]},
        {"selected_options": []},
    ),
}
"""What stands in an actions block or in an input; beside a section all but the moment."""

TYPED: dict[str, Sample] = {
    "text": _select("plain_text_input", "initial_value", "value", fills("a < b & c"), "déjà là", "a < b & c", None),
    "lines": Sample(
        {"type": "plain_text_input", "multiline": True},
        {"initial_value": "un\ndeux"},
        {"value": "un\ndeux"},
        fills("trois\n\nquatre"),
        {"value": "trois\n\nquatre"},
        {"value": None},
    ),
    "email": _select(
        "email_text_input", "initial_value", "value", fills("a@example.org"), "b@c.org", "a@example.org", None
    ),
    "url": _select(
        "url_text_input", "initial_value", "value", fills("https://a.org"), "https://b.org", "https://a.org", None
    ),
    "whole": Sample(
        {"type": "number_input", "is_decimal_allowed": False, "min_value": "-5", "max_value": "10"},
        {"initial_value": "0"},
        {"value": "0"},
        fills("-3"),
        {"value": "-3"},
        {"value": None},
    ),
    "decimal": Sample(
        {"type": "number_input", "is_decimal_allowed": True},
        {"initial_value": "1.5"},
        {"value": "1.5"},
        fills("2.25"),
        {"value": "2.25"},
        {"value": None},
    ),
}
"""What stands in an input only."""
