"""How a text names somebody of a community, and the same text without."""

from collections.abc import Iterable

from sc_bot.domain.community import Person
from sc_bot.domain.persons import family_of, named_by
from sc_bot.ports import Place
from sc_bot.privacy import Names, redact_names


def names_of(person: Person, people: Iterable[Person]) -> Names:
    """How they are named, and who else of the community has their family name in theirs."""
    family = family_of(person)
    others = [each.name for each in people if each.id != person.id and family and family in each.name]
    return Names(sure=named_by(person), family=family, others=[each for each in others if each != person.name])


def unnamed(text: str, names: Names, place: Place) -> str:
    """The text without them, with the mark of the community's language."""
    return redact_names(text, names, language=place.community.settings.language.value)
