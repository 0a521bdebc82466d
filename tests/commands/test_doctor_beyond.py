"""`sc-bot doctor` on who is beyond Slack: e-mail, and channels that others read."""

from sc_bot.doctor import Finding, Level
from sc_bot.doctor.mail import about_mail
from sc_bot.doctor.slack import about_channels
from sc_bot.ports import Place
from sc_bot.settings import Settings
from tests.house import Town, channel_ids
from tests.mail_server import MailServer
from tests.stories.outside import ARIANE_AT, ariane, know


def on_mail(town: Town, **settings: object) -> Finding:
    """What the doctor says about e-mail."""
    places = _places(town)
    found = about_mail(Settings.model_validate(settings), town.house.web_database, places)
    return next(each for each in found if each.about == "e-mail")


def _places(town: Town) -> list[Place]:
    with town.house.web_database.reading() as uow:
        return list(uow.communities.in_workspace(town.slack.workspace.team_id))


def test_without_a_mail_server_it_matters_once_somebody_is_reached_no_other_way(town: Town) -> None:
    """Nobody without Slack: well. One person: who sets it up hears what to set."""
    assert on_mail(town).level is Level.WELL
    know(town, ariane())
    found = on_mail(town)
    assert (found.level, "SMTP_HOST" in found.todo) == (Level.LOOK, True)
    assert ARIANE_AT not in found.what


def test_a_mail_server_is_tried_without_sending_anything(town: Town, server: MailServer) -> None:
    """It lets the bot in; asks for a password that it does not offer; is not there."""
    here = {"smtp_host": "127.0.0.1", "smtp_port": server.port, "smtp_from": "robot@exemple.test"}
    assert on_mail(town, **here, smtp_security="none").level is Level.WELL
    closed = on_mail(town, **here, smtp_security="none", smtp_user="robot", smtp_password="hush")
    assert (closed.level, "SMTP_PASSWORD" in closed.todo, "hush" in str(closed)) == (Level.FIX, True, False)
    in_clear = on_mail(town, **here, smtp_security="starttls")
    assert (in_clear.level, "SMTP_SECURITY" in in_clear.todo) == (Level.FIX, True)
    gone = on_mail(town, **here | {"smtp_port": 1}, smtp_security="none")
    assert (gone.level, "SMTP_PORT" in gone.todo) == (Level.FIX, True)
    assert server.taken == []


def test_a_channel_that_another_organisation_reads_is_named(town: Town) -> None:
    """Worth a look: what is posted there, and what is not."""
    shared = town.slack.workspace.named("cs-hsf")
    assert shared is not None
    shared.shared = True
    found = list(about_channels(town.house.settings, town.slack.bot_token, channel_ids(town.slack)))
    (told,) = [each for each in found if "another organisation" in each.what]
    assert (told.level, "#cs-hsf" in told.what, "#cs-cve" in told.what) == (Level.LOOK, True, False)
