"""What the tests look at: all that the database holds, all that stands in Slack, and terms that end."""

import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from sc_bot.upkeep import keep_terms
from tests.house import Town
from tests.stories.acting import does
from tests.stories.promising import promise

AUTHOR, AUTHORS_NAME, AUTHORS_SLACK = "CVE-S1", "Rosalie", "UCVES1000"
MONTHS = 30.5


def solved(town: Town) -> None:
    """A report of Rosalie's, accepted, promised and closed; everybody heard."""
    promise(town, "vendredi")
    town.deliver()
    does(town, "HSF-MD", "problem.close", closing="solved", reason="Le résumé part le jour même")


def said_in_slack(town: Town) -> str:
    """Everything that Slack holds of what the bot said; what was shown to one person for a moment aside."""
    standing = [each for each in town.slack.messages if each.from_bot and each.ephemeral_to is None]
    files = [f"{each.name}{each.title}{inside(each.content or b'')}" for each in town.slack.workspace.files.values()]
    homes = [str(each.blocks) for each in town.slack.workspace.homes.values()]
    return "\n".join([*(f"{each.text}{each.blocks}{each.files}" for each in standing), *files, *homes])


def inside(content: bytes) -> str:
    """All that a file says: a workbook and a set of tables are zips, whose letters nobody finds from outside."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(BytesIO(content)) as whole:
        return "\n".join(f"{each}\n{inside(whole.read(each))}" for each in whole.namelist())


def let_terms_end(town: Town, months: float = 0) -> None:
    """So much later the tick looks, the worker takes messages back, and the tick looks again."""
    town.clock.now += timedelta(days=months * MONTHS)
    keep_terms(town.house)
    town.deliver()
    keep_terms(town.house)


def bytes_of(url: str) -> bytes:
    """The raw bytes of an SQLite database, of its write-ahead log and of its index."""
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
