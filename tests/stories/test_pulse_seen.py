"""Where the pulse is seen: a line in a list that comes anyway, a digest's short part; who begins one."""

from datetime import UTC, date, datetime, time

from sc_bot.ticking import follow_up
from tests.house import Town
from tests.presentation.gallery import as_text
from tests.stories.looking import buttons, text_of, window
from tests.stories.promising import VAL_SAUVAGE, lists, promise, told
from tests.stories.pulsing import BEGINS, CLSC, HOSPITAL, PUBLISHED, answers, invitation, looks, opens, sees_all, tick
from tests.stories.test_digests import digests

KERRY = "GTV-MD"
REMINDED, LATER = "2026-12-10", "2026-12-11"
GOOD = (4,) * 7


def at(town: Town, day: str, hour: time = time(8, 1)) -> None:
    """The ticks look, the worker sends."""
    town.clock.now = datetime.combine(date.fromisoformat(day), hour, VAL_SAUVAGE).astimezone(UTC)
    follow_up(town.house)
    town.deliver()


def test_one_list_reminds_those_who_have_not_answered_and_no_message_of_its_own(town: Town) -> None:
    """On one day, in a list that comes anyway; not those who answered; whoever has no list hears nothing."""
    promise(town, "le 9 décembre")
    tick(town, BEGINS)
    nurse = len(told(town, "HSF-S1", ""))
    at(town, "2026-12-09")
    at(town, REMINDED)
    at(town, LATER)
    reminding = [each for each in lists(town, "HSF-MD") if "pulse.open" in buttons(each)]
    assert len(reminding) == 1
    assert "encore deux minutes" in reminding[0].text
    assert len(told(town, "HSF-S1", "")) == nurse


def test_whoever_answered_is_not_reminded(town: Town) -> None:
    """The same list, without the line."""
    promise(town, "le 9 décembre")
    tick(town, BEGINS)
    answers(town, "HSF-MD", "CVE", GOOD)
    at(town, REMINDED)
    assert lists(town, "HSF-MD")
    assert [each for each in lists(town, "HSF-MD") if "pulse.open" in buttons(each)] == []


def test_a_general_manager_and_the_support_committee_read_it_in_the_next_digest(town: Town) -> None:
    """Once a wave has ended, beside the hard measures; those of one's own interfaces; no ranking."""
    promise(town, "le 20 janvier")
    at(town, "2026-11-19", time(11))
    tick(town, BEGINS)
    for who in (*HOSPITAL, *CLSC):
        answers(town, who, "CVE" if who in HOSPITAL else "HSF", GOOD)
    tick(town, PUBLISHED)
    at(town, "2026-12-21", time(7, 31))
    for who in ("HSF-DG", "SC-4"):
        person = town.person(who)
        if person.modal is not None:
            person.closes(person.modal)
        person.presses(digests(town, who)[-1], "digest.rest")
        shown = text_of(window(town, person))
        assert "assez souvent 4,0" in shown
        assert "bien acheminés d'emblée" in shown


def test_only_the_facilitator_begins_one_and_only_one_at_a_time(town: Town) -> None:
    """Whoever else tries is told; begun twice, it stands once."""
    assert "réservé à la facilitation" in town.person("HSF-DG").runs("/sc pulse begin").text
    assert "Le pouls a commencé" in town.person("ADV-1").runs("/sc pouls commencer").text
    assert "un pouls est en cours" in town.person("ADV-1").runs("/sc pouls commencer").text
    assert "deux minutes" in looks(town, "HSF-S1").text
    assert tick(town, BEGINS) == 0


def test_an_english_reader_is_asked_thanked_and_shown_in_english(town: Town) -> None:
    """From the invitation to the results: nothing of it is in the language of the others."""
    tick(town, BEGINS)
    assert "Two minutes for the pulse" in invitation(town, KERRY).text
    asked = as_text(opens(town, KERRY).blocks)
    assert "With which institution?" in asked
    assert "They respect the work that we do." in asked
    town.person(KERRY).closes(window(town, town.person(KERRY)))
    for who in HOSPITAL:
        answers(town, who, "GTV", (4, 4, 4, 4, 4, 4, 4))
    assert "nobody is shown it, so it cannot be changed" in answers(town, KERRY, "HSF", (2, 2, 2, 2, 2, 2, 2))
    answers(town, "GTV-S1", "HSF", (2, 2, 2, 2, 2, 2, 2))
    assert "nothing of it is shown before" in looks(town, KERRY).text
    assert "for the facilitator of the community" in town.person(KERRY).runs("/sc pulse begin").text
    tick(town, PUBLISHED)
    assert "5 people or more answered" in looks(town, KERRY).text
    shown = sees_all(town, KERRY)
    assert "often enough 3.2" in shown
    assert "Saint-Firmin Hospital" in shown
    assert "assez souvent" not in shown
