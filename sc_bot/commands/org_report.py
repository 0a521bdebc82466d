"""What `sc-bot org` says: mistakes, differences, what the community lacks; in words, or one JSON object a line."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

import typer

from sc_bot.commands.saying import As, print_json
from sc_bot.domain.community import Community, Localised
from sc_bot.org_file import Difference, Mistake, check_health, concern_in_words, differences, in_words
from sc_bot.usecases.community import Plan

MUST, MAY = Localised("à corriger\u00a0", "must be fixed"), Localised("à regarder\u00a0", "worth a look")
SIGNS = {"added": "+", "changed": "~", "removed": "-"}


@dataclass(frozen=True, slots=True)
class Report:
    """Says things on the terminal, or as JSON."""

    json: bool
    language: As

    def about(self, community: Community) -> None:
        """Which community the next lines are about."""
        name = self._said(community.settings.name)
        if self.json:
            print_json({"what": "community", "community": community.settings.id, "name": name})
        else:
            typer.echo(f"{community.settings.id}: {name}")

    def mistakes(self, mistakes: Iterable[Mistake], file: str | None = None) -> None:
        """Each mistake, with its line (where there is a file) and its key."""
        for each in mistakes:
            sentence = self._said(in_words(each))
            if self.json:
                line = {"line": each.line} if file else {}
                print_json({"what": "mistake", **line, "key": each.key, "mistake": each.what, "message": sentence})
            else:
                where = [*([f"{file}:{each.line}"] if file else []), *([each.key] if each.key else [])]
                typer.echo(": ".join([*where, sentence]), err=True)

    def imported(self, plan: Plan) -> None:
        """What an import did."""
        settings, people = plan.after.settings, len(plan.after.people)
        self.differences(plan)
        if self.json:
            done = {"workspace": plan.workspace, "community": settings.id, "new": plan.before is None}
            print_json({"what": "imported", **done, "institutions": len(plan.after.institutions), "people": people})
        elif plan.before is None:
            typer.echo(f"{settings.id}: {len(plan.after.institutions)} institutions, {people} people, new")
        elif plan.before == plan.after:
            typer.echo(f"{settings.id}: nothing changed")

    def differences(self, plan: Plan) -> None:
        """What the file changes, and what was changed in Slack since it was last read and therefore stays."""
        if plan.before is not None:
            self._each("applied", differences(plan.before, plan.after))
        kept = differences(plan.file, plan.after)
        if kept and not self.json:
            typer.echo("Changed in Slack since the file was last imported, and kept (--force applies the file):")
        self._each("kept", kept)

    def channels_missing(self, names: list[str]) -> None:
        """Channels whose id nobody knows: nothing is posted there."""
        if names:
            todo = "Set SLACK_BOT_TOKEN, create them or invite the bot, and import again."
            listed = ", ".join(names)
            self._warn(listed, f"nothing is posted in channels whose id is not known: {listed}. {todo}")

    def channels_shared(self, names: list[str]) -> None:
        """Channels that people of another organisation read: nothing but neutral lines is posted there."""
        if names:
            listed = ", ".join(names)
            what = "only neutral lines are posted there, no lesson, no meeting"
            self._warn(listed, f"people of another organisation read {listed}: {what}.")

    def people_missing(self, people: Iterable[str]) -> None:
        """People whose e-mail no member has."""
        for each in people:
            self._warn(each, f"{each}: no member of the workspace has this e-mail; they are tied when they write.")

    def health(self, community: Community) -> bool:
        """What the community lacks; False when something must be fixed."""
        concerns = check_health(community)
        for each in concerns:
            sentence = self._said(concern_in_words(each))
            if self.json:
                told = {"concern": each.what, "about": each.about, "must_be_fixed": each.must_be_fixed}
                print_json({"what": "concern", **told, "message": sentence})
            else:
                typer.echo(f"{self._said(MUST if each.must_be_fixed else MAY)}: {sentence}")
        return not any(each.must_be_fixed for each in concerns)

    def _each(self, what: str, found: tuple[Difference, ...]) -> None:
        for each in found:
            if self.json:
                print_json({"what": what, **asdict(each)})
            else:
                typer.echo(_line(each))

    def _warn(self, about: str, sentence: str) -> None:
        if self.json:
            print_json({"what": "warning", "about": about, "message": sentence})
        else:
            typer.echo(f"warning: {sentence}", err=True)

    def _said(self, sentence: Localised) -> str:
        return sentence.in_(self.language)


def _line(difference: Difference) -> str:
    fields = "; ".join(f"{each.field}: {each.before or '—'} → {each.after or '—'}" for each in difference.fields)
    name = " ".join(filter(None, (difference.section, difference.id)))
    return f"{SIGNS[difference.kind]} {name}{f': {fields}' if fields else ''}"
