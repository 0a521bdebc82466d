"""Seed, 12: "thereby reducing tensions between the partner organizations"."""

from datetime import date, timedelta

import pytest

from sc_bot.domain.due import Due
from sc_bot.domain.tone import blames
from sc_bot.presentation.digest_rest import rest
from sc_bot.usecases.commitments.making import Promise, make_commitment
from sc_bot.usecases.digests.looking_further import rest_of
from tests.house import Town
from tests.seed.ground import BASTIEN, Ground
from tests.stories.acting import press
from tests.stories.looking import text_of, window


@pytest.mark.parametrize(
    ("text", "is_hinted"),
    [
        ("Faute de lits, on attend", True),
        ("C'est la faute à l'hôpital", True),
        ("c’est leur faute", True),
        ("They are to blame for it", True),
        ("It is their own fault", True),
        ("Une négligence du CLSC", True),
        ("Le résumé part par la poste", False),
        ("Un défaut d'imprimante", False),
        ("The default form is outdated", False),
        ("Il faut une fiche", False),
    ],
)
def test_words_that_look_for_a_fault_are_recognised(text: str, is_hinted: bool) -> None:  # noqa: FBT001 - a table
    """Both languages, with and without accents and curly apostrophes; not what merely looks alike."""
    assert blames(text) is is_hinted


def test_the_hint_comes_after_and_blocks_nothing(town: Town) -> None:
    """The report is recorded as it was written, the return too; the hint is one grey line under the answer."""
    text = "C'est la faute à l'hôpital si le résumé de fin de chimio tarde"
    answer = town.person("CVE-S1").runs(f"/problem {text}").message
    assert answer is not None
    assert "ONC-1 est enregistré" in answer.text
    assert "Une simple suggestion" in answer.text
    town.deliver()
    press(town, BASTIEN, "problem.return")
    director = town.person(BASTIEN)
    director.submits(window(town, director, "reason"), {"reason": "C'est leur faute, pas la nôtre"})
    assert "Une simple suggestion" in text_of(director.modal)
    with town.house.web_database.reading() as uow:
        problem = uow.problems.get("T0ESTRIE0", "ONC-1")
        assert problem is not None
        assert problem.returned_by == ("HSF",)
        assert text in [each.body for each in uow.history.texts(problem.id)]


def test_no_name_stands_beside_lateness_in_what_institutions_show_each_other(ground: Ground) -> None:
    """The hospital's promise is late: another institution reads that, and nobody's name, in digest and workbook."""
    reference = ground.accepted(concerned=("CVE",))
    due = Due(date(2026, 11, 20))
    ground.does(BASTIEN, make_commitment, reference, Promise(what="L'envoyer le jour même", due=due, zone="UTC"))
    ground.now += timedelta(days=7)
    sheets = ground.tables("CVE-DG")
    (promise,) = sheets["promises"][1]
    assert (promise["late"] > 0, promise["person"]) == (True, None)
    names = [each.name for each in ground.place.community.people]
    told = [
        str(row)
        for key in ("by_institution", "by_interface", "promises", "problems", "history")
        for row in sheets[key][1]
    ]
    place, person = ground.place, ground.place.community.person("CVE-DG")
    assert person is not None
    with ground.database.reading() as uow:
        told.append(rest(rest_of(uow, place, person, ground.now.date(), ground.now)).text)
    assert [name for name in names for each in told if name in each] == []
