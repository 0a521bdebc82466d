"""The window of a report: three fields, and More for those who want it."""

from tests.house import Town, card_of
from tests.stories.looking import bodies, buttons, fields, rows, window


def test_without_text_a_window_of_three_fields_opens(town: Town, region_url: str) -> None:
    """What happens; who should act, "I don't know" by default; show my name. Sent, the answer takes its place."""
    fanny = town.person("HSF-S1")
    answered = fanny.runs("/problem")
    assert answered.message is None
    view = window(town, fanny)
    assert fields(view) == ["description", "institution", "show_name"]
    assert "problem.report_more" in buttons(view)
    said = fanny.submits(view, {"description": "La chimio commence trop tard"})
    assert rows(region_url, "problems")[0]["institution"] == "HSF"
    assert said.view is not None
    shown = str(said.view.blocks)
    assert "ONC-1" in shown
    assert "Bastien Morelière" in shown
    assert town.slack.errors == []


def test_only_spaces_open_the_window_too(town: Town) -> None:
    """Nothing but blanks is nothing."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem  \u00a0 \u2009 ")
    assert fields(window(town, fanny)) == ["description", "institution", "show_name"]


def test_a_window_without_words_says_so_on_its_field(town: Town, region_url: str) -> None:
    """Spaces, or what nobody can see, are no report."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    view = window(town, fanny)
    for nothing in ("   ", "\n\n", "\u200b\u2060"):
        sent = fanny.submits(view, {"description": nothing})
        assert list(sent.errors) == ["description"]
    assert rows(region_url, "problems") == []


def test_the_name_can_be_shown_from_the_window(town: Town) -> None:
    """Who ticks the box is named to those who work on it."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs("/problem")
    view = window(town, fanny)
    fanny.submits(view, {"description": "La chimio commence trop tard", "show_name": ["yes"]})
    town.deliver()
    assert "Fanny Castelneau" in card_of(bastien, "ONC-1").text


def test_more_shows_every_other_field_and_keeps_what_was_typed(town: Town) -> None:
    """Continuum, severity, institutions, clients, unsolvable, what should change, access, on behalf of someone."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    view = window(town, fanny)
    fanny.types(view, {"description": "La chimio commence trop tard", "institution": "CVE", "show_name": ["yes"]})
    fanny.presses(view, "problem.report_more")
    view = window(town, fanny, "severity")
    more = ["continuum", "severity", "concerned", "flags", "suggestion", "access_kind", "access"]
    more += ["for_whom", "on_behalf"]
    assert fields(view) == ["description", "institution", "show_name", *more]
    assert "problem.report_more" not in buttons(view)
    assert {"description", "institution", "show_name"} <= {field for field, _ in view.typed}
    assert view.typed["description", "value"] == "La chimio commence trop tard"


def test_everything_that_more_asks_is_kept(town: Town, region_url: str) -> None:
    """What is filled in there is in the record, each thing in its place."""
    fanny = town.person("HSF-S1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    given: dict[str, object] = {
        "description": "Le suivi est repris à zéro",
        "institution": "CVE",
        "continuum": "SM",
        "severity": "3",
        "concerned": ["GTV", "PCO"],
        "flags": ["clients", "unresolvable"],
        "suggestion": "Une seule feuille de suivi",
        "on_behalf": "Une collègue de soir",
    }
    fanny.submits(window(town, fanny, "severity"), given)
    problem = rows(region_url, "problems")[0]
    kept = {name: problem[name] for name in ("reference", "institution", "continuum", "severity", "concerned")}
    assert kept == {
        "reference": "SM-1",
        "institution": "CVE",
        "continuum": "SM",
        "severity": 3,
        "concerned": ["GTV", "PCO"],
    }
    assert problem["noticed_by_clients"]
    assert problem["unresolvable"]
    assert bodies(region_url) == ["Le suivi est repris à zéro", "Une seule feuille de suivi", "Une collègue de soir"]


def test_on_whose_behalf_is_told_to_the_facilitator_alone(town: Town) -> None:
    """A colleague who is named there is named to nobody who works on it."""
    fanny, bastien, anne = town.person("HSF-S1"), town.person("HSF-MD"), town.person("ADV-1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    behalf: dict[str, object] = {"on_behalf": "Une collègue de soir", "severity": "4", "show_name": ["yes"]}
    fanny.submits(window(town, fanny, "severity"), {"description": "La chimio commence trop tard", **behalf})
    town.deliver()
    whole = bastien.runs("/sc show ONC-1").message
    assert whole is not None
    assert "collègue de soir" not in str(whole.blocks)
    whole = anne.runs("/sc show ONC-1").message
    assert whole is not None
    assert "collègue de soir" in str(whole.blocks)


def test_a_workspace_without_a_community_gives_the_text_back(town: Town) -> None:
    """Where no community was imported nothing is kept, the person is told, and their text is returned."""
    visitor = town.slack.add_person("UALONE000", "Ann Onym", team_id=None)
    from_elsewhere = town.slack.as_person(visitor.id)
    town.slack.workspace.team_id = "TELSEWHERE"
    answer = from_elsewhere.runs("/problem The <discharge> summary is late")
    assert "The <discharge> summary is late" in str(answer.message and answer.message.blocks)
    assert from_elsewhere.runs("/problem").text != ""
