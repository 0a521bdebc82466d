"""What was not stored is given back, whole, to be copied and sent again."""

from slack_sdk.models.blocks import Block

from sc_bot.ports import Message
from sc_bot.presentation.blocks import LONGEST_SECTION, escaped, plain
from sc_bot.presentation.words import Words

A_MESSAGE = 3 * LONGEST_SECTION  # Slack says "blocks too long" somewhere above 10,000 characters
MOST_MESSAGES = 6  # the reply itself, and a response_url's five uses


def given_back(words: Words, sentence: str, text: str) -> list[Message]:
    """The sentence with the text under it; a long text takes several messages, in order."""
    pages = [text[at : at + A_MESSAGE] for at in range(0, len(text), A_MESSAGE)][:MOST_MESSAGES] or [""]
    heads = [sentence, *(_continued(words, number, len(pages)) for number in range(2, len(pages) + 1))]
    return [_page(head, page) for head, page in zip(heads, pages, strict=True)]


def _continued(words: Words, number: int, pages: int) -> str:
    return words.t("Your text, continued ({number} of {pages}):", number=number, pages=pages)


def _page(head: str, page: str) -> Message:
    """The top-level text holds the same words: screen readers read only that."""
    pieces = [page[at : at + LONGEST_SECTION] for at in range(0, len(page), LONGEST_SECTION)]
    blocks: list[Block] = [plain(each) for each in (head, *pieces) if each.strip()]
    whole = f"{head}\n{page}" if page else head
    return Message(escaped(whole), [dict(block.to_dict()) for block in blocks])
