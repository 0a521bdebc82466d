"""What stands on a card, line by line: an empty string where there is nothing to say to this reader."""

from sc_bot.domain.events import Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import FINISHED, State
from sc_bot.domain.views import ProblemView
from sc_bot.presentation import vocabulary
from sc_bot.presentation.blocks import SHOWN, on_one_line, shortened
from sc_bot.presentation.words import Words

_DETAILS_SHOWN = 200  # characters of what was added last
_REASON_SHOWN = 200  # characters of why an institution returned it
NEW = frozenset({State.ROUTED, State.RETURNED})


def standing(words: Words, view: ProblemView) -> str:
    """The state in a word or two, with how it ended."""
    if view.closing is not None:
        return vocabulary.closing(words, view.closing)
    return vocabulary.state(words, view.state)


def written(words: Words, view: ProblemView) -> list[str]:
    """The beginning of the report, beside the words on which two agreed; and what its author added last."""
    together = words.quoted(shortened(on_one_line(view.statement), SHOWN)) if view.statement else ""
    said = [words.t("Reworded together: {said}", said=together)] if together else []
    said += [words.quoted(shortened(on_one_line(view.description), SHOWN))] if view.description else []
    for each in view.details[-1:]:
        added = words.quoted(shortened(on_one_line(each), _DETAILS_SHOWN))
        said.append(words.t("Added: {details}", details=added))
    return said


def present(*lines: str) -> list[str]:
    """The lines that say something."""
    return [each for each in lines if each]


def origin(words: Words, view: ProblemView) -> str:
    """Where it comes from, as far as the reader may know."""
    place = [words.name(view.origin)] if view.origin else []
    line = [vocabulary.line(words, view.line)] if view.line else []
    origin = ", ".join([*line, *place]) or words.t("the frontline")
    from_ = words.t("From: {origin} ({who}).", origin=origin, who=_author(words, view))
    also = words.both([words.name(each) for each in view.concerned if each != view.origin])
    return f"{from_} {words.t('Also named: {institutions}.', institutions=also)}" if also else from_


def partners(words: Words, view: ProblemView) -> str:
    """Who contributes, who is asked to, and who sees it too."""
    helping = words.both([words.name(each) for each in view.contributors])
    waiting = words.both([words.name(each) for each in view.invited])
    seeing = words.both([words.name(each) for each in view.seen_by])
    return " ".join(
        present(
            words.t("Contributing: {institutions}.", institutions=helping) if helping else "",
            words.t("Asked to contribute: {institutions}.", institutions=waiting) if waiting else "",
            words.t("Also seen by: {institutions}.", institutions=seeing) if seeing else "",
        )
    )


def _author(words: Words, view: ProblemView) -> str:
    if not view.author:
        return words.t("name not shown")
    if view.author_hidden:
        return words.t("{author}, name not shown to others", author=view.author)
    return view.author


def has_turn(view: ProblemView) -> bool:
    """Whether it is this reader's to act on; whoever returned it, or had it before, looks on."""
    return Verb.TITLE in view.offers


def why_here(words: Words, view: ProblemView) -> str:
    """Why this director has it, and by when an answer is expected; for one who looks on, who has it now."""
    if view.state in FINISHED:
        return ""
    if view.state is State.ARBITRATION:
        return who_has_it(words, view)
    if not has_turn(view):
        return _looking_on(words, view)
    if view.state is State.ACCEPTED and view.because.kind != "arbitration":
        return covered(words, view)
    why = vocabulary.because_for_director(words, view) if view.institution else ""
    return " ".join(present(covered(words, view), why, expected(words, view)))


def covered(words: Words, view: ProblemView) -> str:
    """Who has it for whom, while somebody is away."""
    if not view.instead_of or not view.person:
        return ""
    return words.t("With {person}.", person=vocabulary.in_hand(words, view.person, view.instead_of, view.until))


def _looking_on(words: Words, view: ProblemView) -> str:
    waits = view.state is not State.ACCEPTED and Verb.UPDATE in view.offers
    owed = words.t("You owe the answer until another institution accepts.") if waits else ""
    seeking = where(words, view) if view.institution is None else ""
    return " ".join(present(seeking, who_has_it(words, view), owed))


def who_has_it(words: Words, view: ProblemView) -> str:
    """Who has it, for the facilitator who looks on."""
    if view.state in FINISHED:
        return ""
    if view.state is State.ARBITRATION:
        return " ".join([words.t("The support committee decides who leads."), _answer_by(words, view)])
    with_ = ""
    if view.institution is not None and view.person:
        person = vocabulary.in_hand(words, view.person, view.instead_of, view.until)
        with_ = words.t("With {person}, {institution}.", person=person, institution=words.name(view.institution))
    return " ".join(present(with_, expected(words, view)))


def expected(words: Words, view: ProblemView) -> str:
    """By when an answer is expected, as long as nobody has taken it."""
    return "" if view.state in FINISHED or view.state is State.ACCEPTED else _answer_by(words, view)


def question_waits(view: ProblemView) -> bool:
    """Whether the author was asked something that they have not answered."""
    asked = max((each.id for each in view.steps if each.kind is Happened.ASKED), default=0)
    return asked > max((each.id for each in view.steps if each.kind is Happened.ANSWERED), default=0)


def _answer_by(words: Words, view: ProblemView) -> str:
    return words.t("Answer expected by {day}.", day=words.day(view.answer_by))


def accepting_is_not_admitting(words: Words, view: ProblemView) -> str:
    """Said as long as it is new; details that were added, and why it was returned, need the room."""
    if view.state not in NEW or Verb.ACCEPT not in view.offers or view.details or view.seen_by:
        return ""
    if last_return(words, view):
        return ""
    return words.t("Accepting means leading the search for a solution, not admitting a fault.")


def reasons(words: Words, view: ProblemView) -> list[str]:
    """Why it was returned, the last two times."""
    return _said(words, view, Happened.RETURNED)[-2:]


def _said(words: Words, view: ProblemView, kind: Happened) -> list[str]:
    return [
        words.t(
            "{who}: {said}",
            who=step.by or words.t("the institution"),
            said=words.quoted(shortened(on_one_line(step.text or ""), _REASON_SHOWN)),
        )
        for step in view.steps
        if step.kind is kind and step.text
    ]


def last_return(words: Words, view: ProblemView) -> str:
    """Why it was returned, for whoever has it now; then why the support committee named its lead."""
    if view.state is State.ACCEPTED and view.because.kind == "arbitration":
        return "".join(_said(words, view, Happened.ASSIGNED)[-1:])
    return "".join(reasons(words, view)[-1:]) if view.state in {State.RETURNED, State.ROUTED} else ""


def news(words: Words, view: ProblemView) -> str:
    """The last news for the author: the words themselves where the subject may show."""
    if view.news is None:
        return ""
    if view.hides_subject or not view.news.text:
        return words.t("There is news, under “See all”.")
    return words.t("News: {said}", said=words.quoted(shortened(on_one_line(view.news.text), _DETAILS_SHOWN)))


def where(words: Words, view: ProblemView) -> str:
    """Who has it, for its author; why there is left out where the subject must not show."""
    if view.state in FINISHED:
        return ""
    if view.state is State.ARBITRATION:
        return words.t("The support committee decides who leads.")
    person = vocabulary.in_hand(words, view.person or words.t("the facilitator"), view.instead_of, view.until)
    if view.institution is None:
        return words.t("With {person}, who finds the right institution.", person=person)
    place = words.name(view.institution)
    if view.hides_subject:
        return words.t("With {person}, {institution}.", person=person, institution=place)
    because = vocabulary.because_for_author(words, view.because)
    return words.t("With {person}, {institution} ({because}).", person=person, institution=place, because=because)
