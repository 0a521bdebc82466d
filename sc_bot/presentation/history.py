"""A problem told whole: what was written, and what happened."""

from sc_bot.domain.due import due_from
from sc_bot.domain.events import (
    BY_A_CAREGIVER,
    BY_SOMEBODY,
    OF_COMMITMENTS,
    OF_CONTRIBUTIONS,
    OF_DEADLOCKS,
    OF_DECISIONS,
    OF_JOINING,
    OF_JOINT_CHANGES,
    OF_TRYOUTS,
    OF_WORDINGS,
    Happened,
)
from sc_bot.domain.views import CommitmentView, ProblemView, StepView
from sc_bot.presentation import (
    access,
    deadlocks,
    deciding,
    due_words,
    joined,
    joint_changes,
    joint_told,
    promises,
    reorganising,
    rewording,
    trying,
    vocabulary,
)
from sc_bot.presentation.card_lines import partners, standing, who_has_it
from sc_bot.presentation.words import Words

LONGEST = 2_900  # characters of one paragraph in Slack
MOST_PARAGRAPHS, MOST_BYTES = 90, 100_000  # of one page: Slack takes 100 blocks and 250 kB in a window


def whole(words: Words, view: ProblemView) -> list[str]:
    """Paragraphs for one reader, each short enough for one block."""
    head = words.t("{reference} · {state}", reference=view.reference, state=standing(words, view))
    facts = [head, vocabulary.neutral_title(words, view), *_facts(words, view)]
    paragraphs = _cut("\n".join(facts))
    if view.description:
        paragraphs += _cut(words.quoted(view.description))
    for each in filter(None, (rewording.statement(words, view), rewording.waiting(words, view))):
        paragraphs += _cut(each)
    for each in view.details:
        paragraphs += _cut(words.t("Added: {details}", details=words.quoted(each)))
    if view.suggestion:
        paragraphs += _cut(words.t("What should change: {suggestion}", suggestion=words.quoted(view.suggestion)))
    paragraphs += _pages([trying.line(words, each) for each in view.tryouts])
    for other in view.also:
        said = " ".join(words.quoted(body) for body in other.said)
        paragraphs += _cut(words.t("Also reported ({reference}): {said}", reference=other.reference, said=said))
    owed = [_with_its_dates(words, view, each) for each in view.commitments]
    return paragraphs + _pages(owed) + _pages([step(words, each) for each in view.steps])


def _with_its_dates(words: Words, view: ProblemView, promise: CommitmentView) -> str:
    """One promise, and every date that it had before the one that it has."""
    number = promise.reference.rpartition(".")[2]
    moved = [each.details for each in view.steps if each.kind is Happened.REDATED and each.details[:1] == (number,)]
    line = f"{promise.reference} {promises.line(words, promise)}"
    if not moved:
        return line
    before = words.both([due_words.short(words, due_from(was)) for _, was, *_ in moved])
    return f"{line} · {words.t('before: {days}', days=before)}"


def pages(paragraphs: list[str]) -> list[list[str]]:
    """Paragraphs in windows that Slack takes, each as full as it may be."""
    made: list[list[str]] = [[]]
    for each in paragraphs:
        if len(made[-1]) == MOST_PARAGRAPHS or sum(len(one.encode()) for one in (*made[-1], each)) > MOST_BYTES:
            made.append([])
        made[-1].append(each)
    return made


def _facts(words: Words, view: ProblemView) -> list[str]:
    facts = []
    has_it = who_has_it(words, view) if view.description else ""  # a date tells when it was filed
    if has_it:
        facts.append(has_it)
    elif view.institution is not None:
        facts.append(words.t("Institution: {institution}", institution=words.name(view.institution)))
    beside = partners(words, view)
    if beside:
        facts.append(beside)
    facts += [words.t("Joint change: {what}", what=joint_changes.line(words, each)) for each in view.joint]
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
    if view.objective is not None:
        facts.append(words.t("Strategic objective: {objective}", objective=words.name(view.objective)))
    measured = access.line(words, view.access)
    if measured:
        facts.append(words.t("Access, {measured}", measured=measured))
    if view.deadlock is not None:
        facts += deadlocks.lines(words, view.deadlock)
    return facts


def step(words: Words, step: StepView) -> str:
    """One line of history."""
    who = step.by or _nobody(words, step)
    when = f"{words.moment(step.at)} · " if step.at else ""
    internal = f" ({words.t('internal')})" if step.internal else ""
    done = f"{what(words, step)}{internal}"
    if step.text:
        done = words.t("{what}: {said}", what=done, said=words.quoted(step.text))
    return f"{when}{who} · {done}"


def _nobody(words: Words, step: StepView) -> str:
    """Who took a step that bears no name."""
    if step.kind in BY_SOMEBODY:
        return words.t("somebody who sees it too")
    if step.kind in BY_A_CAREGIVER:
        return words.t("somebody of the frontline")
    return words.t("the author") if step.by_author else words.t("the bot")


def what(words: Words, step: StepView) -> str:
    """What happened, without who and when."""
    if step.kind is Happened.REROUTED and step.institution is not None:
        return words.t("sent it to {institution}", institution=words.name(step.institution))
    if step.kind is Happened.ASSIGNED and step.institution is not None:
        return words.t("named the lead, {institution}", institution=words.name(step.institution))
    if step.kind in OF_CONTRIBUTIONS and step.institution is not None:
        return _contribution(words, step.kind, words.name(step.institution))
    if step.kind in OF_JOINING:
        return joined.in_history(words, step)
    if step.kind in OF_DECISIONS:
        return deciding.in_history(words, step)
    if step.kind in OF_JOINT_CHANGES:
        return joint_told.in_history(words, step)
    if step.kind is Happened.DECIDED:
        return deciding.of_committee(words, step)
    if step.kind in OF_DEADLOCKS:
        return deadlocks.in_history(words, step)
    if step.kind in OF_COMMITMENTS:
        return _promise(words, step)
    if step.kind in OF_WORDINGS:
        return rewording.in_history(words, step)
    if step.kind in OF_TRYOUTS:
        return trying.in_history(words, step)
    if step.kind is Happened.REORGANISED:
        return reorganising.in_history(words, step)
    if step.kind is Happened.MEASURED:
        return access.in_history(words, step)
    if step.kind is Happened.VERIFIED and step.details == ("partly",):
        return words.t("said that it changed in part")
    return _plainly(words, step.kind)


def _plainly(words: Words, kind: Happened) -> str:
    """What needs no facts."""
    return {
        Happened.REPORTED: words.t("reported it"),
        Happened.TYPED: words.t("typed it on the author's behalf"),
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
        Happened.OBJECTIVE_LINKED: words.t("linked it to a strategic objective"),
        Happened.QUOTED: words.t("said what changed"),
        Happened.HELP_ASKED: words.t("asked that somebody else look at it"),
        Happened.ESCALATED: words.t("brought it to those who can help"),
        Happened.CONTRIBUTION_ASKED: words.t("asked a partner to contribute"),
        Happened.CONTRIBUTING: words.t("accepted to contribute"),
        Happened.CONTRIBUTION_DECLINED: words.t("did not accept to contribute"),
        Happened.CONFIRMED_NOT_IDENTIFYING: words.t("said why it identifies nobody"),
    }[kind]


def _contribution(words: Words, kind: Happened, institution: str) -> str:
    """A step of one institution that is asked."""
    return {
        Happened.CONTRIBUTION_ASKED: words.t("asked {institution} to contribute", institution=institution),
        Happened.CONTRIBUTING: words.t("said that {institution} contributes", institution=institution),
        Happened.CONTRIBUTION_DECLINED: words.t("said that {institution} does not contribute", institution=institution),
    }[kind]


def _promise(words: Words, step: StepView) -> str:
    """A step of one promise, with its number and its dates."""
    number, *rest = step.details
    if step.kind is Happened.WAITS:
        return words.t("said which promises come before promise {number}", number=number)
    days = [due_words.short(words, due_from(each)) for each in rest if each[:4].isdecimal()]
    if step.kind is Happened.TAKEN_OVER and len(rest) > 1 and step.institution is not None:
        place = words.name(step.institution)
        return words.t("took over promise {number}, until then of {institution}", number=number, institution=place)
    facts = {"number": number, "day": days[-1] if days else "", "first": days[0] if days else ""}
    if step.kind is Happened.OFFERED and days:
        return words.t("noted promise {number} in a meeting, due {day}, for its owner to confirm", **facts)
    return {
        Happened.COMMITTED: words.t("made promise {number}, due {day}", **facts),
        Happened.KEPT: words.t("kept promise {number}", **facts),
        Happened.ON_TRACK: words.t("said that promise {number} is on track", **facts),
        Happened.REDATED: words.t("moved promise {number} from {first} to {day}", **facts),
        Happened.BLOCKED: words.t("said what promise {number} needs first", **facts),
        Happened.CANCELLED: words.t("gave up promise {number}", **facts),
        Happened.OFFERED: words.t("asked somebody to take over promise {number}", **facts),
        Happened.TAKEN_OVER: words.t("took over promise {number}", **facts),
        Happened.DECLINED: words.t("did not take over promise {number}", **facts),
        Happened.PROVIDED: words.t("said that what promise {number} needed is there", **facts),
        Happened.NOT_PROVIDED: words.t("could not give what promise {number} needs", **facts),
        Happened.REASSIGNED: words.t("gave promise {number} to whoever answers for it", **facts),
        Happened.UNASKED: words.t("noted that whoever was asked about promise {number} can no longer answer", **facts),
        Happened.SLIPPED: words.t("the date of promise {number} has passed ({day})", **facts),
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
