"""Words as they are searched for: plain stems, without the words that every sentence has."""

from collections.abc import Iterable, Iterator

from sc_bot.domain.words import plain, words

LONGEST_WORD = 40  # characters of a word that count; a longer one is no word of any language
MOST_WORDS = 2_000  # different words of one text that can be found; nobody writes more by hand
MOST_SOUGHT = 8  # words of one question
_SHORTEST_START, _LONG = 4, 7


def _set(said: str) -> frozenset[str]:
    return frozenset(said.split())


_EVERYWHERE = _set(
    "a ai as au aux avec c ce ces cet cette d dans de des donc du elle elles en est et etait ete etre eux il ils j je l"
    " la le les leur leurs lui m mais me mes mon n ne ni nos notre nous on ont ou par pas pour qu que qui quoi s sa"
    " sans se ses si son sont sous sur t ta te tes ton tous tout toute toutes tres tu un une vos votre vous y"
    " an and are at be been but by for from had has have he her his in into is it its my no not of or our she so that"
    " the their them they this to us was we were which who will with you your"
)


def stems(text: str) -> Iterator[str]:
    """The words of a text as they are compared, in order: no case, accents, ligatures, plurals; `l'hôpital` is two."""
    for word in words(plain(text)):
        bare = "".join(each for each in word.stem if each.isalnum())[:LONGEST_WORD]
        if bare and word.plain not in _EVERYWHERE and (len(bare) > 1 or bare.isdecimal()):
            yield bare


def kept(texts: Iterable[str]) -> tuple[str, ...]:
    """The different words of some texts, to be found by."""
    return tuple(each for text in texts for each in tuple(dict.fromkeys(stems(text)))[:MOST_WORDS])


def sought_words(text: str) -> tuple[str, ...]:
    """The different words of a question, the first few."""
    return tuple(dict.fromkeys(stems(text)))[:MOST_SOUGHT]


def start_of(stem: str) -> str:
    """What the other forms of a word share with it: *hôpital* and *hôpitaux*, *transfert* and *transférer*."""
    return stem[: max(_SHORTEST_START, len(stem) - 1 - (len(stem) >= _LONG))]
