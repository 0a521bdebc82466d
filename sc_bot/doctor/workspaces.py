"""Each workspace that installed the bot: does its token open, does Slack take it, when does it expire, what is left?"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sc_bot.app import Clock
from sc_bot.doctor.findings import Finding, fix, look, well
from sc_bot.doctor.slack import about_channels, about_token
from sc_bot.domain.installations import RENEWED_BEFORE, Installation
from sc_bot.ports import Database, Place, Vault
from sc_bot.sealing import SealedTokens
from sc_bot.settings import Settings

AGAIN: Final = "install it there again: /slack/install; its data is kept"


def about_workspaces(
    settings: Settings, database: Database, places: Sequence[Place], clock: Clock
) -> Iterator[Finding]:
    """Everything about the installations; `clock` is real time."""
    vault = SealedTokens.of(settings)
    with database.reading() as uow:
        every = uow.installations.all()
        serving = {each.workspace: uow.installations.serving(each.workspace) for each in places}
        ended = {each for each, serves in serving.items() if serves is None and uow.installations.behind(each)}
        beneath = {each.workspace: uow.installations.workspaces_of(each.workspace) for each in every}
    if not every:
        yield look("workspaces", "nobody has installed the bot yet", "open /slack/install on the bot's own address")
    for each in every:
        yield from about_installation(settings, vault, each, clock)
        if each.token and not {each.workspace, *beneath[each.workspace]} & serving.keys():
            whose = "T…" if each.is_of_an_organisation else each.workspace
            yield look(each.workspace, "no community yet", f"sc-bot org import FILE --workspace {whose}")
    for place in places:
        if place.workspace not in ended:  # that it was removed is said above, with its day
            yield from _about_place(settings, vault, place, serving[place.workspace])


def about_installation(settings: Settings, vault: Vault, one: Installation, clock: Clock) -> Iterator[Finding]:
    """One of them."""
    if one.token is None:
        yield _about_end(one)
        return
    token = vault.open(one.token, one.workspace)
    if token is None:
        todo = f"add the key that sealed it to SC_BOT_ENCRYPTION_KEYS, behind the others; if it is lost, {AGAIN}"
        yield fix(one.workspace, "no key opens its token: nothing can be sent", todo)
        return
    yield from about_token(settings, token, clock, about=one.workspace, todo=AGAIN)
    yield from _about_expiry(one, clock())


def _about_end(one: Installation) -> Finding:
    if one.purge_begun_at is not None:
        return look(one.workspace, "what it left behind is being deleted", "nothing: it ends by itself")
    why, day = one.removed_because, f"{one.purged_at:%Y-%m-%d}" if one.purged_at else ""
    what = f"removed on {one.removed_at:%Y-%m-%d} ({why}); everything of it is deleted on {day}"
    return look(one.workspace, what, f"if that was a mistake, before that day {AGAIN}")


def _about_expiry(one: Installation, now: datetime) -> Iterator[Finding]:
    if one.expires_at is None:
        return
    left = one.expires_at - now
    when = f"{one.expires_at:%Y-%m-%d %H:%M} UTC"
    if one.fault is not None:
        todo = "look at the worker's log; if Slack refuses each time, " + AGAIN
        kind = fix if left < RENEWED_BEFORE / 2 else look
        yield kind(one.workspace, f"its token expires at {when} and could not be renewed: {one.fault}", todo)
    elif left < RENEWED_BEFORE / 2:
        yield fix(one.workspace, f"its token expires at {when} and is not renewed", "is `sc-bot worker` running?")
    else:
        yield well(one.workspace, f"its token is renewed before {when}")


def _about_place(settings: Settings, vault: Vault, place: Place, serving: Installation | None) -> Iterator[Finding]:
    """Its community is there; is the bot?"""
    if serving is None:
        what = f"the bot is not installed in its workspace {place.workspace}: its messages wait"
        yield fix(place.community.settings.id, what, AGAIN)
        return
    token = vault.open(serving.token or "", serving.workspace)
    yield from about_channels(settings, token, place.channels)
