"""Those who work by themselves: does somebody send, does each part come to its end; and is there room on the disk?"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from sc_bot.doctor.findings import Finding, fix, look, well
from sc_bot.domain.beats import Watch

MANY_FAILURES = 3
ENOUGH, LITTLE = 1_000_000_000, 100_000_000  # bytes


def about_work(watch: Watch) -> Iterator[Finding]:
    """What the processes said of themselves."""
    start = "start `sc-bot run`, or `sc-bot worker`"
    if not watch.since_success:
        yield look("worker", "none has run on this database yet, or none for a day", start)
    elif not watch.processes:
        yield fix("worker", "none has given a sign for three minutes; messages wait, none is lost", start)
    else:
        yield well("worker", f"{watch.processes} at work")
    for part in watch.silent if watch.processes else ():
        yield fix("worker", f"its part `{part}` has not ended well for over half an hour", SEE_LOG.format(part))
    for part, number in watch.failures.items():
        if number > MANY_FAILURES and part not in watch.silent:
            yield look("worker", f"its part `{part}` failed {number} times in a row", SEE_LOG.format(part))
    for (workspace, method), left in watch.resting.items():
        what = f"Slack wants no {method} from workspace {workspace} for {left.total_seconds():.0f} s more"
        yield look("Slack", what, "nothing: the bot waits and goes on; if it comes back, see docs/watching.md")


def about_room(file: str | None) -> Iterator[Finding]:
    """The disk under an SQLite file; a full one records nothing."""
    folder = Path(file or "").resolve().parent
    if not file or not folder.is_dir():
        return
    free = shutil.disk_usage(folder).free
    said = f"{free // 1_000_000} MB free where the database is"
    if free < LITTLE:
        yield fix("disk", said, "make room: on a full disk nothing is recorded, and everybody is told so")
    elif free < ENOUGH:
        yield look("disk", said, "make room before it is full; old backups may go")
    else:
        yield well("disk", said)


def about_tidying(*, by_itself: bool) -> Iterator[Finding]:
    """PostgreSQL without autovacuum: plans go bad as tables grow, and erased words stay in dead rows."""
    if not by_itself:
        todo = "ALTER SYSTEM SET autovacuum = on; SELECT pg_reload_conf(); or let VACUUM (ANALYZE) run every night"
        yield look("autovacuum", "is off: it gets slower, and what was erased stays in the database's files", todo)


SEE_LOG = "read its log for `tick {} failed`: it says where; restart it if it hangs"
