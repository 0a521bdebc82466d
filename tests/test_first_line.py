"""The thinnest line: a signed command in, a direct message out, a button back."""

from tests.house import Town, card_of, heard


def test_a_report_reaches_the_director_and_the_author_hears_that_it_was_accepted(town: Town) -> None:
    """Fanny reports, Bastien gets a card and accepts, Fanny is told."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    answer = fanny.runs("/problem Le résumé de fin de chimio part par la poste de l'hôpital")
    assert "ONC-1" in answer.text
    town.deliver()
    bastien.presses(card_of(bastien, "ONC-1", "problem.accept"), "problem.accept")
    town.deliver()
    assert any("ONC-1" in each for each in heard(fanny, "ONC-1")[1:])
    assert town.slack.errors == []
