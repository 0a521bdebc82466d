"""With the database, the logs and every export in hand, after each answer, nobody ties an answer to a person."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import BytesIO
from random import Random

import pytest

from sc_bot.domain.exports import Export
from sc_bot.domain.pulse import DIMENSIONS, KEPT
from sc_bot.presentation.words import Words
from sc_bot.presentation.workbook import write_json
from sc_bot.sealing import Sealed
from sc_bot.usecases.exporting.reading import book_of
from tests.databases import empty_database
from tests.house import Town, open_town
from tests.pulse.attacking import Haul, Steps, dump, readable, ties
from tests.stories.looking import rows
from tests.stories.pulsing import BEGINS, PUBLISHED, answers, looks, tick

PEOPLE = ("HSF-S1", "CVE-MD", "HSF-DG", "CVE-S1", "HSF-MD", "CVE-DG")


class Clear:
    """Seals nothing."""

    def seal(self, content: bytes, about: str) -> str:
        """As it is."""
        return b64encode(content).decode() + about[:0]

    def open(self, sealed: str, about: str) -> bytes | None:
        """Never needed here."""


def chosen() -> dict[str, Steps]:
    """Each person's steps, all different."""
    chance = Random(3)  # noqa: S311 - repeatable
    return {who: tuple(chance.choice((1, 2, 3, 4, 5)) for _ in DIMENSIONS) for who in PEOPLE}


def taken(town: Town, capture: pytest.CaptureFixture[str], logged: pytest.LogCaptureFixture) -> Haul:
    """Everything that there is to be taken now."""
    printed = capture.readouterr()
    said = printed.out + printed.err + logged.text
    logged.clear()
    return Haul(dump(town.house.settings.database_url), said + exported(town))


def exported(town: Town) -> str:
    """The workbook as a general manager gets it, with what `/sc pulse` says to them."""
    content = BytesIO()
    with town.house.web_database.whole() as uow:
        place = uow.communities.in_workspace("T0ESTRIE0")[0]
        reader = place.community.person("HSF-DG")
        assert reader is not None
        asked = Export(id=1, workspace=place.workspace, community=place.id, person=reader.id, at=town.clock())
        write_json(content, Words("fr"), book_of(uow, place, reader, asked, town.clock()))
    return content.getvalue().decode() + looks(town, "HSF-DG").text


def attacked(town: Town, take: Callable[[], Haul], truth: dict[str, Steps]) -> list[Haul]:
    """Everybody answers, and after each answer everything is taken; at last the wave is over."""
    tick(town, BEGINS)
    hauls = [take()]
    for who, steps in truth.items():
        answers(town, who, "CVE" if who.startswith("HSF") else "HSF", steps)
        hauls.append(take())
    tick(town, PUBLISHED)
    return [*hauls, take()]


def test_nobody_is_tied_to_an_answer(
    town: Town, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Not by order, not by what grew, not by a word in a log or an export; while it runs, and when it is over."""
    truth = chosen()
    hauls = attacked(town, lambda: taken(town, capsys, caplog), truth)
    assert ties(hauls, PEOPLE, truth) == set()
    assert {*truth.values()} & {steps for haul in hauls for text_ in _texts(haul) for steps in readable(text_)} == set()
    assert rows(town.house.settings.database_url, "pulse_invitations") == []


def _texts(haul: Haul) -> Iterator[str]:
    yield from (row for own in haul.database.values() for row in own)
    yield haul.elsewhere


def test_the_attacker_ties_everybody_where_answers_are_not_sealed(
    kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """By what grew between two copies, although the rows have no order."""
    monkeypatch.setattr(Sealed, "of", lambda _settings: Clear())
    truth = chosen()
    with empty_database(kind, region=True) as url, open_town(url) as town:
        hauls = attacked(town, lambda: taken(town, capsys, caplog), truth)
    assert ties(hauls, PEOPLE, truth) == {*PEOPLE}


def test_the_attacker_ties_everybody_where_rows_keep_their_order() -> None:
    """In one copy alone: the third mark is the third answer."""
    truth = chosen()
    marks = tuple(f"(1, '{who}', True)" for who in truth)
    kept = tuple(str((number, *steps)) for number, steps in enumerate(truth.values(), 60))
    naive = Haul({"marks": marks, "answers": kept}, "")
    assert ties([naive], PEOPLE, truth) == {*PEOPLE}


def test_the_attacker_reads_a_log_that_says_too_much() -> None:
    """A line with the values of a window, beside a mark that is new."""
    who, steps = next(iter(chosen().items()))
    said = ", ".join(f"{each.value}: {step}" for each, step in zip(DIMENSIONS, steps, strict=True))
    hauls = [Haul({"marks": ()}, ""), Haul({"marks": (f"(1, '{who}', True)",)}, f"handled {{{said}}}")]
    assert ties(hauls, PEOPLE, {who: steps}) == {who}


def test_sealed_answers_look_alike_and_only_the_key_opens_them() -> None:
    """Twice the same is not the same; all are of one length; neither another key nor another wave opens them."""
    sealed, other = Sealed([b"one", b"two"]), Sealed([b"two"])
    content = b"x" * 256
    first, second = sealed.seal(content, "1"), sealed.seal(content, "1")
    assert first != second
    assert len(first) == len(second)
    assert sealed.open(first, "1") == content
    assert sealed.open(first, "2") is None
    assert other.open(first, "1") is None
    assert sealed.open(other.seal(content, "1"), "1") == content


def test_what_was_sealed_is_destroyed_ninety_days_after_its_wave(town: Town) -> None:
    """Not a day before; what was published stays."""
    tick(town, BEGINS)
    for who, steps in chosen().items():
        answers(town, who, "CVE" if who.startswith("HSF") else "HSF", steps)
    tick(town, PUBLISHED)
    url = town.house.settings.database_url
    shown = looks(town, "HSF-S1").text
    over = date.fromisoformat(PUBLISHED)
    tick(town, str(over + KEPT))
    assert len(rows(url, "pulse_answers")) == len(PEOPLE)
    tick(town, str(over + KEPT + timedelta(days=1)))
    assert rows(url, "pulse_answers") == []
    assert looks(town, "HSF-S1").text == shown
