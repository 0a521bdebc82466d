"""What does not stand in a channel that people of other organisations read: anything beyond the neutral line.

The headline of a problem and of a joint change says a reference, a state and institutions, and may stand anywhere. What
holds words (a lesson, what hangs on the wall during a meeting), and whatever is left of a restricted problem, may not.
Whether a channel is shared changes without the bot: Slack is asked each time, right before it is shown.
"""

from collections.abc import Mapping
from typing import Final

from sc_bot.delivery import calling
from sc_bot.domain.common_notices import JointHeadline, LessonHeadline, Projector
from sc_bot.domain.delivery_decisions import Redirect
from sc_bot.domain.notices import Headline
from sc_bot.domain.slack_answers import Failed, Ok, SlackAnswer, SlackApi
from sc_bot.domain.slack_errors import POLICIES, Policy
from sc_bot.domain.unreached import SHARED
from sc_bot.ports import Database, Envelope

KEPT_OUT: Final = Redirect(SHARED)


def outsiders_read(database: Database, api: SlackApi, envelope: Envelope) -> SlackAnswer | Redirect | None:
    """`KEPT_OUT` where outsiders would read what is not for them; None: it may go on; else why Slack did not say."""
    if calling.is_person(envelope.to) or not _is_delicate(database, envelope):
        return None
    answer = calling.describe(api, envelope.channel or envelope.to)
    if isinstance(answer, Ok):
        channel = answer.data.get("channel")
        return KEPT_OUT if isinstance(channel, Mapping) and is_shared(channel) else None
    if isinstance(answer, Failed):  # nobody there: the post says so, too; no right to ask: then it stays out
        return None if POLICIES.get(answer.error) is Policy.UNREACHABLE_RECIPIENT else KEPT_OUT
    return answer


def is_shared(channel: Mapping[str, object]) -> bool:
    """Whether people of another organisation read a channel, or are invited to; those of one's own do not count."""
    outside = channel.get("is_ext_shared") or channel.get("is_pending_ext_shared") or channel.get("pending_shared")
    return bool(outside or (channel.get("is_shared") and not channel.get("is_org_shared")))


def _is_delicate(database: Database, envelope: Envelope) -> bool:
    if isinstance(envelope.notice, LessonHeadline | Projector):
        return True
    if envelope.ts is None or not isinstance(envelope.notice, Headline | JointHeadline):
        return False
    with database.reading() as uow:
        return uow.problems.by_id(envelope.notice.problem).restricted
