"""The names of what lessons are made of, in both languages: stages, occasions, facets, answers, steps, buttons."""

from collections.abc import Mapping

from sc_bot.domain.lesson_lines import LessonAsks
from sc_bot.domain.lesson_rights import LessonAct
from sc_bot.domain.lessons import Did, Facet, Origin, Stage, Taken
from sc_bot.presentation.words import Words


def stage(words: Words, stage: Stage) -> str:
    """Where a lesson stands."""
    return {
        Stage.NOTED: words.t("good practice reported"),
        Stage.ASKED: words.t("asked for"),
        Stage.PASSED: words.t("nothing to pass on"),
        Stage.DRAFTED: words.t("to be validated"),
        Stage.SENT_BACK: words.t("to be completed"),
        Stage.PUBLISHED: words.t("published"),
    }[stage]


def origin(words: Words, origin: Origin) -> str:
    """On what occasion it was asked for."""
    return {
        Origin.SOLVED: words.t("a solved problem"),
        Origin.JOINT_CHANGE: words.t("a joint change"),
        Origin.DEADLOCK: words.t("an ended deadlock"),
        Origin.TRY_OUT: words.t("a try-out"),
        Origin.PRACTICE: words.t("a good practice"),
    }[origin]


def taken(words: Words, standing: Taken) -> str:
    """What an institution does with it."""
    return {
        Taken.OFFERED: words.t("offered"),
        Taken.ADOPTED: words.t("adopted"),
        Taken.ADAPTED: words.t("adapted"),
        Taken.DECLINED: words.t("declined"),
        Taken.LATER: words.t("later"),
        Taken.IN_PLACE: words.t("in place"),
        Taken.GIVEN_UP: words.t("given up after a try"),
    }[standing]


def facet(words: Words, facet: Facet) -> str:
    """What some of its words are about."""
    return {
        Facet.WHAT: words.t("What works"),
        Facet.WHERE: words.t("Where"),
        Facet.SINCE: words.t("Since when"),
        Facet.CONTEXT: words.t("Context"),
        Facet.CHANGE: words.t("What changed"),
        Facet.RESULT: words.t("Result"),
        Facet.CONDITIONS: words.t("Conditions"),
        Facet.REASON: words.t("Reason"),
    }[facet]


def act(words: Words, act: LessonAct) -> str:
    """What stands on a button."""
    labels: Mapping[LessonAct, str] = {
        LessonAct.ADOPT: words.t("Adopt"),
        LessonAct.ADAPT: words.t("Adapt, say how"),
        LessonAct.DECLINE: words.t("Decline, say why"),
        LessonAct.LATER: words.t("Later, say when"),
        LessonAct.IN_PLACE: words.t("It is in place"),
        LessonAct.NOT_YET: words.t("Not yet, say when"),
        LessonAct.GIVE_UP: words.t("Give up, say why"),
        LessonAct.VALIDATE: words.t("Validate"),
        LessonAct.SEND_BACK: words.t("Send back, say why"),
        LessonAct.DRAFT: words.t("Write the lesson"),
        LessonAct.PASS: words.t("Nothing to pass on"),
        LessonAct.OFFER: words.t("Offer it"),
        LessonAct.CORRECT: words.t("Reword it"),
        LessonAct.SHOW_NAME: words.t("Show my name"),
        LessonAct.REDACT: words.t("Remove words"),
    }
    return labels[act]


def did(words: Words, did: Did) -> str:
    """One step of its history."""
    sentences: Mapping[Did, str] = {
        Did.NOTED: words.t("reported as a good practice"),
        Did.ASKED: words.t("the lesson is asked for"),
        Did.PASSED: words.t("nothing to pass on"),
        Did.DRAFTED: words.t("the lesson is written"),
        Did.SENT_BACK: words.t("sent back to be completed"),
        Did.VALIDATED: words.t("validated by the support committee"),
        Did.PUBLISHED: words.t("published"),
        Did.CORRECTED: words.t("reworded by the facilitator"),
        Did.NAME_SHOWN: words.t("its author shows their name"),
        Did.OFFERED: words.t("offered"),
        Did.ADOPTED: words.t("adopted"),
        Did.ADAPTED: words.t("adapted"),
        Did.DECLINED: words.t("declined"),
        Did.LATER: words.t("later"),
        Did.NOT_YET: words.t("not in place yet"),
        Did.IN_PLACE: words.t("in place"),
        Did.EVALUATED: words.t("in place and evaluated"),
        Did.GIVEN_UP: words.t("given up after a try"),
        Did.REDACTED: words.t("identifying words were removed"),
    }
    return sentences[did]


def asks(words: Words, asks: LessonAsks) -> str:
    """What a line of a list asks."""
    return {
        LessonAsks.TELL: words.t("Lesson to pass on, if there is one"),
        LessonAsks.MEND: words.t("Lesson to complete"),
        LessonAsks.VALIDATE: words.t("Lesson to validate"),
        LessonAsks.PRACTICE: words.t("Good practice reported"),
        LessonAsks.ANSWER: words.t("Lesson offered"),
        LessonAsks.IN_PLACE: words.t("Lesson adopted, to be put in place"),
    }[asks]
