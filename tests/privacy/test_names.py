"""A name goes from a text however it is written; what only looks like it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sc_bot.privacy import Names, redact_names
from sc_bot.privacy.names import letters
from sc_bot.privacy.normalise import comparable

ROY = Names(sure=["Anne Roy", "Roy Anne", "Roy, Anne"], family="Roy", others=["Marc Roy"])
COTE = Names(sure=["Marie Côté"], family="Côté")


@pytest.mark.parametrize(
    ("names", "text", "without"),
    [
        (ROY, "Anne Roy l'a dit", "[retiré] l'a dit"),
        (ROY, "ANNE  ROY et roy", "[retiré] et [retiré]"),
        (ROY, "A\u0301nne\u00a0Ro\u200by", "[retiré]"),
        (ROY, "Roy, Anne; d'Anne Roy", "[retiré]; d'[retiré]"),
        (ROY, "<@UROY>, _Roy_, Mme Roy.", "<@UROY>, _[retiré]_, Mme [retiré]."),
        (ROY, "Royer, Leroy, royal, troyen", "Royer, Leroy, royal, troyen"),
        (ROY, "Anne Royer", "Anne Royer"),
        (ROY, "Marc Roy attend Roy", "Marc Roy attend [retiré]"),
        (COTE, "de l'autre côté, à cote de", "de l'autre côté, à cote de"),
        (COTE, "Côté l'a dit à COTE", "[retiré] l'a dit à [retiré]"),
        (COTE, "marie cote", "[retiré]"),
        (Names(sure=["Fanny"]), "Fanny et Fannyette", "[retiré] et Fannyette"),
        (Names(sure=["", " "]), "Rien", "Rien"),
    ],
)
def test_a_name_goes_and_what_looks_like_it_stays(names: Names, text: str, without: str) -> None:
    """Whole words; an ordinary word in small letters is none; somebody else's name is theirs."""
    assert redact_names(text, names) == without
    assert redact_names(without, names) == without


@given(st.text())
def test_the_first_look_sees_the_letters_that_the_closer_one_sees(text: str) -> None:
    """Else it would pass a name by."""
    assert letters(text) == "".join(each for each in comparable(text).lower if "a" <= each <= "z")


def test_a_name_in_another_alphabet_goes_too() -> None:
    """It has no Latin letter by which it could be passed by."""
    assert redact_names("Анна Рой l'a dit", Names(sure=["анна рой"])) == "[retiré] l'a dit"
