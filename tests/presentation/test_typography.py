"""The typography of Québec in French, plain English beside it, and how dates and hours are said."""

import re
from datetime import UTC, date, datetime

import pytest

from sc_bot.presentation.french_names import with_article
from sc_bot.presentation.words import NBSP
from tests.presentation.catalogue import translations
from tests.presentation.samples import words

MORNING = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)  # 8:05 in Val-Sauvage
EIGHT = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
MISTAKES = {
    "a colon without its no-break space": r"[^\u00a0]:(?![a-zà]+\})",
    "an opening mark without its no-break space": r"«[^\u00a0]",
    "a closing mark without its no-break space": r"[^\u00a0]»",
    "a space before ; ! or ?": r"\s[;!?]",
    "a straight quotation mark": r'"',
    "an English quotation mark": r"[“”]",
    "a curly apostrophe where the others are straight": "\u2019",
    "three dots for an ellipsis": r"\.\.\.",
    "two spaces": r"  ",
    "tu instead of vous": r"\b(tu|ton|tes|toi)\b",
    "mail instead of courriel": r"\be-?mail",
}


def _french() -> list[str]:
    return [each for _, said in translations() for each in said]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_french_follows_the_typography_of_quebec(mistake: str) -> None:
    """No-break spaces before a colon and inside guillemets, none before ; ! and ?; one apostrophe; vous."""
    assert [said for said in _french() if re.search(MISTAKES[mistake], said, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("Motif : trop tard", "a colon without its no-break space"),
        ("Motif: trop tard", "a colon without its no-break space"),
        ("« oui »", "an opening mark without its no-break space"),
        ("Pourquoi ?", "a space before ; ! or ?"),
        ("Pourquoi\u00a0?", "a space before ; ! or ?"),
    ],
)
def test_a_mistake_of_typography_is_seen(text: str, mistake: str) -> None:
    """The rules can fail; an article such as `{institution:le}` is not a colon."""
    assert re.search(MISTAKES[mistake], text)
    assert not re.search(MISTAKES[mistake], "Motif {institution:de}\u00a0: {said}. «\u00a0Oui\u00a0»?")


@pytest.mark.parametrize(
    ("day", "english", "french_"),
    [
        (date(2026, 11, 24), "Tuesday, November 24", f"mardi 24{NBSP}novembre"),
        (date(2026, 12, 1), "Tuesday, December 1", f"mardi 1er{NBSP}décembre"),
    ],
)
def test_a_day_is_said_with_its_weekday(day: date, english: str, french_: str) -> None:
    """The first of the month is 1er in French."""
    assert (words("en").day(day), words("fr").day(day)) == (english, french_)
    assert words("fr").full_day(day) == f"{french_} 2026"
    assert words("en").full_day(day) == f"{english}, 2026"


@pytest.mark.parametrize(
    ("instant", "english", "french_"),
    [
        (MORNING, "8:05 a.m.", "8 h 05"),
        (EIGHT, "8:00 a.m.", "8 h"),
        (datetime(2026, 11, 20, 5, 0, tzinfo=UTC), "12:00 a.m.", "0 h"),
        (datetime(2026, 11, 20, 17, 30, tzinfo=UTC), "12:30 p.m.", "12 h 30"),
        (datetime(2026, 11, 20, 23, 0, tzinfo=UTC), "6:00 p.m.", "18 h"),
    ],
)
def test_an_hour_is_said_as_each_language_does(instant: datetime, english: str, french_: str) -> None:
    """8 h 05 with no-break spaces, no minutes on the hour; a.m. and p.m. in English."""
    assert words("en").hour(instant).replace(NBSP, " ") == english
    assert words("fr").hour(instant).replace(NBSP, " ") == french_
    assert " " not in words("fr").hour(instant)


@pytest.mark.parametrize(
    ("now", "english", "french_"),
    [
        (MORNING, "In this morning's 8:00 a.m. list.", "Dans sa liste de ce matin, à 8 h."),
        (
            datetime(2026, 11, 19, 23, 0, tzinfo=UTC),
            "In tomorrow morning's 8:00 a.m. list.",
            "Dans sa liste de demain matin, à 8 h.",
        ),
        (
            datetime(2026, 11, 17, 23, 0, tzinfo=UTC),
            "In Friday morning's 8:00 a.m. list.",
            "Dans sa liste de vendredi matin, à 8 h.",
        ),
        (
            datetime(2026, 11, 10, 23, 0, tzinfo=UTC),
            "In the 8:00 a.m. list of Friday, November 20.",
            "Dans sa liste du vendredi 20 novembre, à 8 h.",
        ),
    ],
)
def test_the_list_is_this_mornings_tomorrows_or_that_of_a_day(now: datetime, english: str, french_: str) -> None:
    """One says when a list is read as one would say it aloud."""
    assert words("en").morning(EIGHT, now).replace(NBSP, " ") == english
    assert words("fr").morning(EIGHT, now).replace(NBSP, " ") == french_


@pytest.mark.parametrize(
    ("name", "the", "of", "to"),
    [
        ("Hôpital Saint-Firmin-des-Monts", "l'Hôpital", "de l'Hôpital", "à l'Hôpital"),
        ("CLSC Val-des-Érables", "le CLSC", "du CLSC", "au CLSC"),
        ("Maison du Détour", "la Maison", "de la Maison", "à la Maison"),
        ("Les Passerelles", "Les", "de Les", "à Les"),
    ],
)
def test_an_institution_gets_its_article_in_french(name: str, the: str, of: str, to: str) -> None:
    """*Nouveau pour l'Hôpital*, *Motif du CLSC*; a name of an unknown kind stands as it is."""
    said = [with_article(name, each).partition(" " + name.partition(" ")[2])[0] for each in ("le", "de", "à")]
    assert said == [the, of, to]


def test_a_number_and_a_list_are_said_as_each_language_does() -> None:
    """10,000 and 10 000; and, et."""
    assert words("en").number(10_000) == "10,000"
    assert words("fr").number(10_000) == f"10{NBSP}000"
    assert (words("en").both(["a", "b", "c"]), words("fr").both(["a", "b"])) == ("a, b and c", "a et b")


def test_quoted_words_stay_in_their_marks() -> None:
    """Marks that turn the direction of writing are not shown: they would turn our own words too."""
    assert words("fr").quoted("\u202eabc\u2066") == f"«{NBSP}abc{NBSP}»"
    assert words("en").quoted("abc") == "“abc”"
