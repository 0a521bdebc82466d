"""`/sc joint`: begin one, or see those that run."""

from slack_bolt import Ack

from handlers.answering import listener
from handlers.bot import Body, Bot, private
from handlers.joint_changes.buttons import begin_window
from handlers.payloads import asked_by_command
from handlers.problems.drafting import draft_of
from sc_bot.domain.answers import Faster
from sc_bot.domain.permissions import Verb
from sc_bot.domain.references import Mark, split_reference
from sc_bot.presentation import joint_changes, replies
from sc_bot.usecases.joint_changes.seeing import own_joint_changes, see_joint
from sc_bot.usecases.problems.seeing import see_to_act


def on_joint(bot: Bot, ack: Ack, body: Body, rest: str) -> None:
    """`/sc joint ONC-42` opens the window, `/sc joint ONC-42+1` shows one; alone, those that run."""
    asked = asked_by_command(bot, body)
    to = listener(bot, asked)
    reference = draft_of(rest, to.words.language.value).text.partition(" ")[0]
    if not reference:
        first, *others = joint_changes.own(to.words, own_joint_changes(bot.database, asked))
        ack(private(first))
        bot.answer_privately(body, *others)
        return
    if split_reference(reference, Mark.JOINT_CHANGE) is not None:
        ack(private(joint_changes.card(see_joint(bot.database, asked, reference))))
        return
    seen = see_to_act(bot.database, asked, reference, Verb.CHANGE_TOGETHER)
    if isinstance(seen, Faster):
        ack(private(replies.faster(to.words, seen, to.community)) if to.community else "")
        return
    bot.open_window(body, begin_window(to.words, seen), to.words.t("The window did not open. Please try again."))
    ack()
