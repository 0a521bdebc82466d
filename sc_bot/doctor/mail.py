"""E-mail: is a mail server set, does it let us in, and does somebody need it?"""

from collections.abc import Iterator, Sequence

from sc_bot.doctor.findings import Finding, fix, look, well
from sc_bot.domain.community import Person
from sc_bot.domain.mail_answers import ServerRefuses, Taken
from sc_bot.ports import Database, Place
from sc_bot.settings import Settings
from sc_bot.smtp import SmtpMailer


def about_mail(settings: Settings, database: Database, places: Sequence[Place]) -> Iterator[Finding]:
    """Everything about e-mail; without a mail server only if somebody is reached no other way."""
    absent = without_slack(database, places)
    silent = [each for each in absent if not each.email]
    if silent:
        todo = "add their slack_id or email to the community file and import it"
        yield look("people", f"{len(silent)} with neither Slack account nor e-mail hear nothing", todo)
    if settings.sends_mail:
        yield _about_server(settings)
    elif settings.smtp_host is not None:
        yield fix("e-mail", "SMTP_HOST is set, SMTP_FROM is not", "set the address that e-mails come from")
    elif len(absent) > len(silent):
        what = f"no mail server is set; {len(absent) - len(silent)} people without a Slack account hear nothing"
        yield look("e-mail", what, "set SMTP_HOST and SMTP_FROM, and what the server asks for")
    else:
        yield well("e-mail", "no mail server is set, and nobody is known to need it")


def without_slack(database: Database, places: Sequence[Place]) -> list[Person]:
    """Everybody whom a community names and who has no account in its workspace."""
    with database.reading() as uow:
        everybody = [person for place in places for person in uow.communities.people(place.id)]
    return [each for each in everybody if not each.slack_id]


def _about_server(settings: Settings) -> Finding:
    where = f"{settings.smtp_host}:{settings.smtp_port} ({settings.smtp_security})"
    answer = SmtpMailer(settings).check()
    if isinstance(answer, Taken):
        return well("e-mail", f"the mail server {where} lets the bot in")
    if isinstance(answer, ServerRefuses):
        todo = "correct SMTP_HOST, SMTP_USER, SMTP_PASSWORD, SMTP_SECURITY or SMTP_FROM"
        return fix("e-mail", f"the mail server {where} does not let the bot in ({answer.why}); e-mails wait", todo)
    return fix("e-mail", f"the mail server {where} does not answer; e-mails wait", "correct SMTP_HOST and SMTP_PORT")
