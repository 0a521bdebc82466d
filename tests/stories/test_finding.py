"""Finding in Slack: lists that are narrowed and paged, the board, one problem with all that happened to it."""

import pytest

from sc_bot.domain.texts import TextKind
from sc_bot.playground.inputs import elements_of
from sc_bot.playground.model import Message
from sc_bot.presentation.words import NBSP
from tests.finding.town import plain_problem, promised, written
from tests.house import Town
from tests.stories.acting import REFERENCE, report, show
from tests.stories.looking import buttons, text_of, window
from tests.stories.promising import on, promise

BASTIEN, ROSALIE, EXTERNAL = "HSF-MD", "CVE-S1", "EXT-1"


def _many(town: Town, count: int) -> None:
    with town.house.web_database.unit_of_work() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        for each in range(count):
            problem = written(uow, plain_problem(place), description="Le résumé se perd", title=f"Résumé {each + 1}")
        promised(uow, problem, -2)


def _asks(town: Town, who: str, line: str) -> Message:
    answer = town.person(who).runs(line).message
    assert answer is not None
    return answer


def _now(town: Town, who: str, said: str) -> Message:
    """The answer that says so, once it has come."""

    def there() -> list[Message]:
        return [each for each in town.person(who).messages if said in each.text.replace(NBSP, " ")]

    assert town.slack.wait_for(lambda: bool(there())), [each.text for each in town.person(who).messages]
    return there()[-1]


def test_a_narrowed_list_says_what_it_understood_and_turns_its_pages(town: Town) -> None:
    """Ten lines, then the next ten in their place; a list that became longer meanwhile says so."""
    _many(town, 12)
    first = _asks(town, BASTIEN, "/sc liste hôpital ouverts")
    assert first.text.splitlines()[0] == "12 problèmes · ouverts · Hôpital Saint-Firmin-des-Monts"
    assert first.text.count("ONC-") == 10
    assert buttons(first) == ["problem.page"]
    bastien = town.person(BASTIEN)
    bastien.presses(first, "problem.page")
    second = _now(town, BASTIEN, "Page 2 de 2.")
    assert (second.text.count("ONC-"), buttons(second)) == (2, ["problem.page_back"])
    assert first.ts not in {each.ts for each in bastien.messages if each.ts != second.ts}
    _many(town, 1)
    bastien.presses(second, "problem.page_back")
    assert "13 problèmes" in _now(town, BASTIEN, "La liste a changé entre-temps").text
    assert town.slack.errors == []


def test_the_menu_under_the_list_narrows_it(town: Town) -> None:
    """What is chosen takes the place of the list; nothing found says what to do next."""
    report(town)
    bastien = town.person(BASTIEN)
    bastien.chooses(_asks(town, BASTIEN, "/sc list"), "problem.filter", "CVE")
    nothing = _now(town, BASTIEN, "Aucun résultat : CLSC Val-des-Érables")
    assert "/sc liste" in nothing.text
    bastien.chooses(nothing, "problem.filter", "mine")
    assert REFERENCE in _now(town, BASTIEN, "les vôtres").text
    bastien.opens_home()
    assert town.slack.wait_for(lambda: bastien.home is not None)
    assert bastien.home is not None
    bastien.presses(bastien.home, "problem.list")
    assert town.slack.wait_for(lambda: bastien.modal is not None)
    assert bastien.modal is not None
    bastien.chooses(bastien.modal, "problem.filter", "overdue")
    assert town.slack.wait_for(lambda: "Aucun résultat" in text_of(bastien.modal))
    assert town.slack.errors == []


def test_a_question_is_repeated_without_what_identifies_a_patient(town: Town) -> None:
    """The words of a search are shown again and carried by buttons: a number among them is not."""
    _many(town, 12)
    answer = _asks(town, BASTIEN, "/sc liste résumé TESA 8055 1419")
    assert "8055" not in f"{answer.text}{answer.blocks}"
    assert "avec les mots «\u00a0résumé" in answer.text


def test_who_reads_no_leads_learns_none_by_asking(town: Town) -> None:
    """The external intervener sees states; an institution, a word of a report or a delay is no way around that."""
    _many(town, 1)
    assert "ONC-1" in _asks(town, EXTERNAL, "/sc list onc").text
    for question in ("hsf", "perd", "overdue", "mine", "board hsf"):
        verb = question if question.startswith("board") else f"list {question}"
        assert "ONC-1" not in _asks(town, EXTERNAL, f"/sc {verb}").text, question
    assert "Hôpital" not in _asks(town, EXTERNAL, "/sc board").text


def test_the_board_is_one_line_a_problem_with_its_next_date_and_who_owes_it(town: Town) -> None:
    """Of one's own institution; for those who may not read a problem without its dates."""
    _many(town, 16)
    board = _asks(town, BASTIEN, "/sc tableau")
    lines = board.text.replace(NBSP, " ").splitlines()
    assert lines[0] == "Tableau · jeudi 19 novembre · Hôpital Saint-Firmin-des-Monts"
    place = "Hôpital Saint-Firmin-des-Monts"
    assert lines[1] == f"ONC-16 · Résumé 16 · acheminé · {place} · d'ici le mar. 17 nov. · Bastien Morelière"
    assert lines[2] == f"ONC-15 · Résumé 15 · acheminé · {place} · d'ici le dim. 22 nov. · Bastien Morelière"
    town.person(BASTIEN).presses(board, "problem.board")
    assert "ONC-1 · " in _now(town, BASTIEN, "Page 2 de 2.").text
    elsewhere = _asks(town, "PCO-S1", "/sc board hsf").text
    assert "ONC-16 · Résumé 16 · acheminé · Hôpital" in elsewhere
    assert "nov." not in elsewhere.splitlines()[1]
    assert "vide" in _asks(town, "PCO-S1", "/sc board").text


@pytest.mark.parametrize("value", ["", "1", "x 2 open", "-1 2 open", f"{'9' * 30} 1 open"])
def test_a_page_that_nobody_could_have_been_shown_is_refused_in_words(town: Town, value: str) -> None:
    """What a button carries decides nothing."""
    _many(town, 12)
    first = _asks(town, BASTIEN, "/sc list onc")
    every = [each for block in first.blocks for each in elements_of(block)]
    next(each for each in every if each["action_id"] == "problem.page")["value"] = value
    town.person(BASTIEN).presses(first, "problem.page")
    assert "ONC-" not in _now(town, BASTIEN, "rien n'a changé").text


def test_a_problem_is_shown_with_every_date_that_was_promised_and_where_its_card_stands(town: Town) -> None:
    """The link comes after the answer, to whoever has a card; without one there is nothing to open."""
    promise(town, "d'ici le 4 décembre")
    director = town.person(BASTIEN)
    for due in ("le 7 décembre", "le 8 décembre"):
        director.runs("/sc engagements")
        on(town, BASTIEN, "commitment.redate", due=due, reason="Le poste est vacant")
        director.submits(window(town, director, "reason"), {})
        town.deliver()
    shown = text_of(show(town, BASTIEN)).replace(NBSP, " ")
    assert "mardi 8 décembre · auparavant : vendredi 4 décembre et lundi 7 décembre" in shown
    link = _now(town, BASTIEN, "Votre fiche de ONC-1")
    (go,) = [each for block in link.blocks for each in elements_of(block)]
    assert "/archives/D" in go["url"]
    director.presses(link, "problem.card")
    show(town, "PCO-S1")
    assert town.slack.wait_for(lambda: town.house.bot.quick.is_idle)
    assert not any("https://" in text_of(each) for each in town.person("PCO-S1").messages)
    assert town.slack.errors == []


def test_a_long_history_goes_on_in_a_window_of_several_pages(town: Town) -> None:
    """Nothing is cut off in silence, and Slack takes every page."""
    report(town)
    with town.house.web_database.unit_of_work() as uow:
        problem = uow.problems.get("T0ESTRIE0", REFERENCE)
        assert problem is not None
        for each in range(60):
            uow.history.write(problem, TextKind.DETAILS, f"Ajout {each} " + "mot " * 1_000, problem.reported_at)
    shown = show(town, ROSALIE)
    assert "« Tout voir »" in text_of(shown).replace(NBSP, " ")
    rosalie = town.person(ROSALIE)
    rosalie.presses(shown, "problem.see")
    first = window(town, rosalie)
    assert "Ajout 1 " in text_of(first)
    rosalie.presses(first, "problem.turn")
    assert town.slack.wait_for(lambda: "problem.turn_back" in text_of(rosalie.modal))
    assert town.slack.errors == []
