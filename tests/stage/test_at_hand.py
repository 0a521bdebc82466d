"""Slack within reach does what Slack on the wire does."""

from io import BytesIO

from sc_bot.domain.slack_answers import Ok, Refused
from sc_bot.playground.fake_slack import FakeSlack
from sc_bot.playground.stage.at_hand import SlackAtHand


def test_a_file_passes_without_the_wire() -> None:
    """Announced by a form, its bytes handed over, shared: while weeks pass, workbooks and charts come too."""
    slack = FakeSlack(pace=False)
    slack.add_person("UFANNY001", "Fanny")
    api = SlackAtHand(slack)
    opened = api.call("conversations.open", users="UFANNY001")
    announced = api.call("files.getUploadURLExternal", filename="a.xlsx", length=3)
    assert isinstance(opened, Ok)
    assert isinstance(announced, Ok)
    url, file = announced.text("upload_url"), announced.text("file_id")
    assert url
    assert api.upload(url, BytesIO(b"ab"), 3) == Refused(400)
    assert api.upload(url, BytesIO(b"abc"), 3) == Ok({})
    channel = slack.workspace.dm_with("UFANNY001").id
    shared = api.call("files.completeUploadExternal", files=[{"id": file}], channel_id=channel, initial_comment="Here")
    assert isinstance(shared, Ok)
    assert [each.text for each in slack.as_person("UFANNY001").messages] == ["Here"]
