"""A solution from the ground: proposed, tried until a day, told, rolled out; or not, and why."""

from concurrent.futures import ThreadPoolExecutor

from sc_bot.domain.refusals import Refused, Why
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.tryouts.trying import decline_tryout
from tests.house import Town
from tests.stories.acting import does, offered, press_on, seen, show, table, told_privately
from tests.stories.looking import fields, text_of, window
from tests.stories.promising import BASTIEN, ROSALIE, accepted, lists, morning, told
from tests.stories.test_twice import kinds

FANNY = "HSF-S2"
"""Of the frontline of the hospital, which has the problem."""
SOLUTION = "Envoyer le résumé par la messagerie sécurisée, à une seule clinique d'abord"
FIRST = "ONC-1?1"


def proposes(town: Town, who: str = ROSALIE, /, **values: object) -> None:
    """Propose a solution from what `/sc show` answers."""
    person = town.person(who)
    press_on(person, show(town, who), "tryout.propose")
    person.submits(window(town, person, "what"), {"what": SOLUTION, **values})
    town.deliver()


def acts(town: Town, action: str, /, **values: object) -> str:
    """The director's button about the first try-out, and its window; returns what the window says at the end."""
    person = town.person(BASTIEN)
    person.presses(show(town, BASTIEN), action, FIRST)
    person.submits(window(town, person, next(iter(values))), values)
    if fields(person.modal):
        person.submits(window(town, person, next(iter(values))), {})
    town.deliver()
    return text_of(person.modal)


def test_a_solution_is_tried_until_its_day_then_rolled_out_and_its_author_hears_each_step(town: Town) -> None:
    """The date is read back before it begins; on its day the list asks; rolled out, it is a promise like any other."""
    accepted(town)
    proposes(town)
    (heard,) = told(town, BASTIEN, "une solution est proposée")
    assert SOLUTION in heard.text
    assert {"tryout.start", "tryout.decline"} <= offered(heard)
    acts(town, "tryout.start", where="À l'unité 4", due="le 27 novembre")
    assert "jusqu'au vendredi 27" in seen(town, ROSALIE)
    assert len(told(town, ROSALIE, "est mise à l'essai")) == 1
    morning(town, "2026-11-26")
    assert not any("Fin d'un essai" in each.text for each in lists(town, BASTIEN))
    for at in ("2026-11-27", "2026-11-27"):
        morning(town, at)
    (asked,) = [each for each in lists(town, BASTIEN) if "Fin d'un essai" in each.text]
    town.person(BASTIEN).presses(asked, "tryout.result", FIRST)
    town.person(BASTIEN).submits(
        window(town, town.person(BASTIEN), "outcome"),
        {"outcome": "works", "said": "Reçu le jour même, dix fois sur dix"},
    )
    town.deliver()
    assert len(told(town, ROSALIE, "ça marche")) == 1
    said = acts(town, "tryout.roll_out", what=SOLUTION, due="le 11 décembre")
    assert "ONC-1.1" in said
    assert len(told(town, ROSALIE, "votre solution est généralisée")) == 1
    assert [each["standing"] for each in table(town, "tryouts")] == ["rolled_out"]
    assert kinds(town)[-2:] == ["committed", "tryout_rolled_out"]


def test_who_proposed_it_stays_hidden_unless_they_want_the_credit(town: Town) -> None:
    """The author of the report, or a colleague of the institution that has it: no name without their own tick."""
    accepted(town)
    proposes(town)
    proposes(town, FANNY, show_name=["yes"])
    name = town.community.person(FANNY)
    author = town.community.person(ROSALIE)
    assert name is not None
    assert author is not None
    shown = seen(town, BASTIEN)
    assert f"une idée de {name.name}" in shown
    assert author.name not in shown
    assert "une personne du terrain" in shown
    stored = [each["actor"] for each in table(town, "events") if each["kind"] == "tryout_proposed"]
    assert stored == [None, FANNY]


def test_not_tried_owes_a_reason_and_the_proposer_reads_it(town: Town) -> None:
    """A "no" is an answer; pressed again it has gone on meanwhile."""
    accepted(town)
    proposes(town, FANNY)
    old = show(town, BASTIEN)
    acts(town, "tryout.decline", reason="Pas avant le changement de logiciel")
    (heard,) = told(town, FANNY, "n'est pas mise à l'essai")
    assert "Pas avant le changement de logiciel" in heard.text
    town.person(BASTIEN).presses(old, "tryout.start", FIRST)
    told_privately(town, BASTIEN, "cet essai a avancé entre-temps")
    assert [each["standing"] for each in table(town, "tryouts")] == ["declined"]


def test_a_solution_that_nobody_answers_comes_back_on_the_list_until_it_is_answered(town: Town) -> None:
    """Fifteen working days after it was proposed, and again after as many; it is never forgotten."""
    accepted(town)
    proposes(town)
    asked = "Une solution est proposée"
    morning(town, "2026-12-09")
    assert not any(asked in each.text for each in lists(town, BASTIEN))
    morning(town, "2026-12-10")
    (heard,) = [each for each in lists(town, BASTIEN) if asked in each.text]
    assert "à essayer, ou dites pourquoi non" in heard.text
    town.person(BASTIEN).presses(heard, "tryout.decline", FIRST)
    town.person(BASTIEN).submits(window(town, town.person(BASTIEN), "reason"), {"reason": "Pas cette année"})
    town.deliver()
    morning(town, "2027-01-07")
    morning(town, "2027-01-08")
    assert len([each for each in lists(town, BASTIEN) if asked in each.text]) == 1


def test_two_answers_at_once_the_first_one_stands(town: Town) -> None:
    """A director and a delegate, or two windows of one person: one is kept, the other is told."""
    accepted(town)
    proposes(town)
    database, slack_id = town.house.web_database, town.person(BASTIEN).person.id

    def declines(number: int) -> bool:
        asked = Asked(workspace="T0ESTRIE0", slack_id=slack_id, request=f"twice-{number}", now=town.clock.now)
        try:
            decline_tryout(database, asked, FIRST, "Trop lourd", None)
        except Refused as refused:
            return refused.why is not Why.TRYOUT_OVER
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(declines, range(2))) == [False, True]
    assert kinds(town).count("tryout_declined") == 1


def test_a_problem_that_closes_tells_those_whose_solution_waited(town: Town) -> None:
    """Nobody who proposed something is left without an end; nothing is asked on its day any more."""
    accepted(town)
    proposes(town, FANNY)
    acts(town, "tryout.start", where="À l'unité 4", due="le 27 novembre")
    does(town, BASTIEN, "problem.close", closing="solved", reason="Réglé entre équipes")
    assert told(town, FANNY, "ONC-1")[-1].text.startswith("ONC-1")
    morning(town, "2026-11-27")
    assert not any("Fin d'un essai" in each.text for each in lists(town, BASTIEN))
