"""A promise from its making to its keeping, on the wire."""

from tests.house import Town
from tests.stories.acting import REFERENCE, card_with, does, news, report, table
from tests.stories.looking import text_of, window
from tests.stories.promising import BASTIEN, FIRST, ROSALIE, SABRINA, WHAT, accepted, on, promise, promise_more, told


def test_accepting_offers_the_first_promise(town: Town) -> None:
    """It is accepted at once; the window that opens asks for one concrete thing."""
    report(town)
    does(town, BASTIEN, "problem.accept")
    opened = window(town, town.person(BASTIEN), "what")
    assert REFERENCE in text_of(opened)
    assert table(town, "problems")[0]["state"] == "accepted"
    assert table(town, "commitments") == []


def test_a_promise_is_shown_before_it_is_kept(town: Town) -> None:
    """Words, then the date with its weekday, year and zone; nothing is stored until it is sent as it was shown."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": WHAT, "due": "d'ici le 4 décembre"})
    shown = window(town, director, "what")
    assert "vendredi 4\u00a0décembre 2026" in text_of(shown)
    assert "heure de l" in text_of(shown)
    assert table(town, "commitments") == []
    director.submits(shown, {})
    (kept,) = table(town, "commitments")
    assert (str(kept["due_day"]), kept["owner"], kept["institution"]) == ("2026-12-04", BASTIEN, "HSF")


def test_other_words_are_shown_again(town: Town) -> None:
    """A date that was shown for other words is not saved for these."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": WHAT, "due": "d'ici le 4 décembre"})
    director.submits(window(town, director, "what"), {"due": "d'ici le 11 décembre"})
    assert table(town, "commitments") == []
    director.submits(window(town, director, "what"), {})
    assert [str(each["due_day"]) for each in table(town, "commitments")] == ["2026-12-11"]


def test_two_readings_are_two_buttons(town: Town) -> None:
    """The words "vendredi prochain" are asked about; the chosen day is shown, then saved."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": WHAT, "due": "vendredi prochain"})
    asked = window(town, director, "what")
    director.submits(asked, {})  # without a choice it is asked again
    assert table(town, "commitments") == []
    director.presses(window(town, director, "what"), "commitment.due_2", "2026-11-27")
    assert town.slack.wait_for(lambda: "Choisi" in text_of(director.modal))
    director.submits(window(town, director, "what"), {})
    assert [str(each["due_day"]) for each in table(town, "commitments")] == ["2026-11-27"]


def test_a_day_off_is_accepted_with_a_warning_and_the_next_working_day(town: Town) -> None:
    """Saturday is a day like another for who wants it."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": WHAT, "due_on": "2026-12-05"})
    shown = window(town, director, "what")
    assert "jour de fin de semaine" in text_of(shown)
    director.presses(shown, "commitment.due_1", "2026-12-07")
    assert town.slack.wait_for(lambda: "Compris\u00a0: lundi 7" in text_of(director.modal))
    director.submits(window(town, director, "what"), {})
    assert [str(each["due_day"]) for each in table(town, "commitments")] == ["2026-12-07"]


def test_no_date_is_an_error_on_its_field(town: Town) -> None:
    """Why it cannot be read, and an example; what was typed stays."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    for due, field in (("bientôt", "due"), ("hier", "due"), ("", "due")):
        ended = director.submits(window(town, director, "what"), {"what": WHAT, "due": due})
        assert list(ended.errors) == [field], due
    ended = director.submits(window(town, director, "what"), {"due": "", "due_on": "2026-11-18"})
    assert list(ended.errors) == ["due_on"]
    assert table(town, "commitments") == []


def test_a_vague_promise_is_questioned_not_refused(town: Town) -> None:
    """To better communication: what will one see? It is kept as it is if its author wants it so."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    director.submits(window(town, director, "what"), {"what": "Améliorer la communication", "due": "d'ici vendredi"})
    shown = window(town, director, "what")
    assert "Que verra-t-on de différent?" in text_of(shown)
    director.submits(shown, {})
    assert len(table(town, "commitments")) == 1


def test_its_author_hears_of_it_and_the_cards_show_it(town: Town) -> None:
    """One new message, with the day; the director's card holds the promise."""
    accepted(town)
    before = news(town, ROSALIE)
    promise_more(town, "d'ici le 4 décembre")
    assert news(town, ROSALIE) == before + 1
    assert told(town, ROSALIE, "4\u00a0décembre")
    assert WHAT not in told(town, ROSALIE, "4\u00a0décembre")[-1].text  # her name is hidden: no subject
    assert WHAT in card_with(town.person(BASTIEN), "commitment.make").text


def test_typed_in_one_line_the_last_clause_is_the_date(town: Town) -> None:
    """`/sc promettre` opens the window with the promise and its date, already shown."""
    accepted(town)
    director = town.person(BASTIEN)
    director.runs(f"/sc promettre {REFERENCE} {WHAT}, d'ici le 4 décembre")
    shown = window(town, director, "what")
    assert "vendredi 4\u00a0décembre 2026" in text_of(shown)
    director.submits(shown, {})
    (kept,) = table(town, "commitments")
    assert str(kept["due_day"]) == "2026-12-04"
    assert WHAT in [each["body"] for each in table(town, "texts")]


def test_done_with_what_shows_it(town: Town) -> None:
    """Evidence is kept; a second press tells that it is done already."""
    promise(town, "d'ici le 4 décembre")
    director = town.person(BASTIEN)
    director.runs("/sc engagements")
    on(town, BASTIEN, "commitment.done", evidence="Le premier est parti ce matin")
    (kept,) = table(town, "commitments")
    assert kept["standing"] == "done"
    assert table(town, "followups")[0]["subject"] == "problem:1"  # the problem is followed on, the promise no more
    on(town, BASTIEN, "commitment.done")
    assert town.slack.wait_for(lambda: any("avez déjà agi" in each.text for each in director.messages))


def test_another_date_keeps_the_first_one_and_its_reason(town: Town) -> None:
    """The author hears of it; it is followed again on its new date; the third one is visible."""
    promise(town, "d'ici le 4 décembre")
    director = town.person(BASTIEN)
    for due in ("le 7 décembre", "le 8 décembre", "le 9 décembre"):
        director.runs("/sc engagements")
        on(town, BASTIEN, "commitment.redate", due=due, reason="Le poste est vacant")
        director.submits(window(town, director, "reason"), {})
        town.deliver()
    (kept,) = table(town, "commitments")
    assert (str(kept["due_day"]), kept["first_due"], kept["redated"]) == ("2026-12-09", "2026-12-04", 3)
    steps = [each for each in table(town, "events") if each["kind"] == "redated"]
    assert steps[0]["details"] == ["1", "2026-12-04", "2026-12-07"]
    assert told(town, ROSALIE, "est reporté")
    assert "3 reports" in card_with(director, "commitment.make").text


def test_somebody_else_must_accept(town: Town) -> None:
    """Until then it is the director's; a refusal says why, and it stays."""
    promise(town, "d'ici le 4 décembre", owner="UHSFS1000")
    assert [(each["owner"], each["offered_to"]) for each in table(town, "commitments")] == [(BASTIEN, "HSF-S1")]
    on(town, "HSF-S1", "commitment.decline", reason="Je suis en congé")
    assert [(each["owner"], each["offered_to"]) for each in table(town, "commitments")] == [(BASTIEN, None)]
    assert "Je suis en congé" in told(town, BASTIEN, "ne reprend pas cet engagement")[-1].text
    town.person(BASTIEN).runs("/sc engagements")
    on(town, BASTIEN, "commitment.hand", owner="UHSFS2000")
    on(town, "HSF-S2", "commitment.take")
    assert FIRST in told(town, BASTIEN, "reprend cet engagement")[-1].text
    assert [(each["owner"], each["offered_to"]) for each in table(town, "commitments")] == [("HSF-S2", None)]


def test_blocked_asks_the_person_who_is_needed(town: Town) -> None:
    """What is needed, of whom: they get a card that says so."""
    promise(town, "d'ici le 4 décembre")
    town.person(BASTIEN).runs("/sc engagements")
    on(town, BASTIEN, "commitment.blocked", needs="Un accès au dossier partagé", person="USC100000")
    (kept,) = table(town, "commitments")
    assert (kept["standing"], kept["needs_of"]) == ("blocked", SABRINA)
    assert told(town, SABRINA, "Un accès au dossier partagé")
    own = town.person(SABRINA).runs("/sc engagements").text or ""
    assert "Vous n'avez aucun engagement" in own
    assert "Bastien Morelière a besoin de vous" in own


def test_whoever_has_it_already_is_not_asked_to_take_it_over(town: Town) -> None:
    """Said on its field; nobody is told that somebody was faster."""
    promise(town, "d'ici le 4 décembre")
    director = town.person(BASTIEN)
    director.runs("/sc engagements")
    on(town, BASTIEN, "commitment.hand")
    assert list(director.submits(window(town, director, "owner"), {"owner": "UHSFMD000"}).errors) == ["owner"]


def test_given_up_says_why_and_the_author_hears(town: Town) -> None:
    """Openly: the reason is in the history."""
    promise(town, "d'ici le 4 décembre")
    town.person(BASTIEN).runs("/sc engagements")
    on(town, BASTIEN, "commitment.cancel", reason="Le ministère s'en charge")
    assert table(town, "commitments")[0]["standing"] == "cancelled"
    assert told(town, ROSALIE, "abandonné")


def test_what_identifies_somebody_is_not_promised(town: Town) -> None:
    """The privacy gate stands before each text of a promise."""
    accepted(town)
    director = town.person(BASTIEN)
    director.presses(card_with(director, "commitment.make"), "commitment.make")
    named: dict[str, object] = {"what": "Rappeler TESA 8055 1419", "due": "d'ici vendredi"}
    director.submits(window(town, director, "what"), named)
    ended = director.submits(window(town, director, "what"), {})
    assert list(ended.errors) == ["what"]
    assert table(town, "commitments") == []


def test_closing_the_problem_gives_up_what_is_still_promised(town: Town) -> None:
    """Nobody owes for what is closed; it stays in the history."""
    promise(town, "d'ici le 4 décembre")
    does(town, BASTIEN, "problem.close", closing="solved", reason="Le résumé part le jour même")
    assert table(town, "commitments")[0]["standing"] == "cancelled"
    assert table(town, "followups") == []
    assert FIRST not in str([each.text for each in told(town, BASTIEN, "en retard")])
