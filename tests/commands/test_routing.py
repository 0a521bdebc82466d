"""`sc-bot route`: who would receive a text, and because of what."""

import json
from pathlib import Path

from tests.commands.conftest import Cli

TEXT = "Le résumé de chimio part par la poste de l'hôpital"


def test_the_answer_names_institution_continuum_and_reason(cli: Cli, region_file: str) -> None:
    """The reason is its kind, then the words of the community file that decided."""
    said = json.loads(cli("route", TEXT, "--org", region_file, "--json").stdout)
    assert (said["institution"], said["continuum"]) == ("HSF", "ONC")
    assert said["because"][0] == "named"
    assert "hôpital" in said["because"][1]
    assert said["continuum_because"] == ["named", "chimio"]


def test_what_nobody_is_named_in_goes_to_triage(cli: Cli, region_file: str) -> None:
    """No institution, and still a reason."""
    said = json.loads(cli("route", "Tout est lent", "--org", region_file, "--json").stdout)
    assert (said["institution"], said["because"]) == (None, ["triage"])


def test_a_batch_answers_each_line(cli: Cli, region_file: str, tmp_path: Path) -> None:
    """One object a line, in order, blank lines included."""
    file = tmp_path / "texts"
    file.write_text("@HSF un\n\n@GTV deux", encoding="utf-8")
    lines = cli("route", "--batch", str(file), "--org", region_file, "--json").stdout.splitlines()
    assert [json.loads(line)["institution"] for line in lines] == ["HSF", None, "GTV"]


def test_the_reporter_s_own_institution_counts(cli: Cli, region_file: str) -> None:
    """Of two institutions named alike, the other one is likelier than the reporter's own."""
    text = "Le CLSC et l'hôpital ne se parlent pas"
    chosen = [
        json.loads(cli("route", text, "--reporter", who, "--org", region_file, "--json").stdout)["institution"]
        for who in ("UHSFS1000", "UCVES1000")
    ]
    assert chosen == ["CVE", "HSF"]


def test_the_stored_community_is_used_without_a_file(cli: Cli, region_url: str) -> None:
    """Without --org the database answers; an unknown reporter is a newcomer, and that is said."""
    result = cli("route", "@HSF bonjour", "--reporter", "UNOBODY", "--json", DATABASE_URL=region_url)
    assert json.loads(result.stdout)["institution"] == "HSF"
    assert "newcomer" in result.stderr


def test_nothing_to_route_by_is_explained(cli: Cli) -> None:
    """An empty database: what to give instead."""
    cli("db", "upgrade")
    result = cli("route", "bonjour")
    assert result.exit_code == 1
    assert "--org" in result.stderr


def test_a_broken_file_is_told_with_its_lines(cli: Cli, tmp_path: Path) -> None:
    """Line and key of each mistake, no traceback."""
    file = tmp_path / "broken.yaml"
    file.write_text("community:\n  id: 7\n  colour: blue\n")
    result = cli("route", "bonjour", "--org", str(file))
    assert result.exit_code == 1
    assert "line 3: community.colour" in result.stderr
