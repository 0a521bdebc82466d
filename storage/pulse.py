"""The pulse in tables. Marks of who answered and sealed answers are kept apart; neither keeps an order."""

from collections.abc import Sequence
from datetime import date
from secrets import token_hex
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, select, tuple_, update

from sc_bot.domain.problems import State
from sc_bot.domain.pulse import Wave
from sc_bot.ports import Place
from sc_bot.ports.pulse import Results
from storage.dialect import insert_new
from storage.tables import participations, problems, pulse_answers, pulse_invitations, pulse_waves

_RESULTS = TypeAdapter(Results)
_FIELDS = ("workspace", "community", "day", "begun_on", "ends_on", "since", "ended_on", "invited", "purged_on")


class StoredPulse:
    """Waves, who is asked, and sealed answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, place: Place, wave: Wave, people: Sequence[str]) -> Wave | None:
        """Store a new wave and whom it asks; None when the community has one of that day."""
        row = {name: getattr(wave, name) for name in _FIELDS} | {"invited": len(people)}
        if self._connection.execute(insert_new(self._connection, pulse_waves), row).rowcount != 1:
            return None
        begun = self.last(place)
        asked = [{"wave": begun.id, "person": each, "answered": False} for each in sorted(people)] if begun else []
        if asked:
            self._connection.execute(pulse_invitations.insert(), asked)
        return begun

    def last(self, place: Place, *, to_change: bool = False) -> Wave | None:
        """The newest wave of a community; `to_change` lets nobody else begin or end one meanwhile."""
        query = select(pulse_waves).where(pulse_waves.c.community == place.id)
        newest = query.order_by(pulse_waves.c.begun_on.desc(), pulse_waves.c.id.desc()).limit(1)
        return self._one(newest.with_for_update() if to_change else newest)

    def get(self, wave: int, *, to_answer: bool = False) -> Wave | None:
        """One wave; `to_answer`: it does not end until this unit of work does."""
        query = select(pulse_waves).where(pulse_waves.c.id == wave)
        return self._one(query.with_for_update(read=True) if to_answer else query)

    def has_answered(self, wave: int, person: str) -> bool | None:
        """Whether somebody who is asked has answered; None for those who are not asked."""
        query = select(pulse_invitations.c.answered).where(*_invitation(wave, person))
        return self._connection.execute(query).scalar_one_or_none()

    def hand_in(self, wave: int, person: str, sealed: str) -> bool:
        """Keep an answer, once a person; False when they have answered."""
        mark = update(pulse_invitations).where(*_invitation(wave, person), pulse_invitations.c.answered.is_(False))
        if self._connection.execute(mark.values(answered=True)).rowcount != 1:
            return False
        self._connection.execute(pulse_answers.insert(), {"wave": wave, "id": token_hex(16), "sealed": sealed})
        return True

    def handed_in(self, wave: int) -> Sequence[str]:
        """Every sealed answer, in the order of random ids."""
        query = select(pulse_answers.c.sealed).where(pulse_answers.c.wave == wave).order_by(pulse_answers.c.id)
        return self._connection.execute(query).scalars().all()

    def sealed(self, after: tuple[int, str], limit: int) -> Sequence[tuple[int, str, str]]:
        """Sealed answers of all waves, in the order of their random ids: wave, id, what is sealed."""
        key = (pulse_answers.c.wave, pulse_answers.c.id)
        query = select(pulse_answers).where(tuple_(*key) > tuple_(*after)).order_by(*key).limit(limit)
        return [(row.wave, row.id, row.sealed) for row in self._connection.execute(query)]

    def seal_anew(self, wave: int, answer: str, before: str, after: str) -> None:
        """The same answer, sealed with another key."""
        same = (pulse_answers.c.wave == wave) & (pulse_answers.c.id == answer) & (pulse_answers.c.sealed == before)
        self._connection.execute(update(pulse_answers).where(same).values(sealed=after))

    def end(self, wave: Wave, ended_on: date, results: Results) -> None:
        """Publish: the results stand, and nobody knows any more who answered."""
        here = (pulse_waves.c.id == wave.id) & pulse_waves.c.ended_on.is_(None)
        row = {"ended_on": ended_on, "results": _RESULTS.dump_python(results, mode="json")}
        self._connection.execute(update(pulse_waves).where(here).values(row))
        self._connection.execute(pulse_invitations.delete().where(pulse_invitations.c.wave == wave.id))

    def results(self, wave: int) -> Results:
        """What was published; nothing before the end."""
        query = select(pulse_waves.c.results).where(pulse_waves.c.id == wave)
        record = self._connection.execute(query).scalar_one_or_none()
        return Results() if record is None else _RESULTS.validate_python(record)

    def ended(self, place: Place, limit: int) -> Sequence[Wave]:
        """The waves that are over, the newest first."""
        query = select(pulse_waves).where(pulse_waves.c.community == place.id, pulse_waves.c.ended_on.is_not(None))
        rows = self._connection.execute(query.order_by(pulse_waves.c.begun_on.desc()).limit(limit))
        return [_wave(row) for row in rows]

    def purge(self, ended_before: date, today: date) -> int:
        """Destroy the sealed answers of the waves that ended before a day; returns of how many waves."""
        old = pulse_waves.c.purged_on.is_(None) & (pulse_waves.c.ended_on < ended_before)
        waves = self._connection.execute(select(pulse_waves.c.id).where(old)).scalars().all()
        if waves:
            self._connection.execute(pulse_answers.delete().where(pulse_answers.c.wave.in_(waves)))
            gone = update(pulse_waves).where(pulse_waves.c.id.in_(waves))
            self._connection.execute(gone.values(purged_on=today))
        return len(waves)

    def rename(self, place: Place, old: str, new: str) -> None:
        """One person turned out to be another; asked under both ids, they answer once."""
        last = self.last(place)
        before = self.has_answered(last.id, old) if last else None
        if last is None or before is None:
            return
        now = self.has_answered(last.id, new)
        self._connection.execute(pulse_invitations.delete().where(*_invitation(last.id, old)))
        self._connection.execute(pulse_invitations.delete().where(*_invitation(last.id, new)))
        row = {"wave": last.id, "person": new, "answered": before or bool(now)}
        self._connection.execute(pulse_invitations.insert(), row)

    def partners(self, place: Place, home: str) -> frozenset[str]:
        """The institutions with which one shares problems: as the one where they were met, that has them, or helps."""
        here = (problems.c.community == place.id) & (problems.c.state != State.WITHDRAWN.value)
        met, has = problems.c.reporter_institution, problems.c.institution
        helps = participations.c.institution
        both = select(met, has).where(here, (met == home) | (has == home)).distinct()
        helped = select(has, helps).join(participations, participations.c.problem == problems.c.id)
        helped = helped.where(here, (has == home) | (helps == home)).distinct()
        found = [each for query in (both, helped) for row in self._connection.execute(query) for each in row]
        return frozenset(str(each) for each in found if each is not None and each != home)

    def _one(self, query: Select[Any]) -> Wave | None:
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _wave(row)


def _invitation(wave: int, person: str) -> tuple[Any, Any]:
    return pulse_invitations.c.wave == wave, pulse_invitations.c.person == person


def _wave(row: Row[Any]) -> Wave:
    return Wave(id=row.id, **{name: getattr(row, name) for name in _FIELDS})
