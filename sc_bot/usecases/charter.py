"""The charter: read by everybody, signed by those who answer for an institution, adapted by the facilitator."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sc_bot.domain import charter as rules
from sc_bot.domain.answerable import facilitates
from sc_bot.domain.answers import Answer
from sc_bot.domain.charter import Charter, Signature
from sc_bot.domain.charter_views import CharterView, PartnerView, SignedView
from sc_bot.domain.common_answers import CharterAdapted, CharterSigned
from sc_bot.domain.community import Person
from sc_bot.domain.refusals import Refused, Why
from sc_bot.ports import Database, Member, Place, UnitOfWork
from sc_bot.usecases.asking import Asked, member_in, member_of_reading, must_be_open, once
from sc_bot.usecases.gate import gate, required
from sc_bot.usecases.homes.refreshing import look_stale
from sc_bot.usecases.showing import reader_of

FIRST = Charter(number=1)
"""What holds before anything is kept: the text that comes with the bot."""


def see_charter(database: Database, asked: Asked, community: int | None = None) -> CharterView:
    """The charter of the community where one is, or of this one of theirs.

    Raises:
        Refused: NO_COMMUNITY, or NOT_YOURS.
    """
    with database.reading() as uow:
        if community is not None:
            return charter_of(uow, _member(uow, asked, community))
        member = member_of_reading(uow, asked)
        if member is None:
            raise Refused(Why.NO_COMMUNITY)
        return charter_of(uow, member)


def charter_of(uow: UnitOfWork, member: Member) -> CharterView:
    """The version that holds, with its signatures, for one reader."""
    place, person = member.place, member.person
    charter = uow.charters.current(place) or FIRST
    signatures = uow.charters.signatures(place, charter.number)
    return CharterView(
        reader=reader_of(place, person),
        community=place.id,
        name=place.community.settings.name,
        number=charter.number,
        fr=charter.fr,
        en=charter.en,
        partners=tuple(_partner(place, each) for each in rules.standings(place.community, signatures)),
        may_sign=rules.unsigned(person, place.community, signatures),
        may_adapt=facilitates(person, place.community),
    )


def sign_charter(database: Database, asked: Asked, community: int, number: int) -> Answer:
    """Sign, as everything that one is for one's institution; once more changes nothing.

    Raises:
        Refused: NO_SIGNATORY, they sign for no institution; NOT_YOURS, of another community; OLD_WINDOW, the text has
            changed since they read it.
    """

    def act(uow: UnitOfWork) -> Answer:
        member = _member(uow, asked, community)
        place, person = member.place, member.person
        charter = uow.charters.current(place) or FIRST
        roles = rules.may_sign(person, place.community)
        if not roles:
            raise Refused(Why.NO_SIGNATORY)
        must_be_open(place)
        if charter.number != number:
            raise Refused(Why.OLD_WINDOW, field="agreed")
        for role in roles:
            here = str(person.institution)
            signature = Signature(charter=number, institution=here, role=role, person=person.id, at=asked.now)
            uow.charters.sign(place, signature)
        _show(uow, place, asked.now, person)
        return CharterSigned(person=person.id, community=place.id, charter=number, waits=_waits(uow, place, person))

    return once(database, asked, act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A new text in both languages; `after` is the version that its author has read."""

    after: int
    fr: str
    en: str
    confirm_reason: str | None = None


def adapt_charter(database: Database, asked: Asked, community: int, wording: Wording) -> Answer:
    """Word it anew, in both languages: a new version, for which everybody is asked again. The old one stays as it was.

    Raises:
        Refused: a text is missing, too long or identifying; FOR_FACILITATOR; OLD_WINDOW, somebody else has adapted it.
    """
    texts = {"fr": required(wording.fr, "fr"), "en": required(wording.en, "en")}
    for name, text in texts.items():
        if len(text) > rules.LONGEST:
            raise Refused(Why.TOO_LONG, field=name, details=(str(rules.LONGEST),))
    passed = gate(dict(texts), reason=wording.confirm_reason)

    def act(uow: UnitOfWork) -> Answer:
        member = _member(uow, asked, community)
        place = member.place
        if not facilitates(member.person, place.community):
            raise Refused(Why.FOR_FACILITATOR)
        must_be_open(place)
        before = uow.charters.current(place) or FIRST
        new = Charter(number=before.number + 1, fr=texts["fr"], en=texts["en"], made_by=member.person.id)
        if before.number != wording.after or not uow.charters.add(place, new, asked.now):
            raise Refused(Why.OLD_WINDOW, field="fr")
        if passed.confirmed:
            change = (None, {"confirmed": list(passed.confirmed), "reason": passed.reason})
            uow.communities.audit(place, member.person.id, f"charter {new.number}", change, asked.now)
        _show(uow, place, asked.now, *place.community.people)
        return CharterAdapted(community=place.id, charter=new.number)

    return once(database, asked, act)


def _member(uow: UnitOfWork, asked: Asked, community: int) -> Member:
    member = member_in(uow, asked, community)
    if member is None:
        raise Refused(Why.NOT_YOURS)
    return member


def _partner(place: Place, standing: rules.Standing) -> PartnerView:
    zone = ZoneInfo(place.community.settings.timezone)
    signed = tuple(
        SignedView(each.role, _name(place, each.person), each.at.astimezone(zone).date()) for each in standing.signed
    )
    return PartnerView(standing.institution.name, signed, standing.missing)


def _name(place: Place, person: str) -> str:
    found = place.community.person(person)
    return found.name if found else ""


def _waits(uow: UnitOfWork, place: Place, person: Person) -> bool:
    signatures = uow.charters.signatures(place, (uow.charters.current(place) or FIRST).number)
    here = (each for each in rules.standings(place.community, signatures) if each.institution.id == person.institution)
    return any(each.missing for each in here)


def _show(uow: UnitOfWork, place: Place, now: datetime, *people: Person) -> None:
    """On the Homes of these people and of the facilitators."""
    heads = (place.community.facilitator, place.community.substitute)
    look_stale(uow, place, [each for each in (*people, *heads) if each is not None], now)
