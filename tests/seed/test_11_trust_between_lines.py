"""Seed, 11: "trust between frontline, second line and third line players": asked by lines, never shown under five."""

from tests.house import Town
from tests.stories.pulsing import BEGINS, CLSC, HOSPITAL, PUBLISHED, answers, sees_all, tick

TRUSTING, WARY = (5, 4, 5, 4, 5, 4, 5), (3, 2, 3, 2, 3, 2, 3)


def test_lines_are_shown_from_five_people_on(town: Town) -> None:
    """The CLSC is first line; at the hospital one says which line it was."""
    tick(town, BEGINS)
    for who in CLSC:
        answers(town, who, "HSF", WARY, line="2")
    for who in ("HSF-S1", "HSF-S3"):
        answers(town, who, "CVE", TRUSTING)
    tick(town, PUBLISHED)
    said = sees_all(town, "HSF-DG")
    assert "1re ligne ↔ 2e ligne" in said
    assert "assez souvent 3,8" in said


def test_a_group_under_five_shows_a_dash_and_no_figure(town: Town) -> None:
    """Four people answered: nothing of it is shown, to nobody."""
    tick(town, BEGINS)
    for who in (*CLSC, "HSF-S1"):
        answers(town, who, "CVE" if who in HOSPITAL else "HSF", TRUSTING, line="2")
    tick(town, PUBLISHED)
    for who in ("HSF-DG", "CVE-S1", "ADV-1", "EXT-1"):
        said = sees_all(town, who)
        assert "trop peu de réponses" in said
        assert "assez souvent" not in said
