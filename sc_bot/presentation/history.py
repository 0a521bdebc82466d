"""A problem told whole: what was written, and what happened."""

from sc_bot.domain.events import Happened
from sc_bot.domain.views import ProblemView, StepView
from sc_bot.presentation import vocabulary
from sc_bot.presentation.card_lines import standing, who_has_it
from sc_bot.presentation.words import Words

LONGEST = 2_900  # characters of one paragraph in Slack


def whole(words: Words, view: ProblemView) -> list[str]:
    """Paragraphs for one reader, each short enough for one block."""
    head = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    facts = [head, vocabulary.neutral_title(words, view), *_facts(words, view)]
    paragraphs = _cut("\n".join(facts))
    if view.description:
        paragraphs += _cut(words.quoted(view.description))
    for each in view.details:
        paragraphs += _cut(words.t("Added: {details}", details=words.quoted(each)))
    if view.suggestion:
        paragraphs += _cut(words.t("What should change: {suggestion}", suggestion=words.quoted(view.suggestion)))
    return paragraphs + _pages([step(words, each) for each in view.steps])


def _facts(words: Words, view: ProblemView) -> list[str]:
    facts = []
    has_it = who_has_it(words, view) if view.description else ""  # a date tells when it was filed
    if has_it:
        facts.append(has_it)
    elif view.institution is not None:
        facts.append(words.t("Institution: {institution}", institution=words.name(view.institution)))
    if view.author is not None:
        facts.append(words.t("Reported by: {author}", author=view.author))
    if view.on_behalf is not None:
        facts.append(words.t("On behalf of: {whom}", whom=words.quoted(view.on_behalf)))
    if view.description:
        facts.append(words.t("Severity: {severity}", severity=vocabulary.severity(words, view.severity)))
    if view.noticed_by_clients:
        facts.append(words.t("Clients or families noticed it"))
    if view.unresolvable:
        facts.append(words.t("Perceived as unsolvable"))
    return facts


def step(words: Words, step: StepView) -> str:
    """One line of history."""
    who = step.by or (words.t("the author") if step.by_author else words.t("the bot"))
    when = f"{words.moment(step.at)} · " if step.at else ""
    internal = f" ({words.t('internal')})" if step.internal else ""
    what = f"{_what(words, step)}{internal}"
    if step.text:
        what = words.t("{what}: {said}", what=what, said=words.quoted(step.text))
    return f"{when}{who} · {what}"


def _what(words: Words, step: StepView) -> str:
    if step.kind is Happened.REROUTED and step.institution is not None:
        return words.t("sent it to {institution}", institution=words.name(step.institution))
    if step.kind is Happened.ASSIGNED and step.institution is not None:
        return words.t("named the lead, {institution}", institution=words.name(step.institution))
    if step.kind is Happened.VERIFIED and step.details == ("partly",):
        return words.t("said that it changed in part")
    return {
        Happened.REPORTED: words.t("reported it"),
        Happened.DETAILS_ADDED: words.t("added details"),
        Happened.ACKNOWLEDGED: words.t("acknowledged it"),
        Happened.ACCEPTED: words.t("accepted to lead"),
        Happened.RETURNED: words.t("returned it"),
        Happened.REROUTED: words.t("sent it elsewhere"),
        Happened.ASSIGNED: words.t("named the lead"),
        Happened.ASKED: words.t("asked a question"),
        Happened.ANSWERED: words.t("answered"),
        Happened.UPDATED: words.t("gave news"),
        Happened.TITLED: words.t("worded the title"),
        Happened.HANDED_OVER: words.t("passed it to a delegate"),
        Happened.NAME_SHOWN: words.t("chose to show their name"),
        Happened.WITHDRAWN: words.t("withdrew it"),
        Happened.CLOSED: words.t("closed it"),
        Happened.VERIFIED: words.t("said that it changed"),
        Happened.REOPENED: words.t("said that nothing changed (open again)"),
        Happened.REDACTED: words.t("removed identifying detail"),
        Happened.OTHER_CLOSED: words.t("closed the problem under which it went on"),
        Happened.RESTRICTED: words.t("restricted who sees it"),
        Happened.CONFIRMED_NOT_IDENTIFYING: words.t("said why it identifies nobody"),
    }[step.kind]


def _cut(text: str) -> list[str]:
    return [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)]


def _pages(lines: list[str]) -> list[str]:
    """Lines gathered into as few paragraphs as fit."""
    pages: list[str] = []
    for line in lines:
        for piece in _cut(line):
            if pages and len(pages[-1]) + len(piece) < LONGEST:
                pages[-1] += f"\n{piece}"
            else:
                pages.append(piece)
    return pages
