"""All detectors, in the order in which they may claim a piece of text."""

from collections.abc import Callable, Iterable

from sc_bot.privacy.birth_dates import find_birth_dates
from sc_bot.privacy.contacts import find_emails, find_phones
from sc_bot.privacy.file_numbers import find_distant_file_numbers, find_file_numbers
from sc_bot.privacy.findings import Finding, Inspection
from sc_bot.privacy.health_numbers import find_health_numbers
from sc_bot.privacy.normalise import Comparable, comparable
from sc_bot.privacy.people import find_names, find_rare_cases
from sc_bot.privacy.places import find_addresses, find_postal_codes, find_rooms
from sc_bot.privacy.social_insurance import find_social_insurance_numbers

DETECTORS: tuple[Callable[[Comparable], Iterable[Finding]], ...] = (
    find_health_numbers,
    find_emails,
    find_social_insurance_numbers,
    find_birth_dates,
    find_file_numbers,
    find_phones,
    find_distant_file_numbers,  # after the phones: "dossier incomplet, famille au 8195550142" is a phone
    find_postal_codes,
    find_addresses,
    find_rooms,
    find_names,
    find_rare_cases,
)


def inspect(text: str) -> Inspection:
    """Find what could identify a patient. Never raises, takes linear time, keeps none of the text."""
    plain = comparable(text)
    claimed = bytearray(len(plain.lower))
    found: list[Finding] = []
    for detector in DETECTORS:
        for finding in detector(plain):
            if any(claimed[finding.start : finding.end]):
                continue  # an earlier detector, which knows better, has it
            claimed[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
            found.append(Finding(finding.kind, *plain.span(finding.start, finding.end)))
    return Inspection(tuple(sorted(found, key=lambda finding: finding.start)))
