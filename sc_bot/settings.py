"""Everything the environment may say, read once; no other module looks at the environment."""

import re
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Role = Literal["run", "web", "worker"]

ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*"
)
"""An e-mail address as every mail server takes it (RFC 5321, a dot-string and a domain)."""
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class SettingsError(Exception):
    """The environment is wrong or incomplete; the text says which names, and never a value."""


class Settings(BaseSettings):
    """The environment as typed values; an empty variable counts as absent."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True)

    database_url: str = Field(default="sqlite:///sc_bot.db", repr=False)  # may hold a password
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    slack_bot_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_client_id: str | None = None
    slack_client_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    sc_bot_encryption_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    smtp_host: str | None = None
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_from: str | None = None
    log_format: Literal["console", "json"] = "console"
    heartbeat_url: SecretStr | None = None  # whoever knows it could keep the watcher quiet

    @classmethod
    def from_environment(cls) -> Self:
        """Read the environment.

        Raises:
            SettingsError: A variable cannot be read; each one is named.
        """
        try:
            return cls()
        except ValidationError as error:
            raise SettingsError("\n".join(_in_words(each["loc"], each["msg"]) for each in error.errors())) from None

    @field_validator("*", mode="before")
    @classmethod
    def _without_stray_spaces(cls, value: object) -> object:
        """A token pasted with its line end would otherwise break every request."""
        return value.strip() if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _with_our_driver(cls, value: str) -> str:
        return _with_our_driver(value)

    @field_validator("slack_api_url")
    @classmethod
    def _ending_with_a_slash(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("must be an http(s) address")
        return value if value.endswith("/") else f"{value}/"

    @field_validator("heartbeat_url")
    @classmethod
    def _nobody_listens_in(cls, value: SecretStr | None) -> SecretStr | None:
        parts = urlsplit(value.get_secret_value()) if value else None
        if parts and parts.scheme != "https" and (parts.scheme, parts.hostname) != ("http", "127.0.0.1"):
            raise ValueError("must be an https address")
        return value

    @field_validator("smtp_from")
    @classmethod
    def _an_address(cls, value: str | None) -> str | None:
        if value is not None and not ADDRESS.fullmatch(value):
            raise ValueError("must be one e-mail address, without a name")
        return value

    @model_validator(mode="after")
    def _no_password_in_clear(self) -> Self:
        in_clear = self.smtp_security == "none" and self.smtp_host not in (None, *_THIS_MACHINE)
        if in_clear and self.smtp_password is not None:
            raise ValueError("SMTP_SECURITY=none would send SMTP_PASSWORD in clear: use starttls or tls")
        return self

    @field_validator("sc_bot_encryption_keys", mode="before")
    @classmethod
    def _separated_by_commas(cls, value: object) -> object:
        return [key.strip() for key in value.split(",") if key.strip()] if isinstance(value, str) else value

    @property
    def uses_socket_mode(self) -> bool:
        """Slack is reached over Socket Mode: no public address is needed."""
        return self.slack_app_token is not None

    @property
    def uses_oauth(self) -> bool:
        """Several workspaces may install the bot, each with a token of its own."""
        return self.slack_client_id is not None or self.slack_client_secret is not None

    @property
    def sends_mail(self) -> bool:
        """Whoever cannot be reached in Slack is written to by e-mail."""
        return self.smtp_host is not None and self.smtp_from is not None

    def require(self, role: Role) -> None:
        """Check that what ``sc-bot <role>`` needs is there.

        Raises:
            SettingsError: Something is missing; all missing names are listed, with what each is for.
        """
        missing = [f"{name}: {purpose}" for name, purpose in self._needs(role) if not self._has(name)]
        if missing:
            raise SettingsError(f"sc-bot {role} cannot start; not set:\n" + "\n".join(missing))

    def _needs(self, role: Role) -> list[tuple[str, str]]:
        needs = []
        if self.uses_oauth:
            if self.slack_bot_token is not None:
                raise SettingsError(
                    "SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are for several: "
                    "set one or the other. A workspace that goes over keeps its data: install it by /slack/install"
                )
            needs += [
                ("SLACK_CLIENT_ID", "for several workspaces, with the secret (Basic Information)"),
                ("SLACK_CLIENT_SECRET", "for several workspaces, with the id (Basic Information)"),
                (
                    "SC_BOT_ENCRYPTION_KEYS",
                    "to store the workspaces' tokens (sc-bot never stores them in clear)",
                ),
            ]
        else:
            needs.append(("SLACK_BOT_TOKEN", "the bot's token, xoxb-… (OAuth & Permissions)"))
        if role == "web" or (role == "run" and not self.uses_socket_mode):
            needs.append(("SLACK_SIGNING_SECRET", "to know Slack's requests (Basic Information)"))
        if self.smtp_host is not None and role != "web":
            needs.append(("SMTP_FROM", "the address that e-mails come from, since SMTP_HOST is set"))
        return needs

    def _has(self, name: str) -> bool:
        return bool(getattr(self, name.lower()))


def database_address(value: str) -> str:
    """A database's address as the program uses it, from one that somebody gave.

    Raises:
        SettingsError: It is none; the text does not repeat it.
    """
    try:
        return _with_our_driver(value.strip())
    except ValueError as error:
        raise SettingsError(f"The database's address {error}.") from None


def _in_words(place: tuple[int | str, ...], said: str) -> str:
    """One mistake: which variable, and what is wrong with it."""
    return ": ".join(filter(None, (".".join(map(str, place)).upper(), said.removeprefix("Value error, "))))


def _with_our_driver(value: str) -> str:
    scheme, separator, rest = value.partition("://")
    if not separator or scheme not in {"sqlite", "postgres", "postgresql", "postgresql+psycopg"}:
        raise ValueError("must start with sqlite:// or postgres://")
    return value if scheme == "sqlite" else f"postgresql+psycopg://{rest}"
