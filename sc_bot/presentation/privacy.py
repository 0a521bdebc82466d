"""The privacy officer's screens in words: one person's file, the access log, the register of incidents."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block

from sc_bot.domain.accesses import Screen
from sc_bot.domain.incidents import Incident, Notified, Risk
from sc_bot.domain.nobody import NOBODY
from sc_bot.domain.privacy_views import AccessLine, OfficerView
from sc_bot.domain.refusals import Refused
from sc_bot.ports import Message
from sc_bot.presentation.blocks import actions, bold, button, grey, message, plain
from sc_bot.presentation.greetings import about
from sc_bot.presentation.refusals import refused
from sc_bot.presentation.words import Words

MOST_LINES = 40  # of one window; `sc-bot privacy` shows all


def front(words: Words, view: OfficerView | None) -> Message:
    """`/sc privacy`: what becomes of what one writes; for the privacy officer also what can be done."""
    told = about(words)
    if view is None:
        return told
    kept = words.n(
        "Names go {n} month after a problem is closed.", "Names go {n} months after a problem is closed.", view.months
    )
    who = [words.t("Questions about your data: {officer}.", officer=view.officer)] if view.officer else []
    added = message([kept, *who], [plain("\n".join([kept, *who])), *(_acts(words, view) if view.is_officer else [])])
    return Message(f"{told.text}\n{added.text}", [*told.blocks, *added.blocks])


def _acts(words: Words, view: OfficerView) -> list[Block]:
    value = str(view.community)
    return actions(
        [
            button(words.t("A person's data"), "privacy.person", value),
            button(words.t("Access log"), "privacy.accesses", value),
            button(words.t("Record an incident"), "privacy.incident", value),
            button(words.t("Incidents"), "privacy.incidents", value),
        ]
    )


def preparing(words: Words) -> Message:
    """A person's file is being made."""
    head = words.t("The file is being prepared.")
    line = words.t("It comes in your direct message with the bot, in a minute or so.")
    return message([head, line], [bold(head), plain(line)])


def file_name(code: str, day: date) -> str:
    """The name under which a person's file is saved: it names nobody."""
    return f"{code}-{day.isoformat()}.json"


def file_title(words: Words) -> str:
    """The name that Slack shows."""
    return words.t("One person's data")


def file_comment(words: Words) -> str:
    """What stands above the file."""
    return words.t("The data that you asked for, for the person concerned. This file goes from Slack after 30 days.")


def access_log(words: Words, lines: Sequence[AccessLine]) -> Message:
    """Who looked at a hidden identity, the newest first."""
    head = words.t("Who looked at what is kept from others")
    told = [_access(words, each) for each in lines[:MOST_LINES]]
    foot = words.t(
        "Kept for two years, once a day for each reader and reference. Whoever runs the bot can print all of it: sc-bot privacy accesses"
    )
    told = told or [words.t("Nobody yet.")]
    return message([head, *told, foot], [bold(head), plain("\n".join(told)), grey(foot)])


def _access(words: Words, line: AccessLine) -> str:
    reader = line.reader or words.t("the command line")
    return words.t(
        "{moment}: {reader}, {subject}, {screen}",
        moment=words.full_moment(line.at),
        reader=reader,
        subject=words.t("somebody forgotten") if line.subject == NOBODY else line.subject,
        screen=screen_name(words, line.screen),
    )


def screen_name(words: Words, screen: Screen) -> str:
    """By what something was read."""
    return {
        Screen.PROBLEM: words.t("problem shown"),
        Screen.MESSAGE: words.t("message of the bot"),
        Screen.LESSON: words.t("lesson shown"),
        Screen.EXPORT_COMMAND: words.t("export by command"),
        Screen.EXPORT_IN_SLACK: words.t("export in Slack"),
        Screen.ERASE_COMMAND: words.t("erasure by command"),
        Screen.ERASE_IN_SLACK: words.t("erasure in Slack"),
    }[screen]


def register(words: Words, incidents: Sequence[Incident]) -> Message:
    """The register of incidents, the newest first."""
    head = words.t("Incidents of confidentiality")
    foot = words.t("Kept for five years. Whoever runs the bot can print all of it: sc-bot privacy incidents")
    told = [line for each in incidents[:MOST_LINES] for line in _incident(words, each)]
    if not told:
        none = words.t("No incident is recorded.")
        return message([head, none, foot], [bold(head), plain(none), grey(foot)])
    return message([head, *told, foot], [bold(head), *(plain(each) for each in told), grey(foot)])


def _incident(words: Words, incident: Incident) -> list[str]:
    people = words.t("number of people not known") if incident.people is None else words.n(
        "{n} person", "{n} people", incident.people
    )  # fmt: skip
    facts = [words.full_day(incident.day), people, risk_name(words, incident.risk)]
    told = ", ".join(notified_name(words, each) for each in incident.notified) or words.t("nobody yet")
    return [
        "\n".join(
            [
                f"{incident.number} · {' · '.join(facts)}",
                incident.what,
                words.t("Information: {kinds}", kinds=incident.kinds),
                words.t("Measures: {measures}", measures=incident.measures),
                words.t("Told: {people}", people=told),
            ]
        )
    ]


def risk_name(words: Words, risk: Risk) -> str:
    """Whether serious harm is to be feared."""
    return {
        Risk.NONE: words.t("no risk of serious harm"),
        Risk.SERIOUS: words.t("risk of serious harm"),
        Risk.UNDECIDED: words.t("risk not assessed yet"),
    }[risk]


def notified_name(words: Words, notified: Notified) -> str:
    """Whom one tells."""
    return {
        Notified.COMMISSION: words.t("the access to information commission"),
        Notified.MINISTER: words.t("the Minister"),
        Notified.PEOPLE: words.t("the people concerned"),
        Notified.OTHERS: words.t("others who can lessen the harm"),
    }[notified]


def erasure_begun(words: Words) -> Message:
    """Somebody is being forgotten."""
    head = words.t("This person is being forgotten.")
    line = words.t("You get a message when it is done. Take them out of the community file too.")
    return message([head, line], [bold(head), plain(line)])


def erasure_ended(words: Words, why: Refused | None) -> Message:
    """Somebody is forgotten; or why not."""
    if why is not None:
        head = words.t("The erasure that you confirmed was not done.")
        todo = refused(words, why)
        return message([head, todo], [bold(head), plain(todo)])
    head = words.t("The person whose erasure you confirmed is forgotten.")
    line = words.t(
        "The bot removes its messages that name them. Take them out of the community file too; backups hold them until their age limit."
    )
    return message([head, line], [bold(head), plain(line)])


def recorded(words: Words, number: int) -> Message:
    """An incident is in the register."""
    head = words.t("Incident {number} is recorded.", number=number)
    line = words.t("Risk of serious harm: tell the access to information commission and the people concerned promptly.")
    return message([head, line], [bold(head), plain(line)])
