"""Seals what a database may keep but not know, with keys from the environment: answers of the pulse, tokens of Slack.

Of several secrets the first seals and every one opens, so that they can be changed; the key of each use is derived from
the secret. Tokens are sealed by MultiFernet. Answers are not: Fernet says in clear when it sealed, and that would tell
whose answer it is; they get AES-GCM with a random nonce.
"""

from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Sequence
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sc_bot.settings import Settings

NONCE, KEY = 12, 32  # bytes


class Sealed:
    """Seals and opens."""

    def __init__(self, secrets: Sequence[bytes]) -> None:
        self._keys = [AESGCM(_derived(each, b"sc_bot pulse")) for each in secrets]

    @classmethod
    def of(cls, settings: Settings) -> "Sealed":
        """With the encryption keys, else with the bot's token: without either, nothing outlives the process."""
        token = settings.slack_bot_token
        chosen = [*settings.sc_bot_encryption_keys, *([token] if token else [])]
        return cls([each.get_secret_value().encode() for each in chosen] or [token_bytes(KEY)])

    def seal(self, content: bytes, about: str) -> str:
        """Sealed twice, the same content looks different; as long as the content is."""
        nonce = token_bytes(NONCE)
        return b64encode(nonce + self._keys[0].encrypt(nonce, content, about.encode())).decode()

    def open(self, sealed: str, about: str) -> bytes | None:
        """What was sealed about the same thing; None if no key opens it."""
        return _opened(self._keys, sealed, about)

    def sealed_anew(self, sealed: str, about: str) -> str | None:
        """The same under the first key; as it is if that one sealed it, None if no key opens it."""
        if _opened(self._keys[:1], sealed, about) is not None:
            return sealed
        content = self.open(sealed, about)
        return None if content is None else self.seal(content, about)


class SealedTokens:
    """Tokens of Slack, each with the workspace it is for: moved to another one's row, it opens no more."""

    def __init__(self, secrets: Sequence[bytes]) -> None:
        self._keys = [Fernet(urlsafe_b64encode(_derived(each, b"sc_bot tokens"))) for each in secrets]

    @classmethod
    def of(cls, settings: Settings) -> "SealedTokens":
        """With the encryption keys; without one nothing is sealed or opened."""
        return cls([each.get_secret_value().encode() for each in settings.sc_bot_encryption_keys])

    def seal(self, secret: str, workspace: str) -> str:
        """Seal with the first key.

        Raises:
            NoKeys: there is none.
        """
        if not self._keys:
            raise NoKeys("SC_BOT_ENCRYPTION_KEYS is not set")
        return self._keys[0].encrypt(f"{workspace}\n{secret}".encode()).decode()

    def open(self, sealed: str, workspace: str) -> str | None:
        """What was sealed for this workspace; None if no key opens it."""
        if not self._keys:
            return None
        try:
            whose, _, secret = MultiFernet(self._keys).decrypt(sealed.encode()).decode().partition("\n")
        except InvalidToken:
            return None
        return secret if whose == workspace else None

    def sealed_anew(self, sealed: str, workspace: str) -> str | None:
        """The same under the first key; as it is if that one sealed it, None if no key opens it."""
        secret = self.open(sealed, workspace)
        if secret is None:
            return None
        try:
            self._keys[0].decrypt(sealed.encode())
        except InvalidToken:
            return self.seal(secret, workspace)
        return sealed


class NoKeys(Exception):
    """A token cannot be sealed: no encryption key is set."""


def new_key() -> str:
    """A fresh secret for SC_BOT_ENCRYPTION_KEYS: 32 random bytes."""
    return Fernet.generate_key().decode()


def _derived(secret: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), KEY, salt=None, info=use).derive(secret)


def _opened(keys: Sequence[AESGCM], sealed: str, about: str) -> bytes | None:
    whole = b64decode(sealed)
    for key in keys:
        try:
            return key.decrypt(whole[:NONCE], whole[NONCE:], about.encode())
        except InvalidTag:
            continue
    return None
