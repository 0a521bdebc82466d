"""The environment is read once, as typed values, and complains by name."""

import pytest

from sc_bot.settings import Role, Settings, SettingsError

NAMES = [name.upper() for name in Settings.model_fields]
SECRETS = ("SECRET", "TOKEN", "KEYS", "PASSWORD")


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def _settings(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return Settings.from_environment()


def test_an_empty_environment_has_its_defaults() -> None:
    """Nothing set: SQLite here, this machine only, Slack's own address."""
    settings = Settings.from_environment()
    assert settings.database_url == "sqlite:///sc_bot.db"
    assert (settings.host, settings.port) == ("127.0.0.1", 3000)
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.log_format == "console"
    assert settings.slack_bot_token is None


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://u:p@h:5432/d?sslmode=require", "postgresql+psycopg://u:p@h:5432/d?sslmode=require"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("sqlite:////var/lib/sc_bot.db", "sqlite:////var/lib/sc_bot.db"),
        ("", "sqlite:///sc_bot.db"),
    ],
)
def test_hosting_providers_may_say_postgres(monkeypatch: pytest.MonkeyPatch, given: str, used: str) -> None:
    """Both common spellings get our driver; others stay."""
    assert _settings(monkeypatch, DATABASE_URL=given).database_url == used


def test_a_pasted_line_end_is_not_part_of_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token with spaces around it would break every request."""
    token = _settings(monkeypatch, SLACK_BOT_TOKEN=" xoxb-1\n").slack_bot_token
    assert token is not None
    assert token.get_secret_value() == "xoxb-1"


def test_encryption_keys_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest first, older ones kept for reading."""
    keys = _settings(monkeypatch, SC_BOT_ENCRYPTION_KEYS="new, old,").sc_bot_encryption_keys
    assert [key.get_secret_value() for key in keys] == ["new", "old"]


def test_the_api_address_ends_with_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Methods are appended to it."""
    assert _settings(monkeypatch, SLACK_API_URL="http://127.0.0.1:9/api").slack_api_url.endswith("/api/")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "70000"),
        ("LOG_FORMAT", "xml"),
        ("SLACK_API_URL", "slack.com"),
        ("SMTP_SECURITY", "ssl3"),
        ("SMTP_FROM", "Robot <robot@exemple.test>"),
        ("SMTP_FROM", "robot@exemple.test\nBcc: everybody@exemple.test"),
    ],
)
def test_a_wrong_value_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The message says which variable; values may be secrets and stay out."""
    with pytest.raises(SettingsError, match=name) as refused:
        _settings(monkeypatch, **{name: value})
    assert value not in str(refused.value)


@pytest.mark.parametrize(("host", "is_taken"), [("127.0.0.1", True), ("mail.exemple.test", False)])
def test_a_password_does_not_leave_the_machine_in_clear(
    monkeypatch: pytest.MonkeyPatch,
    host: str,
    is_taken: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """`none` is for a server on this machine, or one that asks for no password."""
    given = {"SMTP_HOST": host, "SMTP_SECURITY": "none", "SMTP_PASSWORD": "hush"}
    if is_taken:
        assert _settings(monkeypatch, **given).smtp_host == host
        return
    with pytest.raises(SettingsError, match="SMTP_SECURITY") as refused:
        _settings(monkeypatch, **given)
    assert "hush" not in str(refused.value)


def test_no_secret_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing the settings shows stars, and no database password."""
    secrets = {name: "hush-hush" for name in NAMES if any(word in name for word in SECRETS)}
    settings = _settings(monkeypatch, **secrets, DATABASE_URL="postgres://u:hush-hush@h/d")
    assert len(secrets) == 6
    assert "hush" not in repr(settings) + str(settings)


BOT = {"SLACK_BOT_TOKEN": "xoxb-1"}
SIGNED = {"SLACK_SIGNING_SECRET": "s"}
SOCKET = {"SLACK_APP_TOKEN": "xapp-1"}
OAUTH = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "c", "SC_BOT_ENCRYPTION_KEYS": "k"}


@pytest.mark.parametrize(
    ("role", "values", "missing"),
    [
        ("run", {}, ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"]),
        ("run", BOT, ["SLACK_SIGNING_SECRET"]),
        ("run", BOT | SIGNED, []),
        ("run", BOT | SOCKET, []),
        ("run", SOCKET, ["SLACK_BOT_TOKEN"]),
        ("web", BOT | SOCKET, ["SLACK_SIGNING_SECRET"]),
        ("web", OAUTH | SIGNED, []),
        ("worker", {}, ["SLACK_BOT_TOKEN"]),
        ("worker", BOT, []),
        ("worker", BOT | {"SMTP_HOST": "mail.exemple.test"}, ["SMTP_FROM"]),
        ("web", BOT | SIGNED | {"SMTP_HOST": "mail.exemple.test"}, []),
        ("worker", {"SLACK_CLIENT_ID": "1.2"}, ["SC_BOT_ENCRYPTION_KEYS", "SLACK_CLIENT_SECRET"]),
    ],
)
def test_what_is_missing_is_listed_at_once(
    monkeypatch: pytest.MonkeyPatch, role: Role, values: dict[str, str], missing: list[str]
) -> None:
    """All missing names in one message, so that they are set in one go."""
    settings = _settings(monkeypatch, **values)
    found = []
    try:
        settings.require(role)
    except SettingsError as refused:
        found = sorted(line.split(":")[0] for line in str(refused).splitlines()[1:])
    assert found == missing
