"""Problems as lines of lists, channels and digests show them: without their words and history."""

from collections.abc import Sequence
from dataclasses import replace

from sc_bot.domain.community import Person
from sc_bot.domain.offers import offers
from sc_bot.domain.problems import Problem
from sc_bot.domain.texts import Text, TextKind
from sc_bot.domain.views import ProblemView
from sc_bot.domain.visibility import sight
from sc_bot.ports import Place, UnitOfWork
from sc_bot.usecases.showing import channel_reader, last_words, public_view, reader_of, with_lead


def views_of(uow: UnitOfWork, place: Place, problems: Sequence[Problem], person: Person) -> list[ProblemView]:
    """Problems as a list shows them: reference, state, lead, neutral title, and what may be done.

    Those who read the text also get the words on which two agreed. Nothing else is read. One query, whatever their
    number; the caller leaves out what they may not know of.
    """
    titles = uow.history.some_texts(
        [each.id for each in problems], TextKind.TITLE, TextKind.OBJECTIVE, TextKind.STATEMENT
    )
    return [_in_a_list(place, each, person, [text for text in titles if text.problem == each.id]) for each in problems]


def _in_a_list(place: Place, problem: Problem, person: Person, titles: Sequence[Text]) -> ProblemView:
    community, is_author = place.community, person.id == problem.reporter
    seen = sight(person, problem, community)
    public = public_view(community, problem, reader_of(place, person), titles)
    return replace(
        with_lead(public, community, problem, seen),
        statement=last_words(titles, TextKind.STATEMENT) if seen.text else None,
        offers=offers(person, problem, community),
        is_author=is_author,
        hides_subject=is_author and not problem.name_shown,
    )


def headline_view(uow: UnitOfWork, place: Place, problem: Problem, institution: str) -> ProblemView:
    """What an institution's channel shows: reference, state, lead, neutral title; nothing else is even read."""
    texts = uow.history.texts(problem.id)
    return public_view(place.community, problem, channel_reader(place, institution), texts)


def titles_of(uow: UnitOfWork, problems: Sequence[Problem]) -> Sequence[Text]:
    """The titles of several problems, and to which objectives they are linked, read at once."""
    return uow.history.some_texts([each.id for each in problems], TextKind.TITLE, TextKind.OBJECTIVE)


def public_views(
    place: Place, problems: Sequence[Problem], person: Person, titles: Sequence[Text]
) -> list[ProblemView]:
    """What everybody of the community may know of several problems: for lists of lines."""
    reader = reader_of(place, person)
    return [
        public_view(place.community, each, reader, [text for text in titles if text.problem == each.id])
        for each in problems
    ]


def brief_view(place: Place, problem: Problem, person: Person, title: str | None) -> ProblemView | None:
    """One problem as one line for one reader, without its words and its history; None if they may not know of it."""
    community = place.community
    seen = sight(person, problem, community)
    if not seen.exists:
        return None
    public = replace(public_view(community, problem, reader_of(place, person), ()), title=title)
    is_author = person.id == problem.reporter
    return replace(
        with_lead(public, community, problem, seen),
        offers=offers(person, problem, community),
        is_author=is_author,
        hides_subject=is_author and not problem.name_shown,
    )
