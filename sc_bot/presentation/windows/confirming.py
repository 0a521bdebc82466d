"""The same window, with an input for why what looks identifying identifies nobody. What was typed stays."""

from slack_sdk.models.blocks import InputBlock

from sc_bot.presentation.windows.parts import KEPT, WindowJson, asks, paragraph, short_text
from sc_bot.presentation.words import Words


def with_confirmation(words: Words, view: WindowJson, field: str, sentence: str) -> WindowJson:
    """Add the input under the field that it is about, and say above it what was found."""
    reason: InputBlock = asks("confirm_reason", words.t("If it identifies nobody: why?"), short_text(), optional=True)
    blocks: list[object] = [paragraph(sentence, "found").to_dict()]
    for block in view["blocks"]:
        blocks.append(block)
        if block.get("block_id") == field:
            blocks.append(reason.to_dict())
    return {name: view[name] for name in KEPT if view.get(name)} | {"blocks": blocks}
