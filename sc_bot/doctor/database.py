"""The database: reachable, its schema current, its SQLite sound; what waits and what could not be sent."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta

from sc_bot.app import Clock
from sc_bot.doctor.findings import Finding, fix, look, well
from sc_bot.domain.figures import LONG_WAIT, Figures
from sc_bot.domain.slack_errors import CLOSED, is_an_outage
from sc_bot.ports import NotAvailable
from sc_bot.running import what_is_wrong
from storage.database import StoredDatabase
from storage.figures import read_figures
from storage.schema import newest
from storage.soundness import what_kept_it

AWAY = "start it, or correct DATABASE_URL"
FIXED_IN = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Since 3.7.0 a rare bug can damage a database in WAL mode; fixed here, and in the later ones of each series."""

ACCOUNTS = ("U", "W")  # how their ids begin
TWO = 2  # one says 100 minutes, and 47 hours


def about_database(database: StoredDatabase, clock: Clock) -> Iterator[Finding]:
    """Everything about the database; the first thing that fails ends it."""
    if database.engine.dialect.name == "sqlite":
        yield about_sqlite(sqlite3.sqlite_version)
    try:
        wrong = what_is_wrong(database)
    except NotAvailable as outage:
        yield about_outage(outage)
        return
    if wrong:
        yield fix("schema", wrong, "sc-bot db upgrade")
        return
    yield well("database", f"reachable ({database.engine.dialect.name}), schema {newest()}")
    figures = read_figures(database, clock())
    yield from about_messages(figures)
    yield from about_followups(figures)


def about_outage(outage: NotAvailable) -> Finding:
    """The database did not answer: it is away, or something is wrong with its file."""
    return fix("database", f"does not answer: {_reason(outage)}", what_kept_it(outage) or AWAY)


def about_sqlite(version: str) -> Finding:
    """Warn about a SQLite that can damage a database with several connections."""
    number = tuple(int(part) for part in version.split("."))[:3]
    series: dict[tuple[int, ...], tuple[int, ...]] = {each[:2]: each for each in FIXED_IN}
    is_sound = number >= FIXED_IN[0] or (number[:2] in series and number >= series[number[:2]])
    if is_sound:
        return well("sqlite", f"SQLite {version}")
    return look(
        "sqlite",
        f"SQLite {version} has a rare bug that can damage a database when two connections write",
        "use SQLite 3.51.3 or later (or 3.50.7, 3.44.6), or PostgreSQL; keep backups",
    )


def about_messages(figures: Figures) -> Iterator[Finding]:
    """What is stopped, what was given up, what waits too long."""
    for workspace, reason in figures.broken.items():
        yield fix(
            "sending",
            f"nothing is sent to workspace {workspace}: {reason}; messages wait, none is lost",
            "install the app again; with one workspace, set its SLACK_BOT_TOKEN and restart",
        )
    for reason, number in sorted(figures.dead_letters.items()):
        yield look("dead letters", f"{number} given up: {reason}", mend_of(reason))
    if figures.oldest_waiting > LONG_WAIT:
        yield fix(
            "worker",
            f"a message has waited for {_long(figures.oldest_waiting)}",
            "is `sc-bot run` or `worker` running?",
        )
    elif not figures.broken:
        yield well("sending", f"{sum(figures.messages.values())} messages so far, none overdue")


def about_followups(figures: Figures) -> Iterator[Finding]:
    """Whether what is owed is followed up: each thing has a next step, and steps are taken in time."""
    waited = figures.steps_waiting
    if waited > LONG_WAIT:
        what = f"a step of following up has waited for {_long(waited)}"
        yield fix("follow-ups", what, "is `sc-bot run` or `worker` running?")
    if figures.without_next_step:
        what = f"{figures.without_next_step} open problems or promises have no next step yet"
        yield look("follow-ups", what, "the worker mends it within five minutes; if it stays, look at its log")
    elif waited <= LONG_WAIT:
        yield well("follow-ups", f"{sum(figures.open_commitments.values())} promises owed, none forgotten")


def _long(time: timedelta) -> str:
    """In the unit in which one would say it."""
    hours = int(time / timedelta(hours=1))
    if hours < TWO:
        return f"{int(time / timedelta(minutes=1))} minutes"
    return f"{hours} hours" if hours < TWO * 24 else f"{time.days} days"


def mend_of(reason: str, to: str = "") -> str:
    """What to do about messages that were given up for this reason; then `sc-bot undelivered --again`.

    `to`: the Slack id to which they went: of an account that is gone, Slack calls the direct message archived.
    """
    if reason in CLOSED and to.startswith(ACCOUNTS):
        return DEAD_LETTERS["user_disabled"]
    if reason not in DEAD_LETTERS and is_an_outage(reason):
        return "Slack did not answer for hours: when it does, send them again"
    return DEAD_LETTERS.get(reason, "look up this error of Slack's, and the log of that hour")


DEAD_LETTERS = {
    "not_in_channel": "invite the bot into the institution's channel: /invite @sc_bot",
    "channel_not_found": "correct the channel in the community file and import it, or invite the bot there",
    "is_inactive": "unarchive the channel, or name another one in the community file",
    "is_archived": "unarchive the channel, or name another one in the community file",
    "not_worded": "a defect: the log says where; please report it",
    "user_not_found": "correct the person's slack_id in the community file and import it",
    "mail_not_set_up": "set SMTP_HOST and SMTP_FROM: these people are reached no other way",
    "mail_no_file": "files stay in Slack: give it to them another way",
    "mail_busy": "the mail server put it off for hours: ask who runs it, then send them again",
    "unknown_kind": "a newer version wrote it: end the old workers, then send them again",
    "mail_no_address": "add the person's email to the community file and import it",
    "mail_refused": "correct the person's email in the community file and import it",
    "mail_server_refuses": "correct SMTP_USER, SMTP_PASSWORD or SMTP_SECURITY",
    "mail_server_away": "correct SMTP_HOST and SMTP_PORT, or ask who runs the mail server",
    "mail_unknown": "ask the person whether it arrived; the mail server's log says more",
    "user_disabled": "the account is deactivated: correct slack_id, or add an email and a mail server",
    "shared_channel": "name a channel in the community file that no other organisation reads",
    "missing_scope": "add the scope (sc-bot manifest) and install the app again",
}


def _reason(outage: NotAvailable) -> str:
    """The first line of what the driver said; at this point nothing of a report can be in it."""
    cause = outage.__cause__
    said = str(getattr(cause, "orig", None) or cause or outage).strip()
    return said.splitlines()[0] if said else type(cause).__name__
