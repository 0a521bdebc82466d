"""Promises in a few words, one a line, in both languages: who, what, by when; and what is missing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sc_bot.domain.community import Language
from sc_bot.domain.meeting_promises import Missing, PromiseLine
from sc_bot.domain.problems import Because, Problem, Severity, State
from sc_bot.usecases.meetings.promising import Reader
from tests.databases import empty_database
from tests.house import THURSDAY, Town, open_town

UNDERSTOOD = [
    ("fr", "Bastien envoie le sommaire d'ici vendredi", "HSF-MD", "Bastien envoie le sommaire", "2026-11-20"),
    ("fr", "Bastien envoie le sommaire vendredi", "HSF-MD", "Bastien envoie le sommaire", "2026-11-20"),
    ("fr", "- Ginette Aubertineau : vérifie la liste, avant le 4 décembre", "CVE-MD",
     "Ginette Aubertineau : vérifie la liste", "2026-12-03"),
    ("fr", "Le CLSC appelle Bastien au plus tard le 15 décembre", "CVE-MD", "Le CLSC appelle Bastien", "2026-12-15"),
    ("fr", "L'hôpital ouvre l'accès d'ici la fin du mois", "HSF-MD", "L'hôpital ouvre l'accès", "2026-11-30"),
    ("fr", "Trudelain revoit le formulaire demain", "HSF-S2", "Trudelain revoit le formulaire", "2026-11-20"),
    ("fr", "ÉTIENNE GOULARD forme l'équipe d'ici mercredi", "HSF-S4", "ÉTIENNE GOULARD forme l'équipe", "2026-11-25"),
    ("en", "Bastien sends the summary by Friday", "HSF-MD", "Bastien sends the summary", "2026-11-20"),
    ("en", "The hospital opens the access before December 15", "HSF-MD", "The hospital opens the access", "2026-12-14"),
    ("en", "Fanny calls the clinic tomorrow", "HSF-S1", "Fanny calls the clinic", "2026-11-20"),
]  # fmt: skip
LACKING = [
    ("fr", "Quelqu'un envoie le sommaire d'ici vendredi", Missing.WHO),
    ("fr", "Bastien envoie le sommaire", Missing.WHEN),
    ("fr", "Bastien envoie le sommaire d'ici vendredi prochain", Missing.WHICH_DAY),
    ("fr", "Bastien envoie le sommaire hier", Missing.WHEN),
    ("fr", "ZZZ-9 Bastien envoie le sommaire d'ici vendredi", Missing.PROBLEM),
    ("en", "Somebody sends the summary by Friday", Missing.WHO),
    ("en", "Bastien sends the summary soon", Missing.WHEN),
    ("en", "Bastien sends the summary by 03/04/2027", Missing.WHICH_DAY),
    ("en", "x" * 3_000, Missing.WHO),
    ("fr", "\u202e🙂 *&<!channel>", Missing.WHO),
]


@pytest.fixture(scope="module")
def settled() -> Iterator[Town]:
    """One town for all lines: nothing is written."""
    with empty_database("sqlite", region=True) as url, open_town(url) as town:
        yield town


def _read(town: Town, language: str, text: str, problem: Problem | None) -> PromiseLine:
    with town.house.web_database.reading() as uow:
        (place,) = uow.communities.in_workspace(town.slack.workspace.team_id)
        person, committee = place.community.person("MOD-1"), place.community.committee("support")
        assert person is not None
        assert committee is not None
        writer = replace(person, language=Language(language))
        here = problem and replace(problem, workspace=place.workspace, community=place.id)
        (line,) = Reader(uow, place, committee, writer, THURSDAY).read(text, here).lines
        return line


PROBLEM = Problem(
    id=1, workspace="T", community=1, reference="ONC-1", state=State.ACCEPTED, continuum="ONC", institution="HSF",
    owes="HSF", because=Because("named"), severity=Severity.DELAY, reporter="CVE-S1", reporter_institution="CVE",
    line=1, name_shown=False, reported_at=THURSDAY, answer_by=THURSDAY.date(), accepted_at=THURSDAY,
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "owner", "what", "due"), UNDERSTOOD)
def test_a_line_is_understood(settled: Town, language: str, text: str, owner: str, what: str, due: str) -> None:
    """The person by first, last or whole name, an institution by its director; the date at the end, marked or not."""
    line = _read(settled, language, text, PROBLEM)
    assert line.missing is None, line
    assert line.owner is not None
    assert (line.owner.id, line.what, str(line.due)) == (owner, what, due)


@pytest.mark.parametrize(("language", "text", "missing"), LACKING)
def test_a_line_that_is_not_understood_says_what_it_lacks(
    settled: Town, language: str, text: str, missing: Missing
) -> None:
    """Nothing is guessed: whatever people type, there is an answer."""
    assert _read(settled, language, text, PROBLEM).missing is missing


def test_without_a_problem_or_without_its_lead_nothing_can_be_promised(settled: Town) -> None:
    """Every promise belongs to a problem that somebody leads."""
    text = "Bastien envoie le sommaire d'ici vendredi"
    assert _read(settled, "fr", text, None).missing is Missing.PROBLEM
    unled = replace(PROBLEM, state=State.ROUTED, accepted_at=None)
    assert _read(settled, "fr", text, unled).missing is Missing.LEAD


def test_nobody_is_named_who_may_not_know_of_the_problem(settled: Town) -> None:
    """Of a restricted problem the moderator knows nothing; a director whom its author keeps out is not asked."""
    text = "Ginette vérifie la liste d'ici vendredi"
    kept_out = replace(PROBLEM, director_kept_out=True)
    assert _read(settled, "fr", text, kept_out).missing is Missing.NOT_THEIRS
