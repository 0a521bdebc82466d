"""From *Add to Slack* to the first message, and every way in which it does not get there."""

from sc_bot.playground.model import Message
from tests.installations.hosting import AUTRE, ESTRIE, FANNY, Hosting


def own(messages: list[Message]) -> list[str]:
    """What the bot wrote."""
    return [each.text for each in messages if each.from_bot]


def test_two_workspaces_install_it_and_each_hears_its_own(hosting: Hosting) -> None:
    """One bot, two regions: a report in one is told there, with the token of that one, and nowhere else."""
    other = hosting.slack.another(AUTRE, "autre-region")
    for slack in (hosting.slack, other):
        page = hosting.install(slack.workspace.team_id)
        assert page.status == 200
        assert f"--workspace {slack.workspace.team_id}" in page.text
        hosting.settle(slack)
    other.as_person(FANNY).runs("/problem Le résumé arrive trois semaines trop tard @HSF")
    hosting.deliver()
    assert own(other.messages)
    assert not own(hosting.slack.messages)
    assert not hosting.slack.errors
    assert hosting.house.deliveries.counts().keys() == {"sent"}
    assert hosting.installation(ESTRIE) is not None
