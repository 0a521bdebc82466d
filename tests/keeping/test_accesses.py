"""Who looks at a hidden author's name is kept: the reader, the reference, by what; never the name."""

from sc_bot.domain.texts import TextKind
from tests.house import Town
from tests.keeping.telling import let_terms_end
from tests.stories.acting import does_from_show, report, show, whole
from tests.stories.looking import rows


def kept(url: str) -> list[tuple[object, object, object]]:
    """The access log."""
    return [(each["reader"], each["subject"], each["screen"]) for each in rows(url, "accesses")]


def test_the_facilitator_who_reads_a_hidden_name_is_noted(town: Town, region_url: str) -> None:
    """Once a day for each screen; no name stands in it."""
    report(town)
    shown = show(town, "ADV-1")
    show(town, "ADV-1")
    assert "Rosalie Thuotel" in whole(shown)
    assert kept(region_url) == [("ADV-1", "ONC-1", "problem")]
    assert "Rosalie" not in str(rows(region_url, "accesses"))


def test_a_card_that_shows_it_is_noted_when_it_is_sent(town: Town, region_url: str) -> None:
    """A report without an institution reaches the facilitator, with its author's name."""
    report(town, "Le formulaire se perd")
    assert kept(region_url) == [("ADV-1", "CS-1", "message")]


def test_it_is_noted_again_on_another_day(town: Town, region_url: str) -> None:
    """Each day on which it was read."""
    report(town)
    show(town, "ADV-1")
    town.clock.forward(days=1)
    show(town, "ADV-1")
    assert len(kept(region_url)) == 2


def test_who_reads_no_hidden_name_is_not_noted(town: Town, region_url: str) -> None:
    """Neither its author, nor its director, nor anybody once the name is shown."""
    report(town)
    show(town, "CVE-S1")
    show(town, "HSF-MD")
    does_from_show(town, "CVE-S1", "problem.show_name")
    show(town, "ADV-1")
    assert kept(region_url) == []


def test_for_whom_somebody_wrote_is_noted_also_under_a_shown_name(town: Town, region_url: str) -> None:
    """A name that is shown is its author's; what they say of somebody else is still for the facilitator alone."""
    report(town)
    with town.house.worker_database.unit_of_work() as uow:
        uow.history.write(uow.problems.by_id(1), TextKind.ON_BEHALF, "pour une collègue de nuit", town.clock())
    does_from_show(town, "CVE-S1", "problem.show_name")
    show(town, "CVE-S1")
    show(town, "HSF-MD")
    assert kept(region_url) == []
    assert "collègue de nuit" in whole(show(town, "ADV-1"))
    assert kept(region_url) == [("ADV-1", "ONC-1", "problem")]


def test_the_log_itself_has_a_term(town: Town, region_url: str) -> None:
    """Two years."""
    report(town)
    show(town, "ADV-1")
    let_terms_end(town, 23)
    assert kept(region_url) != []
    let_terms_end(town, 2)
    assert kept(region_url) == []
