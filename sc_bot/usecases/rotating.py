"""Keys are changed: whatever is sealed gets the first key, in small steps; done twice, it changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sc_bot.domain.installations import Installation
from sc_bot.ports import Database, Resealing
from sc_bot.usecases.pulse.turning import about

AT_A_TIME: Final = 100  # answers in one transaction
FIRST: Final = (0, "")


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many things are sealed, of one sort."""

    anew: int = 0
    """With the first key since just now."""
    already: int = 0
    """With the first key before."""
    unopened: int = 0
    """With a key that is not there: they need it, or are lost."""

    def __add__(self, other: "Rotated") -> "Rotated":
        """Both together."""
        return Rotated(self.anew + other.anew, self.already + other.already, self.unopened + other.unopened)


def rotate_tokens(database: Database, keys: Resealing) -> Rotated:
    """Seal every workspace's tokens with the first key."""
    with database.reading() as uow:
        every = [each for each in uow.installations.all() if each.token is not None]
    return sum((_rotate_token(database, keys, each.workspace) for each in every), Rotated())


def _rotate_token(database: Database, keys: Resealing, workspace: str) -> Rotated:
    with database.unit_of_work() as uow:
        stands = uow.installations.get(workspace, to_change=True)
        if stands is None or stands.token is None:
            return Rotated()
        token, refresh = _anew(keys, stands, stands.token), _anew(keys, stands, stands.refresh)
        if token is None or (refresh is None and stands.refresh is not None):
            return Rotated(unopened=1)
        if (token, refresh) == (stands.token, stands.refresh):
            return Rotated(already=1)
        uow.installations.seal_anew(stands, token=token, refresh=refresh)
    return Rotated(anew=1)


def _anew(keys: Resealing, installation: Installation, sealed: str | None) -> str | None:
    return None if sealed is None else keys.sealed_anew(sealed, installation.workspace)


def rotate_answers(database: Database, keys: Resealing) -> Iterator[Rotated]:
    """Seal every answer of the pulse with the first key; tells after each step, so that it can be shown and stopped."""
    after = FIRST
    while True:
        with database.unit_of_work() as uow:
            some = uow.pulse.sealed(after, AT_A_TIME)
            done = Rotated()
            for wave, answer, sealed in some:
                anew = keys.sealed_anew(sealed, about(wave))
                done += Rotated(anew=anew not in (None, sealed), already=anew == sealed, unopened=anew is None)
                if anew not in (None, sealed):
                    uow.pulse.seal_anew(wave, answer, sealed, str(anew))
        if not some:
            return
        after = some[-1][:2]
        yield done
