"""A telephone's screen: few lines, few buttons, short labels; and Slack takes whatever people write."""

from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sc_bot.playground.block_kit.surfaces import findings_in_home, findings_in_message, findings_in_modal
from sc_bot.playground.posting import check_content
from tests.presentation.gallery import Blocks, as_text, labels
from tests.presentation.samples import LANGUAGES, SAID, WHO, of_author
from tests.presentation.screens import messages
from tests.presentation.windows import homes, windows

LONGEST_LABEL = 24
IN_AN_EDIT, IN_A_REPLY = 4_000, 40_000  # characters of text that Slack takes
CARDS = (
    "director",
    "triage",
    "author",
    "arbitration",
    "contributor",
    "decision card",
    "joint card", "joint check",
    "lesson headline",
    "lesson told",
    "agenda card",
    "minutes card",
    "headline",
    "told",
    "recorded",
)  # fmt: skip
HOSTILE = [
    "x" * 10_000,
    "\n" * 500,
    "é\n" * 2_000,
    "👩🏽\u200d⚕️" * 1_200,
    "\u202e<!channel> <@U1> <https://x|y> &amp; & *bold* _it_ `code` :smile: {0} {said} %s",
    "&<>" * 3_000,
    "*" * 700,
    "\u2066\u200f\u061c",
    "\u200b",
    " ",
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_has_five_lines_and_four_buttons_at_most(language: str) -> None:
    """What does not fit is one tap away; what people write is joined on one line."""
    for name, message in messages(language, "one\ntwo\n\nthree"):
        if name.startswith(CARDS):
            blocks: Blocks = message.blocks
            rows = [block for block in blocks if block["type"] == "actions"]
            lines = as_text([block for block in message.blocks if block["type"] != "actions"]).splitlines()
            assert len(lines) <= 5, (name, lines)
            assert sum(len(row["elements"]) for row in rows) <= 4, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_fits_its_button(language: str) -> None:
    """24 characters for buttons, menus, the title of a window and its ends; 75 for what is chosen."""
    for name, message in messages(language):
        assert [label for label in labels(message.blocks) if len(label) > LONGEST_LABEL] == [], name
    for name, window in chain(windows(language), homes(language)):
        ends = [window[each]["text"] for each in ("title", "submit", "close") if window.get(each)]
        assert [label for label in (*ends, *labels(window["blocks"])) if len(label) > LONGEST_LABEL] == [], name
        inputs = [block["element"] for block in window["blocks"] if block["type"] == "input"]
        chosen = [option["text"]["text"] for each in inputs for option in each.get("options", [])]
        assert [label for label in chosen if len(label) > 75 or label.endswith("…")] == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_hears_what_the_eye_sees(language: str) -> None:
    """The top-level text holds the same facts, but for a hidden author, who is told no more than the state."""
    for name, message in messages(language):
        if "hidden" not in name and message.blocks:
            seen = as_text([block for block in message.blocks if block["type"] != "actions"])
            said = seen.replace("*", "").replace("\n  ", "\n").strip()
            assert said.split() == message.text.split(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notifications_of_a_hidden_author_hold_the_reference_and_the_state_only(language: str) -> None:
    """Somebody may look over their shoulder: no words, no institution, nobody's name."""
    place = of_author(language).institution
    assert place is not None
    hidden = [(name, each) for name, each in messages(language) if "hidden" in name]
    assert len(hidden) > 15
    for name, message in hidden:
        for secret in (SAID, WHO, place.in_(language)):
            assert secret not in message.text, name
        assert SAID not in as_text(message.blocks), name


@pytest.mark.parametrize("said", HOSTILE, ids=lambda said: repr(said[:12]))
def test_slack_takes_every_screen_whatever_people_write(said: str) -> None:
    """Long, empty, turned around or dressed as a call to everybody: no block is refused and nothing is live."""
    _check("fr", said)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).map(lambda text: text * 40))
def test_slack_takes_every_screen_with_any_text(said: str) -> None:
    """The same for texts that nobody thought of."""
    _check("en", said)


def _check(language: str, said: str) -> None:
    for name, message in messages(language, said):
        assert findings_in_message(message.blocks) == [], name
        check_content({"text": message.text, "blocks": message.blocks})
        assert len(message.text) <= (IN_A_REPLY if name.startswith("given back") else IN_AN_EDIT), name
        blocks: Blocks = message.blocks
        live = [block["text"]["text"] for block in blocks if block.get("text", {}).get("type") == "mrkdwn"]
        for text in (message.text, *live):
            assert "<" not in text, name
            assert ">" not in text, name
    for name, window in windows(language, said):
        assert findings_in_modal(window) == [], name
    for name, home in homes(language, said):
        assert findings_in_home(home) == [], name
