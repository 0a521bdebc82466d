"""The charter as one reader may see it; everybody of the community may see all of it."""

from dataclasses import dataclass
from datetime import date

from sc_bot.domain.community import Localised, Role
from sc_bot.domain.views import Reader


@dataclass(frozen=True, slots=True)
class SignedView:
    """Who signed, as what, on which day."""

    role: Role
    person: str
    day: date


@dataclass(frozen=True, slots=True)
class PartnerView:
    """One institution: its signatures, and as what nobody has signed for it yet."""

    name: Localised
    signed: tuple[SignedView, ...] = ()
    missing: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterView:
    """One version. `fr` and `en` are None for the text that comes with the bot; `may_sign` is what is still to sign."""

    reader: Reader
    community: int
    name: Localised
    number: int
    fr: str | None
    en: str | None
    partners: tuple[PartnerView, ...]
    may_sign: tuple[Role, ...] = ()
    may_adapt: bool = False
