"""A name goes from a text however it is written; what only looks like it stays."""

import pytest

from sc_bot.privacy import Names, redact_names

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
