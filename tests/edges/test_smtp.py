"""The mail client: what it writes, and what each answer of a server means."""

import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sc_bot.domain.delivery_decisions import MOST_ATTEMPTS, Decision, Doubt, GiveUp, RetryAt, Scope, Sent
from sc_bot.domain.mail_answers import (
    MOST_DOUBTS,
    MailAnswer,
    NobodyKnows,
    NotTaken,
    ServerAway,
    ServerRefuses,
    Taken,
    decide_mail,
)
from sc_bot.ports import Letter
from sc_bot.settings import Settings
from sc_bot.smtp import SmtpMailer
from tests.mail_server import MailServer

NOW = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
LETTER = Letter(to="a@exemple.test", subject="ONC-1 · reçu", body="Été.\n.\n", language="fr", key="k1", at=NOW)


def mailer(server: MailServer, **more: object) -> SmtpMailer:
    """A client of this server."""
    here = {"smtp_host": "127.0.0.1", "smtp_port": server.port, "smtp_security": "none", "smtp_from": "r@exemple.test"}
    return SmtpMailer(Settings.model_validate(here | more), timeout=10.0)


@pytest.mark.parametrize(
    ("answer", "attempts", "doubts", "decision"),
    [
        (Taken(), 1, 1, Sent("<k>", None)),
        (NotTaken(450), 1, 1, RetryAt(2.0, Scope.ROW)),
        (NotTaken(450), MOST_ATTEMPTS, 1, GiveUp("mail_busy")),
        (NotTaken(550), 1, 1, GiveUp("mail_refused")),
        (ServerRefuses("x"), 2, 1, RetryAt(4.0, Scope.ROW)),
        (ServerRefuses("x"), MOST_ATTEMPTS, 1, GiveUp("mail_server_refuses")),
        (ServerAway("x"), 1, 1, RetryAt(2.0, Scope.ROW)),
        (ServerAway("x"), MOST_ATTEMPTS, 1, GiveUp("mail_server_away")),
        (NobodyKnows("x"), 1, 1, Doubt("x")),
        (NobodyKnows("x"), MOST_DOUBTS + 4, 1, Doubt("x")),
        (NobodyKnows("x"), MOST_DOUBTS, MOST_DOUBTS, GiveUp("mail_unknown")),
    ],
)
def test_what_to_do_with_each_answer(answer: MailAnswer, attempts: int, doubts: int, decision: Decision) -> None:
    """4xx and silence are later, 5xx is never, an unknown outcome is repeated a few times, however long it waited."""
    assert decide_mail(answer, attempts=attempts, doubts=doubts, message_id="<k>") == decision


def test_no_header_comes_from_anybodys_words(server: MailServer) -> None:
    """A subject is one line however it is written; an address that is none is refused before anything is sent."""
    wicked = replace(LETTER, subject="a\r\nBcc: everybody@exemple.test\u2028x\n")
    assert mailer(server).send(wicked) == Taken()
    (taken,) = server.taken
    assert "Bcc" not in taken.mail
    assert str(taken.mail["Subject"]).startswith("a Bcc: everybody")
    for address in ("a@exemple.test\r\nBcc: b@exemple.test", "é@exemple.test", "a@x> RCPT TO:<b@x", ""):
        assert mailer(server).send(replace(LETTER, to=address)) == NotTaken(553)
    assert len(server.taken) == 1


def test_words_arrive_as_they_are_and_the_name_of_a_letter_is_stable(server: MailServer) -> None:
    """Accents, a line that is a dot; the same letter twice bears one Message-ID."""
    for _ in range(2):
        assert mailer(server).send(LETTER) == Taken()
    assert [each.text.replace("\r\n", "\n") for each in server.taken] == [LETTER.body] * 2
    assert {str(each.mail["Message-ID"]) for each in server.taken} == {"<k1@exemple.test>"}
    mail = server.taken[0].mail
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "fr")


def test_silence_before_the_letter_is_sure_and_after_it_is_not(server: MailServer) -> None:
    """Only the last answer can be lost with the letter gone."""
    for answers, expected in (
        ({"MAIL": "DROP"}, ServerAway),
        ({"RCPT": "DROP"}, ServerAway),
        ({"DATA": "DROP"}, NobodyKnows),
        ({"END": "DROP"}, NobodyKnows),
        ({"DATA": "451 later"}, NotTaken),
    ):
        server.answers = answers
        assert isinstance(mailer(server).send(LETTER), expected), answers


def test_a_sender_who_is_refused_is_nobodys_letter(server: MailServer) -> None:
    """Whoever forgot SMTP_USER mends it: no letter is given up as if its reader's address were wrong."""
    server.answers = {"MAIL": "530 authentication required"}
    assert mailer(server).send(LETTER) == ServerRefuses("MAIL 530")
    assert mailer(server).check() == ServerRefuses("MAIL 530")
    server.answers = {"MAIL": "451 later"}
    assert mailer(server).send(LETTER) == NotTaken(451)


def test_a_host_that_cannot_be_said_waits_for_its_repair(server: MailServer) -> None:
    """It is no fault of the letter."""
    nowhere = mailer(server, smtp_host="mail..exemple.test", smtp_security="starttls")
    for answer in (nowhere.send(LETTER), nowhere.check()):
        assert isinstance(answer, ServerRefuses)


def test_an_encrypted_server_is_believed_only_with_its_certificate(
    server: MailServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a stranger's certificate the client says so, and hands nothing over."""
    server.tls, own = certified(tmp_path)
    assert mailer(server, smtp_security="tls").send(LETTER) == ServerRefuses("SSLCertVerificationError")
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    assert mailer(server, smtp_security="tls").send(LETTER) == Taken()
    assert len(server.taken) == 1


def test_encryption_that_is_offered_is_begun_before_anything_is_said(
    server: MailServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """STARTTLS: of a stranger's certificate nothing is handed over; of a known one the letter goes, encrypted."""
    server.tls, own = certified(tmp_path)
    server.offers = True
    assert mailer(server, smtp_security="starttls").send(LETTER) == ServerRefuses("SSLCertVerificationError")
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    assert mailer(server, smtp_security="starttls").send(LETTER) == Taken()
    assert mailer(server, smtp_security="starttls").check() == Taken()
    assert [each.text.replace("\r\n", "\n") for each in server.taken] == [LETTER.body]


def test_a_server_that_does_not_offer_encryption_gets_no_letter(server: MailServer) -> None:
    """Nor a password: nobody is written to in the clear where encryption was asked for."""
    known = {"smtp_user": "robot", "smtp_password": "hush"}
    assert mailer(server, smtp_security="starttls", **known).send(LETTER) == ServerRefuses("SMTPNotSupportedError")
    assert server.taken == []


def certified(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A server's encryption with a certificate of its own making, for this machine; and where that stands."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = made.add_extension(here, critical=False).sign(key, hashes.SHA256())
    public, private = folder / "own.pem", folder / "key.pem"
    public.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    private.write_bytes(key.private_bytes(pem, form, plain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return context, public
