"""A person's Home to Slack: worded for them as it is now, and never over something newer.

Two may publish the same Home at once: who answers its opening, and the worker. Slack's hash of what stands there says
whether somebody was faster; then it is read again.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sc_bot.delivery import calling
from sc_bot.domain.homes import page_from
from sc_bot.domain.refusals import Refused
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer, SlackApi
from sc_bot.ports import Database, OpenHome, UnitOfWork
from sc_bot.presentation import refusals
from sc_bot.presentation.home import HomeJson, home, no_community, only_says
from sc_bot.presentation.words import Words
from sc_bot.usecases.asking import Asked, hearer_of, member_of_reading
from sc_bot.usecases.homes.seeing import home_of_person
from sc_bot.usecases.showing import reader_of

_CONFLICT: Final = "hash_conflict"
_TRIES = 3  # against somebody who is faster each time; then the next change shows it


def home_json(uow: UnitOfWork, workspace: str, slack_id: str, now: datetime, page: str = "") -> HomeJson:
    """The Home of a Slack user, also of one who never wrote to the bot."""
    asked = Asked(workspace=workspace, slack_id=slack_id, request="", now=now)
    try:
        member = member_of_reading(uow, asked)
    except Refused as refused:
        return _over(uow, asked, refused)
    if member is None:
        return no_community(Words("fr"))
    view = home_of_person(uow, member.place, member.person, now, page_from(page))
    takes_part_in = uow.communities.members(workspace, slack_id)
    return home(replace(view, several=member.place.community.settings.name if len(takes_part_in) > 1 else None))


def _over(uow: UnitOfWork, asked: Asked, refused: Refused) -> HomeJson:
    hearer = hearer_of(uow, asked)
    words = Words.of(reader_of(hearer.place, hearer.person)) if hearer else Words("fr")
    return only_says(refusals.refused(words, refused))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A Home as it was read, and Slack's hash of what stood there then."""

    view: HomeJson
    hash: str | None


def draw(database: Database, asked: Asked, page: str) -> Drawn:
    """Read the Home of whoever asks, at one moment.

    Raises:
        NotAvailable: the database did not answer in time.
    """
    with database.reading() as uow:
        before = uow.homes.shown(asked.workspace, asked.slack_id)
        view = home_json(uow, asked.workspace, asked.slack_id, asked.now, page)
    return Drawn(view, before.hash if before else None)


def is_open(database: Database, asked: Asked) -> bool:
    """Whether they ever opened their Home."""
    with database.reading() as uow:
        return uow.homes.shown(asked.workspace, asked.slack_id) is not None


def open_home(database: Database, api: SlackApi, asked: Asked, drawn: Drawn, page: str) -> SlackAnswer:
    """Show what was read when somebody opened their Home or turned a page; from now on it is kept up to date."""
    answer = _publish(api, asked.slack_id, drawn)
    for _ in range(_TRIES):
        if not _is_conflict(answer):
            break
        conflicting, drawn = drawn.hash, draw(database, asked, page)
        answer = _publish(api, asked.slack_id, replace(drawn, hash=None) if drawn.hash == conflicting else drawn)
    if isinstance(answer, Ok):
        with database.unit_of_work() as uow:
            if uow.communities.members(asked.workspace, asked.slack_id):  # nobody unknown is remembered for looking
                uow.homes.opened(asked.workspace, asked.slack_id, OpenHome(page, _hash_of(answer)), asked.now)
    return answer


def republish(database: Database, api: SlackApi, workspace: str, slack_id: str, now: datetime) -> SlackAnswer | None:
    """Show a Home anew, the page that was open; None for who has left.

    After a conflict it is read again: the hash in which nobody believes any more is forgotten.
    """
    with database.reading() as uow:
        shown = uow.homes.shown(workspace, slack_id)
        if shown is None or not uow.communities.members(workspace, slack_id):
            return None
        view = home_json(uow, workspace, slack_id, now, shown.page)
    answer = _publish(api, slack_id, Drawn(view, shown.hash))
    if isinstance(answer, Ok) or _is_conflict(answer):
        with database.unit_of_work() as uow:
            if isinstance(answer, Ok):
                uow.homes.published(workspace, slack_id, _hash_of(answer))
            else:
                uow.homes.lost(workspace, slack_id, shown.hash)
    return answer


def _publish(api: SlackApi, slack_id: str, drawn: Drawn) -> SlackAnswer:
    guarded: dict[str, Any] = {"hash": drawn.hash} if drawn.hash else {}
    return api.call(calling.PUBLISH, user_id=slack_id, view=drawn.view, **guarded)


def _is_conflict(answer: SlackAnswer) -> bool:
    return isinstance(answer, Failed) and answer.error == _CONFLICT


def _hash_of(answer: Ok) -> str | None:
    view = answer.data.get("view")
    return str(view["hash"]) if isinstance(view, dict) and view.get("hash") else None
