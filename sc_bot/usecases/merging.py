"""Three versions of one value: what the file said before, what stands now, what the file says today.

Only where the file itself changed does it change what stands; what was changed elsewhere in the meantime stays.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar, cast

T = TypeVar("T")


class _Entity(Protocol):
    """One entry of a list, known by its id."""

    @property
    def id(self) -> str: ...


def merged(said: T, stands: T, says: T) -> T:
    """What should stand, given what the file said, what stands, and what the file says.

    Values of the domain are merged field by field, and lists of entities by their ids, in the file's order.
    Anything else is taken whole. Where both sides changed the same thing, the file has the word.
    """
    if said == says:
        return stands
    if stands == said:
        return says
    if _all_dataclasses(said, stands, says):
        return _fields(said, stands, says)
    if _all_entities(said, stands, says):
        return cast("T", tuple(_entities(cast("Any", said), cast("Any", stands), cast("Any", says))))
    return says


def _fields(said: T, stands: T, says: T) -> T:
    names = [each.name for each in fields(cast("Any", says)) if each.init]
    changes = {name: merged(getattr(said, name), getattr(stands, name), getattr(says, name)) for name in names}
    return cast("T", replace(cast("Any", says), **changes))


def _entities(said: tuple[_Entity, ...], stands: tuple[_Entity, ...], says: tuple[_Entity, ...]) -> list[_Entity]:
    before, now = ({each.id: each for each in version} for version in (said, stands))
    result = []
    for each in says:
        if each.id in before and each.id in now:
            result.append(merged(before[each.id], now[each.id], each))
        elif before.get(each.id) != each:  # new in the file, or changed there after it was removed here
            result.append(each)
    named = {each.id for each in says}
    return result + [each for each in stands if each.id not in named and each.id not in before]


def _all_dataclasses(*values: object) -> bool:
    return all(is_dataclass(each) for each in values)


def _all_entities(*values: object) -> bool:
    return all(isinstance(each, tuple) and all(hasattr(item, "id") for item in each) for each in values)
