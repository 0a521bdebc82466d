"""The tables of phrases with right answers: the given sample, and one of our own, derived from the rules by hand."""

from dataclasses import dataclass
from pathlib import Path

from sc_bot.due_dates import Answer, to_json

HERE = Path(__file__).parent
SAMPLE, OUR_OWN = HERE / "due_phrases.tsv", HERE / "more_due_phrases.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase, its language, what is expected and why."""

    phrase: str
    language: str
    expected: str
    note: str

    @property
    def candidates(self) -> set[str]:
        """Those that an ambiguous answer must offer."""
        _, _, after = self.note.partition("candidates=")
        return set(after.split(";")[0].strip().split("|"))

    def is_met_by(self, answer: Answer) -> bool:
        """Exactly right: the very date, at least the candidates asked, or an error."""
        said = to_json(answer)
        match self.expected:
            case "ERROR":
                return said["status"] == "error"
            case "AMBIGUOUS":
                offered = said["candidates"]
                return said["status"] == "ambiguous" and isinstance(offered, list) and self.candidates <= set(offered)
            case _:
                return (said["status"], said["due"]) == ("ok", self.expected)


def rows_of(file: Path) -> list[Row]:
    """The rows of a table, unstripped: one phrase is empty, one blank."""
    lines = file.read_bytes().decode("utf-8").split("\n")[1:]
    return [Row(*(*line.split("\t"), "")[:4]) for line in lines if line]
