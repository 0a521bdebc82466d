"""Side paths by which something private could slip out."""

from tests.house import Town
from tests.stories.acting import card_with, in_channel, press, press_on, report, seen, show, table, told_privately
from tests.stories.looking import NAM, shown_to, window
from tests.stories.test_privacy_people import newcomer

ROSALIE, DIRECTOR = "CVE-S1", "CVE-MD"
SLOW = "Le triage est lent chez nous"


def keeps_out(town: Town, **values: object) -> str:
    """Rosalie reports about her own CLSC, and keeps her director out; returns the reference."""
    rosalie = town.person(ROSALIE)
    rosalie.runs("/problem")
    rosalie.presses(window(town, rosalie), "problem.report_more")
    given = {"description": SLOW, "institution": "CVE", "flags": ["keep_out"], **values}
    rosalie.submits(window(town, rosalie, "severity"), given)
    town.deliver()
    return str(table(town, "problems")[-1]["reference"])


def test_a_director_who_is_kept_out_does_not_read_it_in_their_own_channel(town: Town) -> None:
    """Their institution's channel has no headline: it would say that there is something they may not open."""
    reference = keeps_out(town)
    assert in_channel(town, "cs-cve", reference) == []
    assert reference not in shown_to(town.person(DIRECTOR))


def test_keeping_ones_director_out_wins_over_showing_ones_name(town: Town) -> None:
    """Both boxes ticked: the name stays hidden, and the answer says so; the other way round could not be undone."""
    keeps_out(town, show_name=["yes"])
    (problem,) = table(town, "problems")
    assert (problem["name_shown"], problem["director_kept_out"]) == (False, True)
    assert SLOW not in shown_to(town.person(DIRECTOR))


def test_a_text_that_is_too_long_is_given_back_without_the_number_in_it(town: Town) -> None:
    """Refused before it was looked at: what goes back through Slack is looked at all the same."""
    rosalie = town.person(ROSALIE)
    rosalie.runs(f"/problem {NAM} {'mot ' * 2_600}fin")
    assert town.slack.wait_for(lambda: "mot fin" in shown_to(rosalie))
    assert "8055" not in shown_to(rosalie)


def test_a_number_typed_after_sc_is_not_repeated(town: Town) -> None:
    """Neither as an unknown word nor as a reference that nobody knows."""
    rosalie = town.person(ROSALIE)
    for line in (f"/sc {NAM}", f"/sc patient {NAM}", f"/sc show {NAM}", f"/sc show {NAM.replace(' ', '')}"):
        assert "8055" not in rosalie.runs(line).text
    report(town)
    assert "chimio" in rosalie.runs("/sc show ONC-1").text


def test_who_came_too_late_is_not_told_at_what_hour_the_author_acted(town: Town) -> None:
    """The author withdrew at 11:30: in a small team the hour would name them. That they did is enough."""
    report(town)
    bastien = town.person("HSF-MD")
    card = card_with(bastien, "problem.accept")
    town.clock.forward(hours=1)
    press(town, ROSALIE, "problem.withdraw")  # the director's card is not edited yet
    press_on(bastien, card, "problem.accept")
    told = told_privately(town, "HSF-MD", "avant vous")
    assert "11" not in told
    assert "La personne qui a signalé" in told


def test_a_newcomer_who_keeps_their_director_out_is_safe_before_saying_where_they_work(town: Town) -> None:
    """Any director may be theirs until they say: a delegate has it; then it is their own director who stays out."""
    noe = newcomer(town)
    noe.runs("/problem")
    noe.presses(window(town, noe), "problem.report_more")
    noe.submits(window(town, noe, "severity"), {"description": SLOW, "institution": "HSF", "flags": ["keep_out"]})
    town.deliver()
    assert SLOW in shown_to(town.person("SC-1"))
    assert SLOW not in shown_to(town.person("HSF-MD"))
    assert in_channel(town, "cs-hsf", "CS-1") == []
    asked = next(each for each in noe.messages if "people.place" in str(each.blocks))
    noe.presses(asked, "people.place")
    noe.submits(window(town, noe, "institution"), {"institution": "CVE"})
    assert "triage est lent" in seen(town, "HSF-MD", "CS-1")
    assert "CS-1 · " not in show(town, DIRECTOR, "CS-1").text
