"""Moi aussi, on the wire: what is known is offered, one tap joins it, everybody hears, nobody learns who."""

from tests.house import Town, heard
from tests.stories.acting import card_with, cards, does, news, offered, press, report, seen, show, table
from tests.stories.joining import (
    AGAIN,
    FIRST,
    GWEN,
    LATE,
    NORA,
    ROSALIE,
    SECOND,
    joined,
    joins,
    joins_from_show,
    offers_of,
)
from tests.stories.looking import everything, shown_to, text_of, window
from tests.stories.promising import BASTIEN

FACILITATOR = "ADV-1"


def test_what_is_known_is_offered_across_languages(town: Town) -> None:
    """By reference, state, lead and neutral title; the other's words are not shown to who may not read them."""
    report(town, LATE, by=ROSALIE)
    offer = offers_of(town, GWEN)
    assert FIRST in offer.text
    assert "sommaire" not in text_of(offer)
    assert "Me too" in text_of(offer)
    assert town.slack.errors == []


def test_one_tap_joins_instead_of_duplicating(town: Town) -> None:
    """The report that was just made goes on under the first; its words are there for those who work on it."""
    joins(town)
    states = {each["reference"]: (each["state"], each["duplicate_of"]) for each in table(town, "problems")}
    assert states == {FIRST: ("routed", None), SECOND: ("closed", FIRST)}
    assert joined(town) == [(GWEN, "GTV")]
    assert "Oncology discharge summaries reach our clinic weeks late" in seen(town, BASTIEN, FIRST)
    assert "Oncology discharge" not in seen(town, ROSALIE, FIRST)
    card = card_with(town.person(BASTIEN), "problem.accept", FIRST)
    assert "Aussi constaté ailleurs\u00a0: GMF des Trois-Villages." in card.text


def test_who_joined_is_nobodys_to_know(town: Town) -> None:
    """Not in the history, nor on any card; from where it is seen is told, as of an author."""
    joins(town)
    known = town.community.person(GWEN)
    assert known is not None
    for reader in (ROSALIE, BASTIEN, NORA):
        assert known.name not in seen(town, reader, FIRST)
        assert known.name not in shown_to(town.person(reader))
    assert "a rejoint (GMF des Trois-Villages)" in seen(town, BASTIEN, FIRST)
    actors = {each["actor"] for each in table(town, "events") if each["kind"] in {"joined", "merged", "taken_in"}}
    assert actors == {None}


def test_who_joined_hears_what_the_author_hears_once(town: Town) -> None:
    """Accepted, promised, closed: reference and state, never what was written nor who reported."""
    joins(town)
    before = news(town, GWEN, FIRST)
    does(town, BASTIEN, "problem.accept", FIRST)
    does(town, BASTIEN, "problem.close", FIRST, closing="solved", reason="Le sommaire part le jour même")
    told = cards(town.person(GWEN), FIRST)[before:]
    assert [each.text.splitlines()[0] for each in told] == ["ONC-1 is accepted.", "ONC-1 is closed: solved."]
    assert all("Rosalie" not in each.text and "sommaire" not in each.text for each in told)
    assert offered(told[-1]) >= {"joining.verified", "joining.not_fixed"}
    assert len([each for each in heard(town.person(ROSALIE), FIRST) if "clos" in each and "réglé" in each]) <= 2


def test_a_no_of_who_joined_is_for_the_facilitator_and_opens_nothing(town: Town) -> None:
    """The author alone opens it again; what others say is kept beside it, once."""
    joins(town)
    does(town, BASTIEN, "problem.accept", FIRST)
    does(town, BASTIEN, "problem.close", FIRST, closing="solved", reason="Le sommaire part le jour même")
    press(town, GWEN, "joining.not_fixed", FIRST)
    town.deliver()
    assert {each["state"] for each in table(town, "problems")} == {"closed"}
    assert [each["verdict"] for each in table(town, "joinings")] == ["no"]
    assert any("rien n'a changé pour une personne" in each for each in heard(town.person(FACILITATOR), FIRST))
    assert "joining.not_fixed" not in offered(cards(town.person(GWEN), FIRST)[-1])


def test_it_is_joined_from_what_is_shown_and_left_with_one_tap(town: Town) -> None:
    """Joined twice is joined once; who left hears nothing more."""
    report(town, LATE, by=ROSALIE)
    joins_from_show(town, NORA)
    assert joined(town) == [(NORA, "PCO")]
    again = show(town, NORA, FIRST)
    assert "problem.leave" in offered(again)
    assert "problem.join" not in offered(again)
    town.person(NORA).presses(again, "problem.leave")
    town.deliver()
    assert joined(town) == []
    before = news(town, NORA, FIRST)
    does(town, BASTIEN, "problem.accept", FIRST)
    assert news(town, NORA, FIRST) == before


def test_a_list_lets_one_join(town: Town) -> None:
    """A menu under a narrowed list."""
    report(town, LATE, by=ROSALIE)
    listed = town.person(NORA).runs("/sc list onc").message
    assert listed is not None
    town.person(NORA).chooses(listed, "problem.join", f"problem.join {FIRST}")
    assert joined(town) == [(NORA, "PCO")]


def test_the_authors_card_says_what_is_known_as_long_as_nothing_was_done(town: Town) -> None:
    """A window shows it, each with its button; once it is acknowledged it goes."""
    report(town, LATE, by=ROSALIE)
    offers_of(town, GWEN)
    gwen = town.person(GWEN)
    card = card_with(gwen, "problem.similar", SECOND)
    gwen.presses(card, "problem.similar")
    opened = window(town, gwen)
    assert FIRST in text_of(opened)
    does(town, BASTIEN, "problem.acknowledge", SECOND)
    assert not any("problem.similar" in offered(each) for each in cards(gwen, SECOND))
    gwen.presses(opened, "problem.join")
    town.deliver()
    assert joined(town) == [(GWEN, "GTV")]
    states = {each["reference"]: each["state"] for each in table(town, "problems")}
    assert states[SECOND] == "acknowledged", "what somebody works on is the facilitator's to merge"


def test_the_window_of_a_report_offers_it_below_its_answer(town: Town) -> None:
    """The same words, in the window that takes the report's place."""
    report(town, LATE, by=ROSALIE)
    gwen = town.person(GWEN)
    gwen.runs("/problem")
    gwen.submits(window(town, gwen, "description"), {"description": AGAIN})
    assert "problem.join" in text_of(gwen.modal)


def test_what_is_restricted_is_never_offered_nor_joined(town: Town) -> None:
    """Its reference is answered as if it did not exist."""
    report(town, LATE, by=ROSALIE)
    show_ = show(town, FACILITATOR, FIRST)
    town.person(FACILITATOR).chooses(show_, "problem.more", f"problem.restrict {FIRST}")
    town.deliver()
    report(town, AGAIN, by=GWEN)
    assert town.slack.wait_for(lambda: town.house.bot.quick.is_idle)
    own = [each for each in town.person(GWEN).messages if each.ephemeral_to or each.channel.startswith("D")]
    assert not any(FIRST in text_of(each) for each in own)


def test_who_keeps_their_director_out_leaves_no_place(town: Town) -> None:
    """The institution of who joined with such a report is not told, nor do their own director's eyes read it."""
    report(town, LATE, by=ROSALIE)
    gwen = town.person(GWEN)
    gwen.runs("/problem")
    modal = window(town, gwen, "description")
    gwen.presses(modal, "problem.report_more")
    assert town.slack.wait_for(lambda: "flags" in text_of(gwen.modal))
    assert gwen.modal is not None
    gwen.submits(gwen.modal, {"description": AGAIN, "flags": ("keep_out",)})
    assert gwen.modal is not None
    gwen.presses(gwen.modal, "problem.join")
    town.deliver()
    assert joined(town) == [(GWEN, None)]
    read = seen(town, BASTIEN, FIRST)
    assert "une personne qui le constate aussi · l'a rejoint" in read
    assert "a rejoint (" not in read
    assert "Aussi constaté" not in read


def test_no_table_ties_a_name_to_what_others_may_read(town: Town) -> None:
    """Outside of the table of who joined, and of what was sent to them, nothing holds the person."""
    report(town, LATE, by=ROSALIE)
    joins_from_show(town, NORA)
    held = [row for row in everything(town.house.settings.database_url).splitlines() if f"'{NORA}'" in row]
    assert all("left_at" in row or "'slack_id'" in row or "officer" in row or "roles" in row for row in held), held
