"""Words typed to the bot: they answer the problem they are under, or are offered as a report; never silence."""

import json

from sc_bot.playground.screen import Screen
from tests.house import Town, card_of
from tests.stories.looking import ABOUT_CHEMO, NAM, bodies, buttons, rows, shown_to, window

SUSPECT = "C'est Mme Tremblay qui attend"


def newest(person: Screen) -> str:
    """The last thing that the bot said to somebody."""
    return [each.text for each in person.messages if each.from_bot][-1]


def reported(town: Town) -> tuple[Screen, Screen]:
    """Fanny reported, Bastien has it."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs(f"/problem {ABOUT_CHEMO}")
    town.deliver()
    return fanny, bastien


def test_both_write_to_each_other_under_the_cards_and_neither_learns_a_name(town: Town) -> None:
    """The director writes under their card, the author hears it; the author writes back, the director hears it."""
    fanny, bastien = reported(town)
    bastien.says("Depuis quand?", thread=card_of(bastien, "ONC-1", "problem.accept"))
    town.deliver()
    question = next(each for each in reversed(fanny.messages) if "problem.answer" in buttons(each))
    fanny.says("Depuis le mois d'août", thread=question)
    town.deliver()
    assert "Depuis le mois d'août" in newest(bastien)
    assert "Castelneau" not in shown_to(bastien)
    assert "HSF-S1" not in shown_to(bastien)
    assert fanny.person.id not in shown_to(bastien)


def test_the_author_may_write_first_under_their_own_card(town: Town, region_url: str) -> None:
    """Nobody needs to be asked: what the author adds under their card goes to whoever has it."""
    fanny, bastien = reported(town)
    own = next(each for each in fanny.messages if each.text.startswith("ONC-1 ·"))
    fanny.says("La fin de semaine surtout &amp; la nuit <souvent>", thread=own)
    town.deliver()
    assert bodies(region_url)[-1] == "La fin de semaine surtout &amp; la nuit <souvent>"
    assert "La fin de semaine surtout" in newest(bastien)


def test_whoever_asked_hears_the_answer(town: Town) -> None:
    """The facilitator asks, the author answers in the thread: the facilitator hears it as the director does."""
    fanny, bastien, anne = town.person("HSF-S1"), town.person("HSF-MD"), town.person("ADV-1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    fanny.submits(window(town, fanny, "severity"), {"description": ABOUT_CHEMO, "severity": "4"})
    town.deliver()
    anne.says("Lequel?", thread=card_of(anne, "ONC-1"))
    town.deliver()
    question = next(each for each in reversed(fanny.messages) if "problem.answer" in buttons(each))
    fanny.says("Le bleu", thread=question)
    town.deliver()
    assert "Le bleu" in newest(anne)
    assert "Le bleu" in newest(bastien)


def test_words_under_nothing_are_offered_as_a_report_and_not_kept(town: Town, region_url: str) -> None:
    """One tap opens the window with them, as they were typed; only then are they stored."""
    fanny = town.person("HSF-S1")
    fanny.says("La chimio de l'hôpital & le suivi <3 semaines")
    assert "chimio" not in json.dumps([rows(region_url, "outbox"), rows(region_url, "requests")], default=str)
    town.deliver()
    fanny.presses(fanny.messages[-1], "problem.report_typed")
    fanny.submits(window(town, fanny, "description"))
    assert bodies(region_url) == ["La chimio de l'hôpital & le suivi <3 semaines"]


def test_typed_words_that_identify_a_patient_are_mended_in_a_window(town: Town, region_url: str) -> None:
    """The bot says what it saw, and one tap opens the window without it."""
    fanny = town.person("HSF-S1")
    fanny.says(f"L'hôpital attend le formulaire de {NAM}")
    town.deliver()
    assert "assurance maladie" in newest(fanny)
    fanny.presses(fanny.messages[-1], "problem.report_typed")
    fanny.submits(window(town, fanny, "description"))
    assert bodies(region_url) == ["L'hôpital attend le formulaire de [retiré]"]


def test_an_answer_that_may_identify_somebody_is_written_again_in_a_window(town: Town, region_url: str) -> None:
    """Under a card no reason can be given: one tap opens the window in which it can."""
    fanny, bastien = reported(town)
    own = next(each for each in fanny.messages if each.text.startswith("ONC-1 ·"))
    fanny.says(SUSPECT, thread=own)
    town.deliver()
    fanny.presses(fanny.messages[-1], "problem.answer")
    view = window(town, fanny, "answer")
    again = fanny.submits(view, {"answer": SUSPECT})
    assert again.view is not None
    fanny.submits(again.view, {"confirm_reason": "Un nom inventé"})
    town.deliver()
    assert SUSPECT in newest(bastien)
    assert bodies(region_url) == [ABOUT_CHEMO, SUSPECT, "Un nom inventé"]


def test_too_many_words_are_refused_aloud(town: Town, region_url: str) -> None:
    """More than 10,000 characters: the limit is said; the message itself stays where it was typed."""
    fanny = town.person("HSF-S1")
    fanny.says("mot " * 2_600)
    town.deliver()
    assert "10" in newest(fanny)
    assert not bodies(region_url)


def test_a_file_or_an_empty_message_is_answered_too(town: Town) -> None:
    """Whatever a person sends to the bot, something comes back."""
    fanny = town.person("HSF-S1")
    fanny.says("")
    town.deliver()
    assert "problem.report_typed" in buttons(fanny.messages[-1])


def test_somebody_who_left_writes_under_an_old_card_and_nothing_is_kept(town: Town, region_url: str) -> None:
    """A director who was retired since types under the card they still see: nothing is kept, and they are told."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs("/problem")
    fanny.submits(window(town, fanny), {"description": "La chimio attend", "institution": "HSF"})
    town.deliver()
    card = card_of(bastien, "ONC-1")
    with town.house.web_database.unit_of_work() as uow:
        place = uow.communities.in_workspace(town.slack.workspace.team_id)[0]
        uow.communities.retire_person(place, "HSF-MD", actor=None, now=town.clock())
    bastien.says("Depuis quand?", thread=card)
    town.deliver()
    assert bodies(region_url) == ["La chimio attend"]
    assert "ONC-1" in newest(bastien)
    assert newest(bastien) != card.text


def test_the_first_report_says_what_the_bot_is_not_once(town: Town) -> None:
    """Incident declaration, complaint, disclosure, emergency: said with the first report, never again."""
    fanny = town.person("HSF-S1")
    fanny.runs(f"/problem {ABOUT_CHEMO}")
    fanny.runs(f"/problem {ABOUT_CHEMO} encore")
    town.deliver()
    firsts = [each.text for each in fanny.messages if each.from_bot and "plainte" in each.text]
    assert len(firsts) == 1
    for other_way in ("incident", "divulgation", "urgence"):
        assert other_way in firsts[0]
