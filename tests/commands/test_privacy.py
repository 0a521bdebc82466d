"""`sc-bot privacy check`: a verdict a line, never the text."""

import json
import subprocess
import sys

from tests.commands.conftest import Cli

LINES = b"TREM 8052 1514 attend\nMme Tremblay attend\nLe dossier suit\n\n"


def test_each_line_gets_one_object(cli: Cli) -> None:
    """Block, warn, allow, and an empty line is allowed; nothing else is printed."""
    said = [json.loads(line) for line in cli("privacy", "check", "--json", stdin=LINES).stdout.splitlines()]
    assert [each["verdict"] for each in said] == ["block", "warn", "allow", "allow"]
    assert said[0]["kinds"] == ["nam"]


def test_only_line_feeds_end_a_line(cli: Cli) -> None:
    """U+2028 inside a text, a carriage return at its end and broken UTF-8 make no more and no fewer lines."""
    hostile = "un\u2028TREM 8052 1514\r\n".encode() + b"\xff\xfe\n" + b"trois\vTREM 8052 1514"
    said = [json.loads(line) for line in cli("privacy", "check", "--json", stdin=hostile).stdout.splitlines()]
    assert [each["verdict"] for each in said] == ["block", "allow", "block"]


def test_the_text_is_not_repeated(cli: Cli) -> None:
    """Neither form of the answer holds what was found."""
    for more in ([], ["--json"]):
        output = cli("privacy", "check", *more, stdin=LINES).output
        assert "TREM" not in output
        assert "Tremblay" not in output


def test_each_answer_comes_before_the_next_line_is_sent() -> None:
    """A program at the other end of the pipe may wait for each answer."""
    command = [sys.executable, "-m", "sc_bot", "privacy", "check", "--json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write(b"rien\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["verdict"] == "allow"
        process.stdin.close()
