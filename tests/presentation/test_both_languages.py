"""Everything that can be shown is shown in both languages, and nothing stays in the other one."""

import re
from collections.abc import Callable
from typing import Any, get_args

import pytest

from sc_bot.domain import answers, common_answers, common_notices, notices
from sc_bot.domain.answers import Identifying
from sc_bot.domain.commitments import Standing
from sc_bot.domain.deadlocks import Sign, Stage, Way
from sc_bot.domain.decisions import Deciding
from sc_bot.domain.events import Happened
from sc_bot.domain.lesson_lines import LessonAsks
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.domain.lessons import Did, Origin, Taken
from sc_bot.domain.lessons import Stage as LessonStage
from sc_bot.domain.meetings import Kind, Outcome
from sc_bot.domain.perceiving import OFFICES
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Closing, Severity, State
from sc_bot.presentation import deadlocks, history, lesson_words, replies, vocabulary
from sc_bot.presentation.meetings import items
from sc_bot.presentation.words import Words
from sc_bot.privacy.findings import Kind as Identifier
from tests.presentation.gallery import as_text
from tests.presentation.samples import LANGUAGES, step, words
from tests.presentation.screens import messages
from tests.presentation.windows import homes, windows

ENGLISH = re.compile(
    r"\b(the|you|your|is|was|of|and|not|who|with|they|it|this|that|what|from|see|all|by|here|kept|closed|sent|"
    r"answer|report|yes|name|why|line)\b",
    re.IGNORECASE,
)
FRENCH = re.compile(
    r"\b(le|la|les|vous|votre|est|du|des|et|ne|qui|avec|ce|cette|que|voir|par|clos|pour|nom|ligne|oui|à)\b",
    re.IGNORECASE,
)
IN_BOTH = {"refused, not_listed", "sorry, not_listed"}
NAMES = re.compile(
    r"Hôpital Saint-Firmin-des-Monts|Trois-Villages|Val-des-Érables|Ruisseau-Clair|Les Passerelles|Les Balises-Neuves|"
    r"Comité de soutien|Support committee|Signaler · Report|"
    r"Maison du Détour|La Clairière|Réseau de pharmacies des Collines|des Collines|/\w+"
)
VOCABULARY: list[tuple[Callable[[Words, Any], str], Any]] = [
    *((vocabulary.state, each) for each in State),
    *((vocabulary.severity, each) for each in Severity),
    *((vocabulary.closing, each) for each in Closing),
    *((vocabulary.closing_choice, each) for each in Closing),
    *((vocabulary.verb, each) for each in Verb),
    *((vocabulary.decision, each) for each in Deciding),
    *((deadlocks.sign, each) for each in Sign),
    *((deadlocks.way, each) for each in Way),
    *((deadlocks.stage, each) for each in Stage),
    *((deadlocks.office, each) for each in OFFICES),
    *((vocabulary.identifier, each.value) for each in Identifier),
    *((vocabulary.line, each) for each in (1, 2, 3)),
    *((lesson_words.stage, each) for each in LessonStage),
    *((lesson_words.origin, each) for each in Origin),
    *((lesson_words.taken, each) for each in Taken),
    *((lesson_words.did, each) for each in Did),
    *((lesson_words.act, each) for each in LessonAct),
    *((lesson_words.asks, each) for each in LessonAsks),
    *((vocabulary.promise, each) for each in Standing),
    *((items.kind, each) for each in Kind),
    *((items.outcome, each) for each in Outcome),
]


SHOWN_AS = {
    notices.AuthorCard: "author",
    notices.DirectorCard: "director",
    notices.TriageCard: "triage",
    notices.ArbitrationCard: "arbitration",
    notices.ContributorCard: "contributor",
    notices.Headline: "headline",
    notices.Told: "told",
    notices.ToldToo: "told too",
    notices.CommitmentCard: "promise",
    notices.Relieved: "relieved",
    notices.DecisionCard: "decision card",
    common_notices.JointCard: "joint card",
    common_notices.JointHeadline: "joint headline",
    common_notices.JointCheck: "joint check",
    common_answers.JointChanged: "joint change",
    common_notices.LessonHeadline: "lesson headline",
    common_notices.LessonTold: "lesson told",
    notices.MorningList: "morning",
    notices.Digest: "digest",
    notices.Welcome: "welcome",
    notices.AskHome: "ask home",
    notices.Unplaced: "unplaced",
    notices.OfferReport: "offer report",
    notices.SorryNote: "sorry",
    notices.Covering: "covering",
    notices.WhileAway: "while away",
    notices.HomeTab: "home",
    notices.Workbook: "workbook",
    notices.NoWorkbook: "no workbook",
    notices.Trend: "trend",
    common_notices.PulseInvitation: "pulse invitation",
    notices.ResearchData: "research",
    answers.Recorded: "recorded",
    answers.Identifying: "identifying",
    answers.Changed: "changed",
    answers.Faster: "faster",
    answers.Promised: "promised",
    answers.DecisionAsked: "decision asked",
    answers.DecisionAnswered: "decision answered",
    common_answers.LessonKept: "lesson kept",
    common_answers.LessonOvertaken: "lesson overtaken",
    answers.Snoozed: "snoozed",
    answers.Placed: "placed",
    answers.Preparing: "preparing",
    common_answers.PulseAnswered: "pulse thanks",
    common_answers.PulseBegun: "pulse begun",
    common_answers.ErasureBegun: "erasure begun",
    common_answers.IncidentRecorded: "incident recorded",
    notices.PersonFile: "person file",
    answers.WentAway: "went away",
    answers.CameBack: "came back",
    answers.HabitsKept: "habits kept",
    common_notices.AgendaCard: "agenda card",
    common_notices.Projector: "wall",
    common_notices.MinutesDraft: "minutes draft",
    common_notices.MinutesCard: "minutes card",
    common_answers.Met: "met",
    common_answers.MetFaster: "met faster",
    answers.Heard: "heard",
    common_answers.WhichCommunity: "which community",
    common_answers.PlaceChosen: "place chosen",
    common_answers.ReviewHeld: "review held",
    common_answers.Archived: "archived",
    common_answers.Restored: "restored",
    common_notices.CycleReview: "cycle review",
    common_notices.EndsSoon: "ends soon",
    common_notices.NoDirector: "no director",
    common_notices.ErasureEnded: "erasure ended",
    common_answers.CharterSigned: "charter signed",
    common_answers.CharterAdapted: "charter adapted",
}


def _screens(language: str) -> list[tuple[str, str]]:
    said = [(name, f"{each.text}\n{as_text(each.blocks)}") for name, each in messages(language)]
    views = [*windows(language), *homes(language)]
    ends = ("title", "submit", "close")
    return said + [
        (name, "\n".join([*(str((each.get(end) or {}).get("text", "")) for end in ends), as_text(each["blocks"])]))
        for name, each in views
    ]


@pytest.mark.parametrize(("word", "meant"), VOCABULARY, ids=lambda each: getattr(each, "__name__", str(each)))
def test_every_state_severity_ending_button_and_identifier_has_a_name(
    word: Callable[[Words, Any], str], meant: object
) -> None:
    """The names differ in the two languages: none is left in English by accident."""
    english, french = word(words("en"), meant), word(words("fr"), meant)
    assert english
    assert french
    assert english != french


@pytest.mark.parametrize("kind", list(Happened))
def test_every_step_of_history_has_its_sentence(kind: Happened) -> None:
    """Whatever happened can be read in both languages."""
    english, french = (history.step(words(each), step(kind)) for each in LANGUAGES)
    assert english != french


def test_every_notice_and_every_answer_has_its_screen_here() -> None:
    """A new kind of message is looked at in both languages, or this fails."""
    silent = {notices.TakenBack}  # says nothing: it is deleted
    assert set(SHOWN_AS) | silent == set(get_args(notices.Notice) + get_args(answers.Answer))
    shown = {name.partition(",")[0] for name, _ in _screens("fr")}
    assert {each for each in SHOWN_AS.values() if not any(name.startswith(each) for name in shown)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_whose_language_nobody_knows_reads_both(language: str) -> None:
    """Of somebody of another workspace whom no community names, not even the language is known."""
    for name, text in _screens(language):
        if name in IN_BOTH:
            assert "Rien n'a été conservé" in text
            assert "Nothing was kept" in text


def test_what_is_shown_in_french_keeps_its_no_break_spaces() -> None:
    """Before a colon and inside guillemets, in heads too, whose lines are joined: no line ends there on a telephone."""
    torn = re.compile(r"[^\u00a0]:(?=\s)|«[^\u00a0]|[^\u00a0]»")
    assert {name: found for name, text in _screens("fr") if name not in IN_BOTH and (found := torn.findall(text))} == {}


def test_nothing_is_left_in_english_on_a_french_screen() -> None:
    """Every message, window and Home, read as the eye reads it."""
    left = {name: ENGLISH.findall(NAMES.sub("", text)) for name, text in _screens("fr") if name not in IN_BOTH}
    assert {name: found for name, found in left.items() if found} == {}


def test_nothing_is_left_in_french_on_an_english_screen() -> None:
    """The same the other way round."""
    left = {name: FRENCH.findall(NAMES.sub("", text)) for name, text in _screens("en") if name not in IN_BOTH}
    assert {name: found for name, found in left.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_put_together_keep_their_punctuation(language: str) -> None:
    """No doubled full stop after *a.m.*, no hole where a value was empty."""
    holes = re.compile(r"\.\.|,,|::|\(\s*\)| [,.]|\s\)|\bNone\b|[{}]")
    assert {name: found for name, text in _screens(language) if (found := holes.findall(text))} == {}


def test_the_same_screens_exist_in_both_languages() -> None:
    """Two languages, one shape: the same messages with as many lines."""
    english, french = ({name: text.count("\n") for name, text in _screens(each)} for each in LANGUAGES)
    assert english == french


def test_a_report_that_could_not_be_stored_is_said_in_both_languages() -> None:
    """Nobody could look up whose it is."""
    sorry = [replies.not_recorded("7F3A", text_follows=each) for each in (True, False)]
    for said in (*sorry, replies.perhaps_recorded("7F3A")):
        assert said.count("7F3A") == 2
        assert "reference" in said
        assert "référence" in said


def test_every_kind_of_identifier_is_named_when_a_text_is_refused() -> None:
    """The author knows what to look for."""
    for language in LANGUAGES:
        for kind in Identifier:
            said = replies.identifying(words(language), Identifying(kinds=(kind.value,), blocks=True)).text
            assert vocabulary.identifier(words(language), kind.value) in said
