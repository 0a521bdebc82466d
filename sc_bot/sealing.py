"""Seals what a database may keep but not know: answers of the pulse, with a key from the environment.

AES-GCM, with a random nonce and a key derived from each secret. The first secret seals, every one opens, so that they
can be changed. Not Fernet: its tokens say in clear when they were made, and that would tell whose answer it is.
"""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sc_bot.settings import Settings

NONCE, KEY = 12, 32  # bytes


class Sealed:
    """Seals and opens."""

    def __init__(self, secrets: Sequence[bytes]) -> None:
        self._keys = [AESGCM(HKDF(SHA256(), KEY, salt=None, info=b"sc_bot pulse").derive(each)) for each in secrets]

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
        whole = b64decode(sealed)
        for key in self._keys:
            try:
                return key.decrypt(whole[:NONCE], whole[NONCE:], about.encode())
            except InvalidTag:
                continue
        return None
