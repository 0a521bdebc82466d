"""Flag identifying detail: what slipped through is taken out of everything that is kept or was said."""

import json

from sc_bot.playground.model import Message
from sc_bot.playground.screen import Screen
from tests.house import Town, card_of
from tests.stories.looking import bodies, everything, rows, shown_to, window

SLIPPED = "coquelicot du 3e étage"
REPORT = f"La chimio de l'hôpital attend: {SLIPPED}"


def redact(town: Town, person: Screen, words: str, reference: str = "ONC-1") -> None:
    """Flag identifying detail from the list, where whoever may redact finds it."""
    answer = person.runs(f"/sc show {reference}").message
    assert answer is not None
    card = next((each for each in reversed(person.messages) if "problem.redact" in json.dumps(each.blocks)), None)
    assert card is not None
    person.chooses(card, "problem.more", f"problem.redact {reference}")
    person.submits(window(town, person, "words"), {"words": words})


def holders(town: Town, words: str) -> dict[str, list[Message]]:
    """Who still sees these words in a message of the bot."""
    found = {
        who: [m for m in town.slack.as_person(who).messages if m.from_bot and m.ephemeral_to is None]
        for who in town.slack.workspace.people
    }
    shown = {who: [m for m in messages if words in f"{m.text}{m.blocks}"] for who, messages in found.items()}
    return {who: messages for who, messages in shown.items() if messages}


def told_everywhere(town: Town) -> tuple[Screen, Screen, Screen]:
    """The words are in a report, in its details, in a question and in its answer, on every kind of message."""
    fanny, bastien, anne = town.person("HSF-S1"), town.person("HSF-MD"), town.person("ADV-1")
    fanny.runs("/problem")
    fanny.presses(window(town, fanny), "problem.report_more")
    values: dict[str, object] = {"description": REPORT, "severity": "4", "show_name": ["yes"]}
    fanny.submits(window(town, fanny, "severity"), values)
    town.deliver()
    bastien.says(f"Lequel, {SLIPPED}?", thread=card_of(bastien, "ONC-1", "problem.accept"))
    town.deliver()
    question = next(each for each in reversed(fanny.messages) if "problem.answer" in json.dumps(each.blocks))
    fanny.says(f"Oui, {SLIPPED}", thread=question)
    town.deliver()
    return fanny, bastien, anne


def test_the_words_are_removed_from_the_record_the_history_and_every_message(town: Town, region_url: str) -> None:
    """Cards are edited, and so is what was said once: questions, answers, news; the rows hold no word of it."""
    fanny, _, anne = told_everywhere(town)
    assert set(holders(town, "coquelicot")) >= {fanny.person.id, anne.person.id, "UHSFMD000"}
    redact(town, anne, SLIPPED)
    town.deliver()
    assert holders(town, "coquelicot") == {}
    assert "coquelicot" not in everything(region_url)
    assert bodies(region_url)[0] == "La chimio de l'hôpital attend: [retiré]"


def test_the_redaction_itself_is_a_step_of_the_history(town: Town, region_url: str) -> None:
    """Who, when and how many texts; never which words."""
    _, _, anne = told_everywhere(town)
    redact(town, anne, SLIPPED)
    step = rows(region_url, "events")[-1]
    assert (step["kind"], step["actor"], step["details"]) == ("redacted", "ADV-1", ["3"])


def test_what_waits_to_be_sent_is_said_without_the_words(town: Town) -> None:
    """A card that was queued before the redaction is worded after it."""
    fanny, anne = town.person("HSF-S1"), town.person("ADV-1")
    fanny.runs("/problem Le formulaire se perd")
    town.deliver()
    anne.says(f"Est-ce {SLIPPED}?", thread=card_of(anne, "CS-1"))
    redact(town, anne, SLIPPED, "CS-1")
    town.deliver()
    assert "coquelicot" not in shown_to(fanny)


def test_case_and_spacing_do_not_hide_the_words(town: Town, region_url: str) -> None:
    """The words are found as they are read, not as they are typed."""
    _, _, anne = told_everywhere(town)
    redact(town, anne, "COQUELICOT  DU 3E ÉTAGE")
    assert "coquelicot" not in everything(region_url)


def test_words_that_are_nowhere_are_said_to_be_nowhere(town: Town, region_url: str) -> None:
    """Nothing to remove is not taken for done."""
    _, _, anne = told_everywhere(town)
    before = len(rows(region_url, "events"))
    card = card_of(anne, "ONC-1")
    anne.chooses(card, "problem.more", "problem.redact ONC-1")
    sent = anne.submits(window(town, anne, "words"), {"words": "pissenlit"})
    assert list(sent.errors) == ["words"]
    assert len(rows(region_url, "events")) == before


def test_words_that_stand_nowhere_are_told_and_nothing_else_is_touched(town: Town, region_url: str) -> None:
    """A slip of the pen must not look like a removal: the field says so, and nothing is removed meanwhile."""
    _, _, anne = told_everywhere(town)
    before = bodies(region_url)
    anne.runs("/sc show ONC-1")
    card = next(each for each in reversed(anne.messages) if "problem.redact" in json.dumps(each.blocks))
    anne.chooses(card, "problem.more", "problem.redact ONC-1")
    sent = anne.submits(window(town, anne, "words"), {"words": "pâquerette"})
    assert "nulle part" in sent.errors["words"]
    assert bodies(region_url) == before
