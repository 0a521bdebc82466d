"""The pages of an installation: what happened, what was kept, what to do next; in the browser's language."""

from dataclasses import dataclass
from html import escape
from typing import Final

from sc_bot.domain.community import Language
from sc_bot.domain.installing import Installed, NotInstalled, Outcome
from sc_bot.presentation.words import Words

LONGEST_ACCEPTED: Final = 200  # characters of Accept-Language that are looked at
_STYLE: Final = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:12vh auto;padding:0 1rem;"
    "color:#1d1c1d;background:#fff}code{background:#f1f1f1;padding:.15rem .3rem;overflow-wrap:anywhere}"
    "a{color:#0b5c8a}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1a1d21}"
    "code{background:#33363b}a{color:#7fc4ee}}"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One page: a title, sentences, then a command to type or a way to begin again."""

    title: str
    sentences: tuple[str, ...]
    command: str | None = None
    begin_again: bool = False


def language_of(accepted: str) -> Language:
    """French or English, whichever the browser likes better; anything else is English."""
    liked: list[tuple[float, int, str]] = []
    for place, each in enumerate(accepted[:LONGEST_ACCEPTED].split(",")):
        tag, _, quality = each.partition(";q=")
        liked.append((-_number(quality), place, tag.strip().lower()[:2]))
    known = [tag for quality, _, tag in sorted(liked) if tag in ("fr", "en") and quality < 0]
    return Language.of(known[0]) if known else Language.EN


def _number(quality: str) -> float:
    try:
        return float(quality) if quality else 1.0
    except ValueError:
        return 0.0


def page(words: Words, outcome: Outcome, install_path: str) -> str:
    """The page, whole; every value in it is escaped."""
    said = said_of(words, outcome)
    parts = [f"<h1>{escape(said.title)}</h1>", *(f"<p>{escape(each)}</p>" for each in said.sentences)]
    if said.command:
        parts.append(f"<p><code>{escape(said.command)}</code></p>")
    if said.begin_again:
        parts.append(f'<p><a href="{escape(install_path)}">{escape(words.t("Begin again"))}</a></p>')
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
    title = f"<title>{escape(said.title)}</title>"
    body = f"<body><main>{''.join(parts)}</main></body>"
    return f'<!doctype html><html lang="{words.language.value}"><head>{head}{title}</head>{body}</html>\n'


def said_of(words: Words, outcome: Outcome) -> Said:
    """What a page says."""
    return _installed(words, outcome) if isinstance(outcome, Installed) else _not_installed(words, outcome)


def _installed(words: Words, done: Installed) -> Said:
    name = done.name or done.workspace
    is_whole = done.workspace.startswith("E")
    title = words.t("sc_bot is installed in {name}", name=name)
    again = words.t("It was there before: its community is as it was, and what waited is being sent.")
    rest = words.t(
        "One step is left, for whoever runs the bot: describe the community in a file, and type on the server:"
    )
    let_in = words.t("Let it into workspaces first, in the settings of the organisation. The id of each begins with T.")
    command = f"sc-bot org import my-region.yaml --workspace {'T…' if is_whole else done.workspace}"
    if done.again:
        return Said(title, (again, words.t("You may close this page.")))
    return Said(title, (let_in, rest) if is_whole else (rest,), command)


def _not_installed(words: Words, why: NotInstalled) -> Said:
    title, happened, todo = _WHAT[why](words)
    return Said(title, (happened, todo), begin_again=why in _WORTH_ANOTHER_TRY)


_WORTH_ANOTHER_TRY: Final = frozenset(NotInstalled) - {NotInstalled.WRONG_APP, NotInstalled.NO_BOT}


def _not_allowed(words: Words) -> tuple[str, str, str]:
    return (
        words.t("Nothing was installed"),
        words.t("You did not allow it on Slack's page, or your workspace wants an administrator to do so."),
        words.t("Nothing was kept. You can begin again, or ask whoever administers your workspace to install it."),
    )


def _stopped(words: Words) -> tuple[str, str, str]:
    return (
        words.t("Nothing was installed"),
        words.t("Slack ended the installation before it was complete."),
        words.t("Nothing was kept. Begin again; if it happens each time, tell whoever runs the bot."),
    )


def _unknown(words: Words) -> tuple[str, str, str]:
    return (
        words.t("This page was used already, or is too old"),
        words.t("An installation has ten minutes, and each one can be finished once."),
        words.t("Nothing was changed: if the first time said that it is installed, it is. Else begin again."),
    )


def _other_browser(words: Words) -> tuple[str, str, str]:
    return (
        words.t("Not begun in this browser"),
        words.t("An installation is finished in the browser where it was begun, which must accept cookies."),
        words.t("Nothing was kept. Begin again here. If somebody sent you this address, do not use it."),
    )


def _code_refused(words: Words) -> tuple[str, str, str]:
    return (
        words.t("Slack's permission has run out"),
        words.t("Slack's code works once and for a few minutes; this one works no more."),
        words.t("Nothing was kept. Begin again."),
    )


def _wrong_app(words: Words) -> tuple[str, str, str]:
    return (
        words.t("The bot is not set up correctly"),
        words.t("Slack does not accept the bot's own name, secret or address."),
        words.t(
            "Nothing was kept, and it is no fault of yours. Tell whoever runs the bot: SLACK_CLIENT_ID, "
            "SLACK_CLIENT_SECRET and the redirect URL in the app's settings are to be looked at."
        ),
    )


def _no_bot(words: Words) -> tuple[str, str, str]:
    return (
        words.t("The bot is not set up correctly"),
        words.t("Slack granted nothing with which the bot could write."),
        words.t(
            "Nothing was kept, and it is no fault of yours. Tell whoever runs the bot to paste its manifest again."
        ),
    )


def _slack_away(words: Words) -> tuple[str, str, str]:
    return (
        words.t("Slack did not answer"),
        words.t("Whether it took note of your permission is not known; the bot has no access yet."),
        words.t("Nothing was kept. Begin again in a few minutes: to install it twice does no harm."),
    )


def _being_purged(words: Words) -> tuple[str, str, str]:
    return (
        words.t("A little later, please"),
        words.t(
            "The bot was removed from this workspace more than thirty days ago, and its data is being deleted just now."
        ),
        words.t("Nothing of it can be kept any more. Begin again in a quarter of an hour."),
    )


def _not_stored(words: Words) -> tuple[str, str, str]:
    return (
        words.t("It could not be stored"),
        words.t("The bot's database did not answer in time."),
        words.t("Nothing was kept. Begin again in a few minutes: to install it twice does no harm."),
    )


_WHAT: Final = {
    NotInstalled.NOT_ALLOWED: _not_allowed,
    NotInstalled.STOPPED_BY_SLACK: _stopped,
    NotInstalled.UNKNOWN: _unknown,
    NotInstalled.OTHER_BROWSER: _other_browser,
    NotInstalled.CODE_REFUSED: _code_refused,
    NotInstalled.WRONG_APP: _wrong_app,
    NotInstalled.NO_BOT: _no_bot,
    NotInstalled.SLACK_AWAY: _slack_away,
    NotInstalled.BEING_PURGED: _being_purged,
    NotInstalled.NOT_STORED: _not_stored,
}
