"""The windows of the charter: to read and sign it, and to word it anew."""

from slack_sdk.models.blocks import Block

from sc_bot.domain.charter_views import CharterView
from sc_bot.domain.views import Choice
from sc_bot.presentation.blocks import LONGEST_SECTION, actions, bold, button, plain
from sc_bot.presentation.charter import head_of, missing, partner_lines, text_of, usual
from sc_bot.presentation.windows.parts import WindowJson, asks, long_text, paragraph, ticks, window
from sc_bot.presentation.words import Words

MOST_SECTIONS = 90  # of a hundred blocks


def charter_window(words: Words, view: CharterView) -> WindowJson:
    """The text, who has signed, and for who may, the tick with which one signs."""
    blocks: list[Block] = [paragraph(head_of(words, view)), *_paragraphs(text_of(words, view))]
    blocks += [bold(words.t("Signatures")), *_sections(partner_lines(words, view))][:MOST_SECTIONS]
    if view.may_adapt:
        blocks += actions([button(words.t("Adapt the text"), "charter.adapt", f"{view.community} {view.number}")])
    if not view.may_sign:
        return window("charter.sign", words.t("Charter"), None, words.t("Close the window"), blocks)
    agree = words.t("I commit my institution to it, as {roles}", roles=missing(words, view.may_sign))
    blocks.append(asks("agreed", words.t("Signature"), ticks([Choice("yes", agree)])))
    context = f"{view.community} {view.number}"
    return window("charter.sign", words.t("Charter"), words.t("Sign"), words.t("Later"), blocks, context)


def _paragraphs(text: str) -> list[Block]:
    """The text as its author divided it."""
    return [plain(each) for each in text.split("\n\n") if each.strip()]


def _sections(lines: list[str]) -> list[Block]:
    """As many lines in one section as fit."""
    pages = [""]
    for line in lines:
        if len(pages[-1]) + len(line) >= LONGEST_SECTION:
            pages.append("")
        pages[-1] = f"{pages[-1]}\n{line}".strip()
    return [plain(each) for each in pages if each]


def adapt_window(words: Words, view: CharterView) -> WindowJson:
    """The text in both languages."""
    zone = view.reader.timezone
    blocks: list[Block] = [
        paragraph(words.t("A new version asks each institution to sign anew; the earlier ones are kept.")),
        asks("fr", words.t("Text in French"), long_text(view.fr or usual(Words("fr", zone)))),
        asks("en", words.t("Text in English"), long_text(view.en or usual(Words("en", zone)))),
    ]
    context = f"{view.community} {view.number}"
    return window("charter.adapt", words.t("Adapt the charter"), words.t("Save"), words.t("Cancel"), blocks, context)
