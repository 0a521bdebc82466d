"""The community file: read, check, write, compare. One YAML file describes one community."""

from sc_bot.org_file.comparing import Difference, FieldChange, differences
from sc_bot.org_file.health import Concern, check_health, concern_in_words
from sc_bot.org_file.mistakes import Mistake, OrgFileInvalid
from sc_bot.org_file.reading import read_community
from sc_bot.org_file.words import in_words
from sc_bot.org_file.writing import write_community

__all__ = [
    "Concern",
    "Difference",
    "FieldChange",
    "Mistake",
    "OrgFileInvalid",
    "check_health",
    "concern_in_words",
    "differences",
    "in_words",
    "read_community",
    "write_community",
]
