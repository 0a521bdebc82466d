"""What somebody looks for in a list: whose, where, about what, in which state, with which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sc_bot.domain.community import Community
from sc_bot.domain.problems import OPEN, State
from sc_bot.domain.routing.institutions import names_of
from sc_bot.domain.routing.phrases import PhraseBook
from sc_bot.domain.searching import stems
from sc_bot.domain.words import Word, words

LONGEST = 1_000  # characters of a question that are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A question as it was understood: each kind of filter narrows, several of one kind widen.

    `words` are what is left, as written; empty when none are searched for.
    """

    mine: bool = False
    overdue: bool = False
    clients: bool = False
    """Clients or families noticed it."""
    institutions: tuple[str, ...] = ()
    continua: tuple[str, ...] = ()
    states: frozenset[State] = frozenset()
    words: str = ""

    def also(self, other: "Sought") -> "Sought":
        """Both questions in one."""
        return Sought(
            mine=self.mine or other.mine,
            overdue=self.overdue or other.overdue,
            clients=self.clients or other.clients,
            institutions=tuple(dict.fromkeys(self.institutions + other.institutions)),
            continua=tuple(dict.fromkeys(self.continua + other.continua)),
            states=self.states | other.states,
            words=" ".join(filter(None, (self.words, other.words))),
        )


EVERYTHING = Sought()
_OF_STATES: Mapping[State, tuple[str, ...]] = {
    State.REPORTED: ("à la facilitation", "with the facilitator", "sans établissement", "without institution"),
    State.ROUTED: ("acheminé", "acheminée", "sent"),
    State.ACKNOWLEDGED: ("réception confirmée", "acknowledged"),
    State.ACCEPTED: ("pris en charge", "accepté", "acceptée", "accepted"),
    State.RETURNED: ("retourné", "retournée", "returned"),
    State.ARBITRATION: ("au comité de soutien", "with the support committee", "arbitrage", "arbitration"),
    State.CLOSED: ("clos", "fermé", "fermée", "closed"),
    State.WITHDRAWN: ("retiré", "retirée", "withdrawn"),
}
_OPEN = ("ouvert", "ouverte", "en cours", "open")
_MINE = ("miens", "les miens", "mien", "à moi", "mes problèmes", "mine", "my problems")
_CLIENTS = ("voix des usagers", "voix des familles", "par la clientèle", "by clients", "client voice", "family voice")
_OVERDUE = ("en retard", "overdue", "late")


def read_sought(text: str, community: Community) -> Sought:
    """Read a question in either language, in any order; what stands in quotation marks is words, whatever they say."""
    meanings = _meanings(community)
    book = PhraseBook(meanings)
    sought = EVERYTHING
    for piece, is_quoted in _pieces(text[:LONGEST]):
        for each in (Sought(words=_tidy(piece)),) if is_quoted else _read(words(piece), book, meanings):
            sought = sought.also(each)
    return sought


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A text outside and, every second piece, inside its quotation marks."""
    for number, piece in enumerate(text.translate(dict.fromkeys(map(ord, "«»“”"), '"')).split('"')):
        yield piece, number % 2 == 1


def _read(text: tuple[Word, ...], book: PhraseBook, meanings: Mapping[str, Sought]) -> Iterator[Sought]:
    position = 0
    while position < len(text):
        word = text[position]
        found = book.at(text, position)
        phrase = found.phrases[0] if found else word.written.upper()  # an id in small letters
        yield meanings.get(phrase) or Sought(words=_tidy(word.written))
        position = found.end if found else position + 1


def _tidy(text: str) -> str:
    """Words that say something; little ones alone are none."""
    return " ".join(text.split()) if any(True for _ in stems(text)) else ""


def _meanings(community: Community) -> dict[str, Sought]:
    """The phrases that narrow a list. A word of the bot's is never an institution's; two may share an alias."""
    found: dict[str, Sought] = {}
    for institution in community.institutions:
        for name in names_of(institution):
            found[name] = found.get(name, EVERYTHING).also(Sought(institutions=(institution.id,)))
    for continuum in community.continua:
        for name in (continuum.id, continuum.name.fr, continuum.name.en):
            found.setdefault(name, Sought(continua=(continuum.id,)))
    for state, phrases in _OF_STATES.items():
        found |= dict.fromkeys(phrases, Sought(states=frozenset({state})))
    found |= dict.fromkeys(_OPEN, Sought(states=OPEN))
    found |= dict.fromkeys(_MINE, Sought(mine=True)) | dict.fromkeys(_OVERDUE, Sought(overdue=True))
    return found | dict.fromkeys(_CLIENTS, Sought(clients=True))


def written(sought: Sought) -> str:
    """The question as it may be typed: what a button carries, to be read anew."""
    said = [*(["mine"] if sought.mine else []), *(["overdue"] if sought.overdue else [])]
    said += ["client voice"] if sought.clients else []
    states = ["open"] if sought.states == OPEN else [_OF_STATES[each][-1] for each in State if each in sought.states]
    quoted = f'"{sought.words[:LONGEST]}"' if sought.words else ""
    return " ".join(filter(None, (*said, *states, *sought.institutions, *sought.continua, quoted)))
