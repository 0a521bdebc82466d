"""The facilitator merges two reports of one problem, and splits one report of two; authors stay hidden in both."""

from concurrent.futures import ThreadPoolExecutor

from sc_bot.domain.problems import Verdict
from sc_bot.domain.refusals import Refused
from sc_bot.usecases.asking import Asked
from sc_bot.usecases.joining.merging import merge_problem
from sc_bot.usecases.problems.author import verify_problem
from tests.house import Town, heard
from tests.stories.acting import cards, does, news, offered, report, seen, show, table, told_privately
from tests.stories.joining import AGAIN, FIRST, GWEN, LATE, NORA, ROSALIE, SECOND, joined, joins_from_show
from tests.stories.looking import NAM, text_of, window
from tests.stories.promising import BASTIEN

FACILITATOR = "ADV-1"
WORKSPACE = "T0ESTRIE0"


def _opens(town: Town, action: str, reference: str) -> None:
    shown = show(town, FACILITATOR, reference)
    facilitator = town.person(FACILITATOR)
    if f"{action} {reference}" in text_of(shown):
        facilitator.chooses(shown, "problem.more", f"{action} {reference}")
    else:
        facilitator.presses(shown, action)


def _merges(town: Town, reference: str = SECOND, into: str = FIRST) -> None:
    _opens(town, "problem.merge", reference)
    facilitator = town.person(FACILITATOR)
    facilitator.submits(window(town, facilitator, "into"), {"into": into})
    town.deliver()


def _splits(town: Town, text: str, institution: str | None = None) -> None:
    _opens(town, "problem.split", FIRST)
    facilitator = town.person(FACILITATOR)
    values: dict[str, object] = {"text": text, **({"institution": institution} if institution else {})}
    facilitator.submits(window(town, facilitator, "text"), values)
    town.deliver()


def test_a_merged_report_closes_and_its_author_goes_on_with_the_other(town: Town) -> None:
    """Its author is told once, may say no, and hears all that becomes of the other; what was written is known there."""
    report(town, LATE, by=ROSALIE)
    report(town, AGAIN, by=GWEN)
    _merges(town)
    kept = {
        each["reference"]: (each["state"], each["closing"], each["duplicate_of"]) for each in table(town, "problems")
    }
    assert kept == {FIRST: ("routed", None, None), SECOND: ("closed", "duplicate", FIRST)}
    assert joined(town) == [(GWEN, "GTV")]
    told = [each for each in cards(town.person(GWEN), SECOND) if "goes on under" in each.text]
    assert len(told) == 1
    assert "problem.not_fixed" in offered(told[0])
    assert AGAIN in seen(town, BASTIEN, FIRST)
    assert "y a joint ONC-2" in seen(town, BASTIEN, FIRST)
    before = news(town, GWEN, FIRST)
    does(town, BASTIEN, "problem.accept", FIRST)
    does(town, BASTIEN, "problem.close", FIRST, closing="solved", reason="Le sommaire part le jour même")
    assert news(town, GWEN, FIRST) == before + 2
    assert not any("under which" in each for each in heard(town.person(GWEN), SECOND)), "said once, not twice"


def test_an_author_who_disagrees_has_theirs_open_again(town: Town) -> None:
    """Their answer means that it is not the same."""
    report(town, LATE, by=ROSALIE)
    report(town, AGAIN, by=GWEN)
    _merges(town)
    told = next(each for each in cards(town.person(GWEN), SECOND) if "goes on under" in each.text)
    town.person(GWEN).presses(told, "problem.not_fixed")
    town.deliver()
    states = {each["reference"]: (each["state"], each["duplicate_of"]) for each in table(town, "problems")}
    assert states[SECOND] == ("routed", None)
    assert AGAIN not in seen(town, BASTIEN, FIRST)


def test_those_who_had_joined_what_is_merged_go_on_too(town: Town) -> None:
    """Nobody is lost on the way, and none is there twice."""
    report(town, LATE, by=ROSALIE)
    report(town, AGAIN, by=GWEN)
    joins_from_show(town, NORA, SECOND)
    joins_from_show(town, NORA, FIRST)
    _merges(town)
    under = next(each["id"] for each in table(town, "problems") if each["reference"] == FIRST)
    there = [each["person"] for each in table(town, "joinings") if each["problem"] == under]
    assert sorted(map(str, there)) == sorted([NORA, GWEN])


def test_the_window_names_what_is_like_it_and_refuses_what_cannot_be(town: Town) -> None:
    """The likest stands in the field; itself, a stranger or what is closed is said on the field."""
    report(town, LATE, by=ROSALIE)
    report(town, AGAIN, by=GWEN)
    _opens(town, "problem.merge", SECOND)
    facilitator = town.person(FACILITATOR)
    opened = window(town, facilitator, "into")
    assert FIRST in text_of(opened)
    for wrong in (SECOND, "ONC-99"):
        assert "into" in facilitator.submits(opened, {"into": wrong}).errors
    assert {each["state"] for each in table(town, "problems")} == {"routed"}


def test_a_part_becomes_a_problem_of_its_own(town: Town) -> None:
    """The same hidden author, told once; both histories say so; whoever has it gets its card."""
    report(town, LATE, by=ROSALIE)
    _splits(town, "Le pilulier ne suit pas le dernier changement de dose", "PCO")
    first, second = sorted(table(town, "problems"), key=lambda each: int(str(each["id"])))
    assert (second["reporter"], second["institution"], second["name_shown"]) == (ROSALIE, "PCO", first["name_shown"])
    reference = str(second["reference"])
    assert f"en a tiré {reference}" in seen(town, BASTIEN, FIRST)
    assert f"l'a tiré de {FIRST}" in seen(town, "PCO-MD", reference)
    assert "problem.accept" in offered(cards(town.person("PCO-MD"), reference)[-1])
    told = [each for each in heard(town.person(ROSALIE), FIRST) if "une partie se poursuit comme" in each]
    assert len(told) == 1
    assert "problem.withdraw" in offered(cards(town.person(ROSALIE), reference)[-1])
    assert "Rosalie" not in seen(town, "PCO-MD", reference)


def test_what_a_split_says_passes_the_privacy_gate(town: Town) -> None:
    """Nothing is stored of what identifies somebody."""
    report(town, LATE, by=ROSALIE)
    _opens(town, "problem.split", FIRST)
    facilitator = town.person(FACILITATOR)
    ended = facilitator.submits(window(town, facilitator, "text"), {"text": f"Le pilulier de {NAM}"})
    assert list(ended.errors) == ["text"]
    assert len(table(town, "problems")) == 1


def test_an_old_button_says_that_it_is_merged_already(town: Town) -> None:
    """Nothing happens a second time."""
    report(town, LATE, by=ROSALIE)
    report(town, AGAIN, by=GWEN)
    old = show(town, FACILITATOR, SECOND)
    _merges(town)
    facilitator = town.person(FACILITATOR)
    if "problem.merge" in text_of(old) and f"problem.merge {SECOND}" in text_of(old):
        facilitator.chooses(old, "problem.more", f"problem.merge {SECOND}")
    else:
        facilitator.presses(old, "problem.merge")
    assert "déjà agi" in told_privately(town, FACILITATOR, "déjà agi")
    assert [each["kind"] for each in table(town, "events")].count("merged") == 1


def test_two_who_merge_the_same_two_the_other_way_round_wait_for_each_other_and_one_of_them_wins(town: Town) -> None:
    """Or a circle of locks would tell one of them that the bot is not there. One stays open; nothing is lost."""
    report(town, LATE, by=ROSALIE)
    report(town, AGAIN, by=GWEN)
    for number in range(5):
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(_merged_at_once, town, *each, number) for each in ((FIRST, SECOND), (SECOND, FIRST))]
        said = [type(each.result()).__name__ for each in both]
        assert sorted(said) in (["Changed", "Faster"], ["Changed", "Refused"]), said
        standing = {each["reference"]: each["state"] for each in table(town, "problems")}
        assert sorted(map(str, standing.values())) == ["closed", "routed"]
        closed = next(reference for reference, state in standing.items() if state == "closed")
        author = ROSALIE if closed == FIRST else GWEN
        no = Asked(workspace=WORKSPACE, slack_id=_slack_id(town, author), request=f"no{number}", now=town.clock.now)
        verify_problem(town.house.bot.database, no, str(closed), Verdict.NO)


def _merged_at_once(town: Town, reference: str, into: str, number: int) -> object:
    who = _slack_id(town, FACILITATOR)
    asked = Asked(workspace=WORKSPACE, slack_id=who, request=f"{number} {reference}", now=town.clock.now)
    try:
        return merge_problem(town.house.bot.database, asked, reference, into)
    except Refused as no:
        return no


def _slack_id(town: Town, who: str) -> str:
    return next(str(each["slack_id"]) for each in table(town, "people") if each["key"] == who)
