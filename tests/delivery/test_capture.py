"""What one report costs: few statements, and not a single call to Slack before its answer."""

from threading import current_thread

from sqlalchemy import event

from tests.house import Town

MOST_STATEMENTS = 11
BRACKETS = ("BEGIN", "COMMIT", "ROLLBACK")


def test_a_report_takes_at_most_eleven_statements(town: Town) -> None:
    """From the request to its answer, once the community is known; the second of two reports is counted."""
    statements: list[str] = []
    fanny = town.person("HSF-S1")
    fanny.runs("/problem Le résumé de fin de chimio arrive en retard de l'hôpital")

    def note(*given: object) -> None:
        if not current_thread().name.startswith("quick"):  # what is like it is read after the answer
            statements.append(str(given[2]))

    event.listen(town.house.web_database.engine, "before_cursor_execute", note)
    fanny.runs("/problem Le rapport de radiothérapie ne suit pas le patient à l'hôpital")
    counted = [each[:60] for each in statements if not each.startswith(BRACKETS)]
    assert 0 < len(counted) <= MOST_STATEMENTS, counted


def test_no_answer_waits_for_slack(town: Town) -> None:
    """Until the worker starts, Slack was not called once: however slow it is, a report and a button do not feel it."""
    fanny, bastien = town.person("HSF-S1"), town.person("HSF-MD")
    fanny.runs("/problem Le résumé de fin de chimio arrive en retard de l'hôpital")
    assert town.slack.calls == []
    town.deliver()
    card = next(each for each in reversed(bastien.messages) if "problem.acknowledge" in str(each.blocks))
    delivered = len(town.slack.calls)
    bastien.presses(card, "problem.acknowledge")
    assert len(town.slack.calls) == delivered
