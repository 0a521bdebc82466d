"""One problem of the fictional region as its readers see it, and the words that stand for what people write."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files

from sc_bot.domain.community import Community, Localised
from sc_bot.domain.deadlocks import Sign, Way
from sc_bot.domain.events import OF_COMMITMENTS, OF_JOINT_CHANGES, Happened
from sc_bot.domain.permissions import Verb
from sc_bot.domain.problems import Because, Severity, State
from sc_bot.domain.views import ProblemView, Reader, StepView
from sc_bot.org_file import read_community
from sc_bot.presentation.words import Words

LANGUAGES = ("en", "fr")
NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)  # a Thursday, 10:30 in Val-Sauvage
ZONE = "America/Toronto"
REFERENCE = "ONC-42"
SAID = "zzsaid"  # stands for what people write, which no catalogue translates
OTHER = "zzother"
WHO = "Zz Person"
HOSPITAL = Localised("Hôpital Saint-Firmin-des-Monts", "Saint-Firmin Hospital")
GROUP = Localised("GMF des Trois-Villages", "Trois-Villages family medicine group")
ONCOLOGY = Localised("oncologie", "oncology")
OF_THE_DIRECTOR = frozenset(
    {Verb.ACKNOWLEDGE, Verb.ACCEPT, Verb.RETURN, Verb.ASK, Verb.UPDATE, Verb.CLOSE, Verb.TITLE, Verb.HAND_OVER}
)
OF_THE_AUTHOR = frozenset({Verb.ADD_DETAILS, Verb.CHANGE_INSTITUTION, Verb.SHOW_NAME, Verb.WITHDRAW, Verb.ANSWER})
OF_THE_FACILITATOR = frozenset(
    {Verb.REROUTE, Verb.ASK, Verb.UPDATE, Verb.TITLE, Verb.REDACT, Verb.RESTRICT, Verb.CLOSE, Verb.ASK_PARTNER}
)


_DETAILS = {
    Happened.DECISION_ASKED: ("1", "2026-12-04"),
    Happened.DECISION_ANSWERED: ("1", "discuss", "to_discuss", "2026-12-09T09:00-05:00"),
    Happened.DECISION_LAPSED: ("1", "2026-12-04"),
    Happened.MEASURED: ("before", "delay", "21"),
    Happened.OBJECTIVE_LINKED: ("CLOSER",),
    Happened.REORGANISED: ("stop", "2.5", ""),
    Happened.TRYOUT_PROPOSED: ("1",),
    Happened.TRYOUT_DECLINED: ("1",),
    Happened.TRYOUT_STARTED: ("1", "2026-12-04"),
    Happened.TRYOUT_ENDED: ("1", "works"),
    Happened.TRYOUT_STOPPED: ("1",),
    Happened.TRYOUT_ROLLED_OUT: ("1", "2"),
    Happened.WORDING_PROPOSED: ("1",),
    Happened.WORDING_AGREED: ("1",),
}


_OF_JOINT_CHANGES = dict.fromkeys(OF_JOINT_CHANGES, (f"{REFERENCE}+1", "2026-12-04")) | {
    Happened.JOINT_REDATED: (f"{REFERENCE}+1", "2026-12-04", "2026-12-11"),
    Happened.JOINT_HELD: (f"{REFERENCE}+1", "2026-12-04", "1", "2", "no_back"),
    Happened.JOINT_CHECKED: (f"{REFERENCE}+1", "no"),
    Happened.DECIDED: ("1", "Comité de soutien", "Support committee"),
    Happened.WAITS: ("1", "2"),
    Happened.PERCEIVED: ("director",),
    Happened.PERCEIVED_STILL: ("yes", "director"),
    Happened.DEADLOCKED: tuple(each.value for each in Sign),
    Happened.DEADLOCK_ENDED: (Way.LEAD.value,),
}


@cache
def region() -> Community:
    """The fictional region."""
    return read_community(files("sc_bot.playground.region").joinpath("estrie.org.yaml").read_bytes())


def words(language: str) -> Words:
    """One reader's words."""
    return Words(language, ZONE)


def step(kind: Happened, **changes: object) -> StepView:
    """One step of the history."""
    usual = ("1", "2026-12-04", "2026-12-11") if kind in OF_COMMITMENTS else ()
    details = (_DETAILS | _OF_JOINT_CHANGES).get(kind, usual)
    plain = StepView(id=1, kind=kind, at=NOW, by=WHO, by_author=False, institution=HOSPITAL, text=SAID, details=details)
    return replace(plain, **changes)  # type: ignore[arg-type] # the names are those of the class


def view(language: str, **changes: object) -> ProblemView:
    """A problem as the addressed director sees it, unless `changes` say otherwise."""
    usual = ProblemView(
        reader=Reader(language=language, timezone=ZONE),
        reference=REFERENCE,
        state=State.ROUTED,
        title=None,
        continuum=ONCOLOGY,
        institution=HOSPITAL,
        owes=HOSPITAL,
        person=WHO,
        because=Because("named", SAID),
        description=SAID,
        details=(),
        suggestion=None,
        on_behalf=None,
        origin=GROUP,
        line=2,
        author=None,
        author_hidden=True,
        concerned=(GROUP,),
        returned_by=(),
        severity=Severity.DELAY,
        unresolvable=False,
        noticed_by_clients=False,
        restricted=False,
        reported_at=NOW,
        answer_by=date(2026, 11, 24),
        closing=None,
        duplicate_of=None,
        verdict=None,
        reason=None,
        offers=OF_THE_DIRECTOR,
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # the names are those of the class


def of_author(language: str, *, hidden: bool = True, **changes: object) -> ProblemView:
    """The same problem as its author sees it."""
    mine = {"is_author": True, "hides_subject": hidden, "author": WHO, "author_hidden": hidden, "offers": OF_THE_AUTHOR}
    return view(language, **(mine | changes))
