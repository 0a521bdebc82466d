"""Contributions on every screen: the card, the answers, the windows."""

from collections.abc import Iterator
from dataclasses import replace

from sc_bot.domain.answers import Faster
from sc_bot.domain.participations import Taking
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, State
from sc_bot.domain.views import ContributionView
from sc_bot.ports import Message
from sc_bot.presentation import cards, contributions, replies
from sc_bot.presentation.windows import contributions as windows
from sc_bot.presentation.windows.parts import WindowJson
from tests.presentation.promised import promise
from tests.presentation.samples import GROUP, HOSPITAL, NOW, REFERENCE, SAID, WHO, region, view, words

ANSWERS = {
    Taking.ASKED: frozenset({Verb.CONTRIBUTE, Verb.DECLINE}),
    Taking.ACCEPTED: frozenset({Verb.COMMIT}),
    Taking.DECLINED: frozenset[Verb](),
    Taking.ENDED: frozenset({Verb.COMMIT}),
}


def contribution(language: str, said: str = SAID, standing: Taking = Taking.ASKED) -> ContributionView:
    """What is asked of one institution, as its director sees it."""
    return ContributionView(
        problem=view(language, state=State.ACCEPTED, description=said, invited=(GROUP,)),
        institution=GROUP,
        institution_id="GTV",
        standing=standing,
        what=said,
        asked_by=WHO,
        offers=ANSWERS[standing],
    )


def contribution_messages(language: str, said: str) -> Iterator[tuple[str, Message]]:
    """Cards and answers."""
    for standing in Taking:
        seen = contribution(language, said, standing)
        yield f"contributor, {standing}", contributions.card(seen)
    nothing = {"problem": view(language, description=None), "what": None, "standing": Taking.DECLINED}
    yield "contributor, looking on", contributions.card(replace(seen, **nothing, offers=frozenset()))  # type: ignore[arg-type] # fields by name
    passed_on = replace(contribution(language, said), offers=frozenset(), is_passed_on=True)
    yield "contributor, passed on", contributions.card(passed_on)
    owed = view(
        language, state=State.ACCEPTED, description=said, commitments=(promise(language, said, institution=GROUP),)
    )
    promised = replace(contribution(language, said, Taking.ACCEPTED), problem=owed)
    yield "contributor, promised", contributions.card(promised)
    over = replace(promised, problem=replace(owed, state=State.CLOSED, closing=Closing.SOLVED), offers=frozenset())
    yield "contributor, closed", contributions.card(over)
    beside = {"invited": (GROUP,), "contributors": (HOSPITAL,), "state": State.ACCEPTED, "description": said}
    yield "director, partners", cards.director_card(view(language, **beside, details=(said,)))
    yield (
        "director, partners, promised",
        cards.director_card(view(language, **beside, commitments=(promise(language, said),) * 3)),
    )
    for standing in Taking:
        faster = Faster(
            problem=1,
            reference=REFERENCE,
            community=1,
            state=State.ACCEPTED,
            by="HSF-MD",
            at=NOW,
            contribution=standing.value,
        )
        yield f"faster, contribution {standing}", replies.faster(words(language), faster, region())


def contribution_windows(language: str, said: str) -> Iterator[tuple[str, WindowJson]]:
    """Asking, and declining."""
    to = words(language)
    yield "partner, ask", windows.ask_window(to, view(language), region())
    yield "partner, decline", windows.decline_window(to, contribution(language, said))
    yield "partner, decline unread", windows.decline_window(to, replace(contribution(language), what=None))
