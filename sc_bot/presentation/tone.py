"""A hint about the tone: it comes after what was recorded, and asks for nothing."""

from sc_bot.domain.tone import blames
from sc_bot.ports import Message
from sc_bot.presentation.blocks import grey
from sc_bot.presentation.words import Words


def gently(words: Words, message: Message, *texts: str | None) -> Message:
    """The same message; with a hint where somebody's words look for who is at fault."""
    if not blames(*texts):
        return message
    hint = words.t("Only a hint: what happens helps more than whose fault it is. Your words stand as they are.")
    return Message(f"{message.text}\n{hint}", [*message.blocks, grey(hint).to_dict()])
