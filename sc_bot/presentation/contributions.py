"""What is asked of an institution beside the one that leads: its card, and the words for where that stands."""

from slack_sdk.models.blocks import Block, InteractiveElement

from sc_bot.domain.commitments import STANDING
from sc_bot.domain.participations import Taking
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED
from sc_bot.domain.views import ContributionView
from sc_bot.ports import Message
from sc_bot.presentation import promises, vocabulary
from sc_bot.presentation.blocks import SHOWN, actions, bold, button, grey, message, on_one_line, plain, shortened
from sc_bot.presentation.card_lines import present, standing
from sc_bot.presentation.words import Words


def card(view: ContributionView) -> Message:
    """What is asked, of whom, by whom, for which problem; with the buttons that apply."""
    words = Words.of(view.problem.reader)
    head = _head(words, view)
    said, context = present(asked(words, view), _problem(words, view)), present(*_context(words, view))
    blocks: list[Block] = [
        bold(head),
        *(plain(each) for each in said),
        *([grey("\n".join(context))] if context else []),
    ]
    return message([head, *said, *context], [*blocks, *actions(_buttons(words, view))])


def _head(words: Words, view: ContributionView) -> str:
    reference, institution = view.problem.reference, words.name(view.institution)
    leads_no_more = view.standing is Taking.ENDED and view.problem.institution != view.institution
    if view.problem.state in FINISHED or leads_no_more:
        state = standing(words, view.problem)
        return words.t("{reference} · {state}", reference=reference, state=state)
    facts = {"reference": reference, "institution": institution}
    return {
        Taking.ASKED: words.t("{reference} · {institution} is asked to contribute", **facts),
        Taking.ACCEPTED: words.t("{reference} · {institution} contributes", **facts),
        Taking.DECLINED: words.t("{reference} · {institution} does not contribute", **facts),
        Taking.ENDED: words.t("{reference} · {institution} leads", **facts),
    }[view.standing]


def asked(words: Words, view: ContributionView) -> str:
    """What is asked, in the words of who asks."""
    if not view.what:
        return ""
    return words.t("Asked: {what}", what=words.quoted(shortened(on_one_line(view.what), SHOWN)))


def _problem(words: Words, view: ContributionView) -> str:
    if not view.problem.description:
        return ""
    return words.t("The problem: {what}", what=words.quoted(shortened(on_one_line(view.problem.description), SHOWN)))


def _context(words: Words, view: ContributionView) -> list[str]:
    """Who asks; then what is promised, or what contributing means."""
    if view.problem.state in FINISHED or view.problem.description is None:
        return []
    lead, asker = view.problem.institution, view.asked_by
    by = words.t("Asked by {person}.", person=asker) if asker else ""
    leads = words.t("Lead: {institution}.", institution=words.name(lead)) if lead else ""
    return [" ".join(present(by, leads)), _last_line(words, view)]


def _last_line(words: Words, view: ContributionView) -> str:
    own = [each for each in view.problem.commitments if each.institution == view.institution]
    owed = [promises.line(words, each) for each in own if each.standing in STANDING]
    if owed:
        return owed[0]
    if view.standing is Taking.ASKED and view.is_passed_on:
        return words.t("Nobody there can be told in Slack yet: please ask them yourself.")
    if Verb.CONTRIBUTE in view.offers:
        return words.t("Contributing means promising a part of the solution, not admitting a fault.")
    return ""


def _buttons(words: Words, view: ContributionView) -> list[InteractiveElement]:
    reference = view.problem.reference
    own = f"{reference} {view.institution_id}"
    able = [
        (Verb.CONTRIBUTE, "participation.accept", own),
        (Verb.DECLINE, "participation.decline", own),
        (Verb.COMMIT, "commitment.make", reference),
    ]
    row: list[InteractiveElement] = [
        button(vocabulary.verb(words, verb), action, value, style=None if verb is Verb.DECLINE else "primary")
        for verb, action, value in able
        if verb in view.offers
    ]
    return [*row, button(words.t("See all"), "problem.see", reference)]
