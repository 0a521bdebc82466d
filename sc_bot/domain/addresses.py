"""Where a message goes: to a Slack id, or by e-mail to a person, whose address is looked up when it goes.

The outbox holds no e-mail address: it may change meanwhile, and it is nobody's to read there.
"""

from sc_bot.domain.community import Person

BY_MAIL = "mail:"
"""How the target of a message begins that goes by e-mail."""


def by_mail(community: int, person: str) -> str:
    """The target of an e-mail to this person of this community."""
    return f"{BY_MAIL}{community}:{person}"


def mailed(target: str) -> tuple[int, str] | None:
    """The community and the person of an e-mail's target; None for what goes through Slack."""
    if not target.startswith(BY_MAIL):
        return None
    community, _, person = target.removeprefix(BY_MAIL).partition(":")
    return int(community), person


def is_told(person: Person) -> bool:
    """Whether anything reaches somebody: in Slack, where they act too, or by e-mail, which they read."""
    return bool(person.slack_id or person.email)


def reads_only(person: Person) -> bool:
    """Whether somebody is told by e-mail alone, so that somebody else acts for them."""
    return bool(person.email) and not person.slack_id


def address_of(community: int, person: Person) -> str:
    """Where somebody is told: in Slack, else by e-mail; empty for somebody of whom nothing is known."""
    if person.slack_id:
        return person.slack_id
    return by_mail(community, person.id) if person.email else ""
