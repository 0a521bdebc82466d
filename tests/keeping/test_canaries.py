"""Unique strings where secrets pass: none of them comes out where it does not belong."""

from urllib.request import urlopen

import pytest
from sqlalchemy import text

from sc_bot.metrics import as_prometheus
from sc_bot.running import metrics
from sc_bot.upkeep import keep_terms, seal_history
from storage.upkeep import tidy
from tests.house import Town
from tests.keeping.canaries import BEHALF, NAME, REFUSED, RESTRICTED, WORDS
from tests.keeping.telling import bytes_of, let_terms_end, said_in_slack
from tests.stories.acting import does
from tests.stories.looking import everything


def told(town: Town, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> str:
    """Logs, standard output and error, metrics."""
    out = capsys.readouterr()
    figures = metrics(town.house.web_database, town.house.worker_database, town.clock)()
    return "\n".join([caplog.text, out.out, out.err, figures, as_prometheus(None)])


def test_no_canary_is_in_a_log_or_in_a_figure(
    singing: Town, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither name, nor report, nor refused line, nor token; not when terms end either."""
    seal_history(singing.house)
    let_terms_end(singing, 13)
    said = told(singing, caplog, capsys)
    secrets = (singing.slack.bot_token, singing.slack.signing_secret)
    assert [each for each in (NAME, WORDS, REFUSED, RESTRICTED, BEHALF, *secrets) if each in said] == []


def test_a_refused_line_is_nowhere(singing: Town, region_url: str) -> None:
    """Its term is nought: neither stored, nor said to anybody but its author."""
    assert REFUSED not in everything(region_url)
    assert REFUSED not in said_in_slack(singing)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_no_byte_of_a_refused_line_or_of_a_token_is_in_the_file(singing: Town, region_url: str) -> None:
    """Not even in its write-ahead log."""
    found = bytes_of(region_url)
    assert WORDS.encode() in found
    assert REFUSED.encode() not in found
    assert singing.slack.bot_token.encode() not in found


def test_the_hidden_name_is_nowhere_in_slack_but_with_who_may_see_it(singing: Town) -> None:
    """Nobody's message holds it, but the facilitator's, who asked."""
    assert NAME not in said_in_slack(singing)


def test_an_error_page_holds_no_canary(singing: Town) -> None:
    """What a stranger gets who asks for anything."""
    base = singing.slack.bot_url.removesuffix("/slack/events")
    pages = []
    for path in ("/healthz", "/nowhere", "/slack/events"):
        try:
            with urlopen(f"{base}{path}") as answer:  # noqa: S310 - our own server
                pages.append(answer.read().decode())
        except OSError as error:
            pages.append(str(error) + (error.read().decode() if hasattr(error, "read") else ""))
    assert len(pages) == 3
    assert [each for each in (NAME, WORDS, REFUSED, singing.slack.bot_token) if each in "".join(pages)] == []


@pytest.mark.parametrize("kind", ["sqlite"])
def test_after_a_purge_neither_file_nor_copy_nor_slack_holds_them(singing: Town, region_url: str) -> None:
    """The file, its write-ahead log, a backup made afterwards, and all that the bot said."""
    does(singing, "HSF-MD", "problem.close", closing="not_solvable", reason="Imposé")
    let_terms_end(singing, 13)
    let_terms_end(singing, 60)
    keep_terms(singing.house)
    assert tidy(singing.house.worker_database)
    copy = region_url.removeprefix("sqlite:///") + "-copy"
    with singing.house.worker_database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.execute(text("VACUUM INTO :copy"), {"copy": copy})
    found = bytes_of(region_url)  # the copy's too: it stands beside it
    assert WORDS.encode() not in found
    assert WORDS not in said_in_slack(singing)
    assert WORDS not in everything(region_url)
