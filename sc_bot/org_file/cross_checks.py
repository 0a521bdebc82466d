"""What must hold between the parts of a community file.

These rules read the tree of texts, not the validated values: a file with one malformed date still hears about
its dangling references in the same go.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from sc_bot.domain.policies import Policies
from sc_bot.org_file.document import Document, Tree
from sc_bot.org_file.mistakes import Mistake, Path
from sc_bot.org_file.shapes import MOST_HINTS, nearest

Rule = Callable[[Document], Iterator[Mistake]]

EVERY = "*"
UNIQUE: tuple[tuple[str, ...], ...] = (
    ("continua", EVERY, "id"),
    ("institutions", EVERY, "id"),
    ("people", EVERY, "id"),
    ("committees", EVERY, "id"),
    ("objectives", EVERY, "id"),
    ("people", EVERY, "slack_id"),
    ("people", EVERY, "email"),
    ("institutions", EVERY, "channel"),
    ("committees", EVERY, "channel"),
)
REFERENCES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("community", "continua", EVERY), "continua"),
    (("community", "facilitator_substitute"), "people"),
    (("institutions", EVERY, "delegates", EVERY), "people"),
    (("people", EVERY, "institution"), "institutions"),
    (("routing", EVERY, "continuum"), "continua"),
    (("routing", EVERY, "institution"), "institutions"),
)


def cross_mistakes(document: Document) -> Iterator[Mistake]:
    """Every rule's mistakes, in no particular order."""
    for rule in RULES:
        yield from rule(document)


def found(tree: Tree, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, Tree]]:
    """Every value at a pattern such as ("people", "*", "id"); what has another shape is passed over."""
    if not pattern:
        yield path, tree
    elif pattern[0] == EVERY and isinstance(tree, list):
        for n, item in enumerate(tree):
            yield from found(item, pattern[1:], (*path, n))
    elif isinstance(tree, dict) and pattern[0] in tree:
        yield from found(tree[pattern[0]], pattern[1:], (*path, pattern[0]))


def texts(tree: Tree, *pattern: str) -> Iterator[tuple[Path, str]]:
    """The values found that are texts."""
    return ((path, value) for path, value in found(tree, pattern) if isinstance(value, str))


def text(tree: Tree, *pattern: str) -> str | None:
    """The one text at a place, if there is one."""
    return next((value for _, value in texts(tree, *pattern)), None)


def _unique(document: Document) -> Iterator[Mistake]:
    for pattern in UNIQUE:
        first: dict[str, Path] = {}
        for path, value in texts(document.tree, *pattern):
            before = first.setdefault(value.casefold(), path)
            if before != path:
                yield document.mistake(path, "taken", given=value, first=document.lines[before])


def _references_exist(document: Document) -> Iterator[Mistake]:
    hints = MOST_HINTS
    for pattern, section in REFERENCES:
        known = dict.fromkeys(value for _, value in texts(document.tree, section, EVERY, "id"))
        for path, value in texts(document.tree, *pattern):
            if value not in known:
                hint = nearest(value, [*known]) if hints > 0 else ""
                hints -= 1
                yield document.mistake(path, f"unknown_in_{section}", given=value, nearest=hint)


def _holders(document: Document, role: str) -> Iterator[tuple[Path, Tree]]:
    """Who has a role: the place of the word, and the person."""
    for (_, n, *_), person in found(document.tree, ("people", EVERY)):
        for path, given in texts(person, "roles", EVERY):
            if given == role:
                yield ("people", n, *path), person


def _one_director_each(document: Document) -> Iterator[Mistake]:
    directors: dict[str, list[Path]] = defaultdict(list)
    for path, person in _holders(document, "managing_director"):
        institution = text(person, "institution")
        if institution is None:
            yield document.mistake(path, "director_of_nothing")
        else:
            directors[institution].append(path)
    for path, institution in texts(document.tree, "institutions", EVERY, "id"):
        if not directors[institution]:
            yield document.mistake(path, "no_director", institution=institution)
        for extra in directors[institution][1:]:
            first = document.lines[directors[institution][0]]
            yield document.mistake(extra, "second_director", institution=institution, first=first)


def _one_facilitator(document: Document) -> Iterator[Mistake]:
    facilitators = [*_holders(document, "facilitator")]
    if not facilitators and any(found(document.tree, ("people", EVERY))):
        yield document.mistake(("people",), "no_facilitator")
    for path, _ in facilitators[1:]:
        yield document.mistake(path, "second_facilitator", first=document.lines[facilitators[0][0]])
    substitute = text(document.tree, "community", "facilitator_substitute")
    if substitute is not None and substitute in {text(person, "id") for _, person in facilitators}:
        yield document.mistake(("community", "facilitator_substitute"), "own_substitute", given=substitute)


def _delegates_are_others(document: Document) -> Iterator[Mistake]:
    directors = {
        (text(person, "institution"), text(person, "id")) for _, person in _holders(document, "managing_director")
    }
    for path, institution in found(document.tree, ("institutions", EVERY)):
        for place, delegate in texts(institution, "delegates", EVERY):
            if (text(institution, "id"), delegate) in directors:
                yield document.mistake((*path, *place), "own_delegate", given=delegate)


def _people_can_be_reached(document: Document) -> Iterator[Mistake]:
    for path, person in found(document.tree, ("people", EVERY)):
        if isinstance(person, dict) and not {"slack_id", "email"} & set(person):
            yield document.mistake(path, "no_tie")


def _only_outsiders_have_an_end(document: Document) -> Iterator[Mistake]:
    for path, person in found(document.tree, ("people", EVERY)):
        if isinstance(person, dict) and "until" in person and person.get("roles") != ["external_intervener"]:
            yield document.mistake((*path, "until"), "until_not_external")


def _prefixes_differ(document: Document) -> Iterator[Mistake]:
    code = text(document.tree, "community", "code")
    if code in {value for _, value in texts(document.tree, "continua", EVERY, "id")}:
        yield document.mistake(("community", "code"), "prefix_taken", given=code)


def _one_default_a_continuum(document: Document) -> Iterator[Mistake]:
    first: dict[str, Path] = {}
    for path, rule in found(document.tree, ("routing", EVERY)):
        continuum = text(rule, "continuum")
        if isinstance(rule, dict) and continuum is not None and not rule.get("keywords"):
            before = first.setdefault(continuum, path)
            if before != path:
                yield document.mistake(path, "second_default", given=continuum, first=document.lines[before])


def _dates_follow(document: Document) -> Iterator[Mistake]:
    starts, ends = (text(document.tree, "community", key) for key in ("starts_on", "ends_on"))
    if starts and ends and len(starts) == len(ends) and ends <= starts:  # ISO dates sort as texts
        yield document.mistake(("community", "ends_on"), "ends_before_it_starts", starts=starts)


def _delays_follow(document: Document) -> Iterator[Mistake]:
    usual = Policies()
    acknowledge = text(document.tree, "policies", "acknowledge_working_days") or str(usual.acknowledge_working_days)
    accept = text(document.tree, "policies", "accept_working_days") or str(usual.accept_working_days)
    both_numbers = acknowledge.isdecimal() and accept.isdecimal()
    if both_numbers and int(accept[:9]) < int(acknowledge[:9]):
        yield document.mistake(("policies", "accept_working_days"), "accepted_too_soon", given=acknowledge)


RULES: tuple[Rule, ...] = (
    _unique,
    _references_exist,
    _one_director_each,
    _one_facilitator,
    _delegates_are_others,
    _people_can_be_reached,
    _only_outsiders_have_an_end,
    _prefixes_differ,
    _one_default_a_continuum,
    _dates_follow,
    _delays_follow,
)
