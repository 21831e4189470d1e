"""A served demo, seen from outside: its address and the e-mails that it writes."""

import time
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

PATIENCE = 240
"""Seconds to wait for the worker; the machine may be busy."""


@dataclass(frozen=True)
class Demo:
    url: str
    mails: Path

    def mail_to(self, address: str, subject: str) -> str:
        """The text of the latest e-mail to `address` whose subject begins so; waits for it. Raises AssertionError."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for message in self._messages():
                if address in str(message["To"]) and str(message["Subject"]).startswith(subject):
                    body = message.get_body(("plain",))
                    assert body is not None
                    return str(body.get_content())
            time.sleep(0.5)
        subjects = [(str(each["To"]), str(each["Subject"])) for each in self._messages()]
        raise AssertionError(f"No e-mail to {address} about « {subject} » among {subjects}")

    def _messages(self) -> list[EmailMessage]:
        """The latest first."""
        files = sorted(self.mails.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
        texts = [text for path in files for text in reversed(path.read_bytes().split(b"\n" + b"-" * 79 + b"\n"))]
        return [message_from_bytes(text, policy=policy.default) for text in texts if text.strip()]  # type: ignore[misc]
