"""The region's reports, from its files, and the window or the one line in which each was written."""

from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any

import yaml

from sc_bot.domain.problems import Severity
from sc_bot.usecases.problems.report import Report

FILES = ("problems.yaml", "more_problems.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report of the region's files, and the institution that should lead; the files' other keys are not needed."""

    id: str
    text: str
    reported_by: str
    owner: str
    continuum: str
    severity: Severity
    contributors: tuple[str, ...]
    perceived_unresolvable: bool
    institution: str | None = None
    noticed_by_clients: bool = False
    keep_director_out: bool = False
    suggestion: str | None = None

    def report(self, confirm_reason: str) -> Report:
        """As its author wrote it: in one line, or in the window where more is said than that it delays."""
        if self.severity is Severity.DELAY:
            return Report(description=self.text, confirm_reason=confirm_reason)
        return Report(
            description=self.text,
            institution=self.institution,
            continuum=self.continuum,
            severity=self.severity,
            concerned=self.contributors,
            noticed_by_clients=self.noticed_by_clients,
            unresolvable=self.perceived_unresolvable,
            suggestion=self.suggestion,
            keep_director_out=self.keep_director_out,
            confirm_reason=confirm_reason,
        )


def read_reports() -> dict[str, Reported]:
    """Every report of the region, by its id."""
    region = files("sc_bot.playground.region")
    rows = [row for name in FILES for row in yaml.safe_load(region.joinpath(name).read_bytes())]
    return {row["id"]: _reported(row) for row in rows}


def _reported(row: dict[str, Any]) -> Reported:
    known = {each.name for each in fields(Reported)}
    values = {key: value for key, value in row.items() if key in known}
    values["severity"] = Severity(values["severity"])
    values["contributors"] = tuple(values["contributors"])
    return Reported(**values)
