"""The circular reports of the region: detected, explained, told once, ended by a decision."""

import pytest

from sc_bot.domain.answers import Changed
from sc_bot.domain.deadlocks import Stage, Way
from sc_bot.domain.meetings import Kind
from sc_bot.presentation.history import whole
from sc_bot.presentation.meetings.items import title
from sc_bot.presentation.words import Words
from sc_bot.usecases.deadlocks.seeing import open_deadlocks
from sc_bot.usecases.meetings.looking import next_agendas
from sc_bot.usecases.meetings.making import make_agendas
from sc_bot.usecases.problems.facilitator import restrict_problem
from sc_bot.usecases.problems.seeing import see_problem
from tests.deadlocks.circular import CASES, stuck_in_a_circle
from tests.deadlocks.lives import Lives
from tests.house import region


def seen(lives: Lives, who: str, reference: str, language: str = "fr") -> str:
    """Everything that somebody reads of a problem."""
    view = see_problem(lives.database, lives.asked(who), reference).view
    return "\n".join(whole(Words(language, "America/Toronto"), view))


@pytest.mark.parametrize("name", CASES)
def test_a_circular_report_is_detected_explained_told_once_and_ended_by_a_decision(lives: Lives, name: str) -> None:
    """The moment the last promise waits: in words, with each promise and its institution, in the order of the waits."""
    case = CASES[name]
    reference, promises = stuck_in_a_circle(lives, case)
    lives.looks()
    assert sorted(lives.signs(reference)) == ["circle", "unsolvable"]
    assert lives.told(reference, "deadlocked") == [["unsolvable", "circle"]]
    told = seen(lives, "SC-4", reference)
    names = [region().institution(each) for each in case.institutions]
    links = [f"{one} ({home.name.fr})" for one, home in zip(promises, names, strict=True) if home]
    assert " → ".join([*links, links[0]]) in told
    assert "Perçu comme insoluble par la personne qui a signalé" in told
    place = lives.place()
    with lives.database.reading() as uow:
        assert [each.problem for each in open_deadlocks(uow, place, Stage.SUPPORT)] == [lives.problem(reference).id]
        assert open_deadlocks(uow, place, Stage.STEERING) == []
    answer = lives.decides(reference, Way.LEAD, institution=case.institutions[0])
    assert isinstance(answer, Changed)
    with lives.database.reading() as uow:
        assert open_deadlocks(uow, place) == []
    assert lives.looks() == 0
    assert "Dans l'impasse" not in seen(lives, "SC-4", reference)
    assert "a levé l'impasse" in seen(lives, "SC-4", reference)


def test_a_promise_that_a_reader_may_not_see_is_in_the_circle_without_a_name(lives: Lives) -> None:
    """The other problem is restricted: its promise is neither named nor placed."""
    first, second = lives.reports(), lives.reports(to="CVE", by="HSF-S1")
    lives.accepts(first)
    lives.accepts(second, "CVE-MD")
    one, other = lives.promises(first), lives.promises(second, "CVE-MD")
    lives.waits(one, other)
    lives.waits(other, one, by="CVE-MD")
    restrict_problem(lives.database, lives.asked("ADV-1"), second)
    told = seen(lives, "SC-4", first)
    assert f"{one} (Hôpital Saint-Firmin-des-Monts) → un engagement que vous ne pouvez pas voir → {one}" in told
    assert second not in told
    assert other in seen(lives, "ADV-1", first)


def test_a_circle_that_is_broken_says_that_its_sign_is_gone_and_waits_all_the_same(lives: Lives) -> None:
    """A promise is kept: nothing leads back any more; only a decision ends it."""
    reference, promises = stuck_in_a_circle(lives, CASES["P-059"])
    lives.keeps(promises[1], "GTV-MD")
    lives.looks()
    assert "Ce signe a disparu." in seen(lives, "SC-4", reference)
    assert lives.deadlocks(reference)[-1].is_open


def _across(lives: Lives) -> tuple[str, str]:
    """Two problems, each of whose promises waits for that of the other; and one stuck for a reason of its own."""
    first, second = lives.reports(), lives.reports(to="CVE", by="HSF-S1")
    lives.accepts(first)
    lives.accepts(second, "CVE-MD")
    one, other = lives.promises(first), lives.promises(second, "CVE-MD")
    lives.waits(one, other)
    lives.waits(other, one, by="CVE-MD")
    lives.perceives(lives.reports(), "ADV-1")
    return first, second


def _agenda(lives: Lives, who: str) -> list[str]:
    """The deadlocks on the agenda of the support committee, as somebody reads them."""
    views = next_agendas(lives.database, lives.asked(who))
    (view,) = [each for each in views if each.committee.en == "Support committee"]
    return [title(Words("en", "America/Toronto"), each) for each in view.items if each.kind is Kind.DEADLOCK]


def test_a_circle_through_several_problems_is_one_item_that_names_the_others(lives: Lives) -> None:
    """Talked about once; once it is decided, what is still stuck of it comes onto the next agenda."""
    first, second = _across(lives)
    lives.on("2026-11-27")
    make_agendas(lives.database, lives.now)
    circle, _alone = _agenda(lives, "SC-4")
    assert circle.startswith(first)
    assert circle.endswith(f"in one circle with {second}")
    lives.decides(first, Way.LEAD, institution="HSF")
    lives.on("2026-12-11")
    make_agendas(lives.database, lives.now)
    assert next(iter(_agenda(lives, "SC-4"))).startswith(second)


def test_an_agenda_names_no_problem_of_the_circle_that_its_reader_may_not_know_of(lives: Lives) -> None:
    """The other one is restricted: who facilitates reads of it, a member of the committee does not."""
    _first, second = _across(lives)
    restrict_problem(lives.database, lives.asked("ADV-1"), second)
    lives.on("2026-11-27")
    make_agendas(lives.database, lives.now)
    assert second not in "".join(_agenda(lives, "SC-4"))
    assert second in "".join(_agenda(lives, "ADV-1"))
