"""Whatever is typed: a clear answer, nothing broken, and what is not stored is given back."""

import json
import re

import pytest

from sc_bot.playground.model import Message
from tests.house import Town, card_of
from tests.stories.looking import bodies, rows, shown_to, window

TEXTS = {
    "several lines": "L'hôpital poste le résumé.\n\nDeux fois :\n\t- chimio\n\t- suivi",
    "emoji": "🏥 L'hôpital poste le résumé 👩🏽‍⚕️💊",
    "bidi controls": "L'hôpital \u202eetsop\u202c le résumé \u2066\u2069",
    "calling everybody": "<!channel> <!here> @channel l'hôpital poste le résumé",
    "markup": "*L'hôpital* poste & <https://exemple.ca|clic> <b>le</b> résumé &amp; `code` ~non~ > cité",
    "a formula": '=HYPERLINK("https://exemple.ca") de l\'hôpital',
    "braces": "L'hôpital {poste} {0} %s %(x)s",
    "the longest": "hôpital " * 1_250,
}


def test_typed_in_one_line_nothing_is_lost_and_nothing_breaks(town: Town, region_url: str) -> None:
    """Each text is kept as it was typed; every message about it is one that Slack takes."""
    fanny = town.person("HSF-S1")
    for text in TEXTS.values():
        assert "-" in fanny.runs(f"/problem {text}").text
    assert bodies(region_url) == [text.strip() for text in TEXTS.values()]
    town.deliver()
    assert {row["state"] for row in rows(region_url, "outbox")} == {"sent"}
    assert "<!channel>" not in "".join(each.text for each in town.person("HSF-MD").messages)
    assert town.slack.errors == []


def test_typed_in_a_window_nothing_is_decoded_twice(town: Town, region_url: str) -> None:
    """A window sends what was typed: `&lt;` is four letters there."""
    fanny = town.person("HSF-S1")
    for text in ("L'hôpital écrit &lt;b&gt; et &amp;", "<@UHSFMD000> <!channel>"):
        fanny.runs("/problem")
        fanny.submits(window(town, fanny, "description"), {"description": text})
    assert bodies(region_url) == ["L'hôpital écrit &lt;b&gt; et &amp;", "<@UHSFMD000> <!channel>"]


def test_people_and_channels_that_slack_turned_into_ids_are_words_again(town: Town, region_url: str) -> None:
    """`@somebody` and `#channel` read as they were typed, not as ids."""
    handle = town.person("CVE-S1").person.handle
    town.person("HSF-S1").runs(f"/problem @{handle} attend l'hôpital, voir #cs-hsf")
    assert bodies(region_url) == [f"@{handle} attend l'hôpital, voir #cs-hsf"]


def test_what_no_database_keeps_is_left_out(town: Town, region_url: str) -> None:
    """NUL and half a character cannot be typed; where they arrive all the same, the words around them are kept."""
    fanny = town.person("HSF-S1")
    assert "ONC-1" in fanny.runs("/problem La chimio de l'hôpi\x00tal").text
    fanny.runs("/problem")
    fanny.submits(
        window(town, fanny), {"description": "La chimio\x00 de l'hôpital \ud83d attend", "institution": "HSF"}
    )
    assert bodies(region_url) == ["La chimio de l'hôpital", "La chimio de l'hôpital  attend"]
    assert town.slack.errors == []


def given_back(messages: list[Message], shortest: int = 200) -> str:
    """The user's text as it can be copied from some messages, which are numbered."""
    pages = sorted(messages, key=lambda each: re.findall(r"\((\d) \D+ \d\)", each.text.splitlines()[0]))
    sections = [block["text"]["text"] for each in pages for block in each.blocks if block["type"] == "section"]
    return "".join(text for text in sections if len(text) > shortest)


@pytest.mark.parametrize("length", [10_001, 40_000])
def test_what_is_too_long_is_refused_and_given_back_whole(town: Town, region_url: str, length: int) -> None:
    """40,000 characters: the limit is said, nothing is stored, and every character can be copied."""
    fanny = town.person("HSF-S1")
    typed = "".join(f"mot{number:06d} " for number in range(length // 10 + 1))[:length].replace("0 ", "é<")
    answer = fanny.runs(f"/problem {typed}").message
    assert answer is not None
    assert "10" in answer.text.splitlines()[0]
    assert town.slack.wait_for(lambda: given_back(fanny.messages) == typed.strip())
    assert all(each.ephemeral_to == fanny.person.id for each in fanny.messages)
    assert not bodies(region_url)
    assert not rows(region_url, "problems")
    assert town.slack.errors == []


def test_a_long_text_with_a_patient_in_it_is_given_back_without_them(town: Town, region_url: str) -> None:
    """A window takes 3,000 characters: the rest of the text, without the number, is there to copy."""
    fanny = town.person("HSF-S1")
    fanny.runs(f"/problem {'a' * 4_000} NAM TESA 8055 1419 {'b' * 2_000}")
    window(town, fanny)
    assert town.slack.wait_for(lambda: "b" * 2_000 in given_back(fanny.messages))
    assert "8055" not in shown_to(fanny)
    assert "8055" not in json.dumps(window(town, fanny).payload)
    assert bodies(region_url) == []


def test_a_report_of_10000_characters_shows_their_beginning_and_are_all_there(town: Town) -> None:
    """A card shows 600 characters; "See all" shows everything."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs(f"/problem L'hôpital poste {'le résumé ' * 900} fin")
    town.deliver()
    card = card_of(bastien, "CS-1")
    assert len(card.text) < 1_500
    bastien.chooses(card, "problem.more", "problem.see CS-1")
    whole = window(town, bastien)
    assert " fin" in json.dumps(whole.blocks, ensure_ascii=False)
