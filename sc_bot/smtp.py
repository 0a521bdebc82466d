"""The mail server: one letter, one connection, and whatever happens to it becomes a value.

Who the letter is for and what it says is handed to the server and to nobody else: nothing of it is logged.
"""

import contextlib
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from http import HTTPStatus
from typing import Final

from sc_bot.domain.mail_answers import PERMANENT, MailAnswer, NobodyKnows, NotTaken, ServerAway, ServerRefuses, Taken
from sc_bot.ports.mailing import Letter
from sc_bot.settings import ADDRESS, Settings

TIMEOUT: Final = 10.0
"""Seconds for each answer of the server; a handful of answers a letter, so well within `Delays.mail_lease`."""
LONGEST_SUBJECT: Final = 200  # characters
NO_SUCH_ADDRESS: Final = 553  # what a server says of an address that is none (RFC 5321)
_CLOSED: Final = (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError, ssl.SSLError, UnicodeError)
"""What only a person mends; a host name or a password that cannot be said (smtplib says them in ASCII) is among it."""


class SmtpMailer:
    """The mail server of the settings; implements the port `Mailer`. Threads may share it."""

    def __init__(self, settings: Settings, timeout: float = TIMEOUT) -> None:
        """Prepare, without any connection; `timeout` in seconds."""
        self._settings = settings
        self._from = settings.smtp_from or ""
        self._timeout = timeout

    def message_id(self, letter: Letter) -> str:
        """The name under which this letter goes, each time."""
        return f"<{letter.key}@{self._from.rpartition('@')[2]}>"

    def send(self, letter: Letter) -> MailAnswer:
        """Hand it over once."""
        if not ADDRESS.fullmatch(letter.to):
            return NotTaken(NO_SUCH_ADDRESS)
        raw = self.written(letter).as_bytes()
        try:
            with self._let_in() as server:
                return self._handed(server, letter, raw)
        except _CLOSED as refusal:
            return ServerRefuses(type(refusal).__name__)
        except (smtplib.SMTPException, OSError) as error:
            return ServerAway(type(error).__name__)

    def check(self) -> MailAnswer:
        """Whether the server lets us in and takes our address as the sender; nothing is sent."""
        try:
            with self._let_in() as server:
                refused = self._sender_refused(server)
                return refused if isinstance(refused, ServerRefuses) else Taken()
        except _CLOSED as refusal:
            return ServerRefuses(type(refusal).__name__)
        except (smtplib.SMTPException, OSError) as error:
            return ServerAway(type(error).__name__)

    def written(self, letter: Letter) -> EmailMessage:
        """The letter as it goes: no line of a header comes from anybody's words."""
        mail = EmailMessage(policy=SMTP)
        mail["From"] = Address(display_name="sc_bot", addr_spec=self._from)
        mail["To"] = Address(addr_spec=letter.to)
        mail["Subject"] = " ".join(letter.subject.split())[:LONGEST_SUBJECT]
        mail["Date"] = format_datetime(letter.at)
        mail["Message-ID"] = self.message_id(letter)
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notice answers it
        mail.set_content(letter.body, charset="utf-8", cte="quoted-printable")
        mail["Content-Language"] = letter.language
        return mail

    def _handed(self, server: smtplib.SMTP, letter: Letter, raw: bytes) -> MailAnswer:
        """The envelope, whose refusal is sure; then the letter, whose answer may get lost."""
        refused = self._sender_refused(server)
        if refused is not None:
            return refused
        code, _ = server.rcpt(letter.to)
        if code >= HTTPStatus.BAD_REQUEST:
            return NotTaken(code)
        try:
            code, _ = server.data(raw)
        except smtplib.SMTPDataError as refusal:
            return NotTaken(refusal.smtp_code)
        except (smtplib.SMTPException, OSError) as error:
            return NobodyKnows(type(error).__name__)
        return Taken() if code < HTTPStatus.BAD_REQUEST else NotTaken(code)

    def _sender_refused(self, server: smtplib.SMTP) -> MailAnswer | None:
        """A lasting no to the sender (authentication required, not their domain) is about no letter and no reader."""
        code, _ = server.mail(self._from)
        if code >= PERMANENT:
            return ServerRefuses(f"MAIL {code}")
        return NotTaken(code) if code >= HTTPStatus.BAD_REQUEST else None

    @contextmanager
    def _let_in(self) -> Iterator[smtplib.SMTP]:
        server = self._connected()
        try:
            server.ehlo()
            if self._settings.smtp_security == "starttls":
                server.starttls(context=ssl.create_default_context())
                server.ehlo()
            if self._settings.smtp_user and self._settings.smtp_password:
                server.login(self._settings.smtp_user, self._settings.smtp_password.get_secret_value())
            yield server
            with contextlib.suppress(smtplib.SMTPException, OSError):
                server.quit()  # the letter is handed over: how they part changes nothing
        finally:
            server.close()

    def _connected(self) -> smtplib.SMTP:
        host, port = self._settings.smtp_host or "", self._settings.smtp_port
        if self._settings.smtp_security == "tls":
            return smtplib.SMTP_SSL(host, port, timeout=self._timeout, context=ssl.create_default_context())
        return smtplib.SMTP(host, port, timeout=self._timeout)
