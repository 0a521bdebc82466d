"""Words that somebody already wrote become the draft of a report, without what identifies a patient."""

from handlers.payloads import decoded
from sc_bot.domain.slack_answers import Ok, SlackAnswer
from sc_bot.presentation.windows.reporting import Draft
from sc_bot.privacy import Verdict, inspect, redact


def draft_of(text: str, language: str) -> Draft:
    """The draft: what certainly identifies somebody is taken out, what may is pointed at."""
    found = inspect(text)
    if found.verdict is Verdict.ALLOW:
        return Draft(text=text)
    kinds = tuple(kind.value for kind in found.kinds)
    if found.verdict is Verdict.BLOCK:
        return Draft(text=redact(text, language=language), kinds=kinds, blocks=True)
    return Draft(text=text, kinds=kinds)


def message_text(answer: SlackAnswer) -> str:
    """The text of the one message that was asked for; empty where Slack does not give it."""
    messages = answer.data.get("messages") if isinstance(answer, Ok) else None
    first = messages[0] if isinstance(messages, list) and messages else {}
    return decoded(first.get("text")).strip()
