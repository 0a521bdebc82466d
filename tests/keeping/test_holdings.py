"""Every column is decided upon: whether it says who somebody is, holds what somebody wrote, or neither."""

from sqlalchemy import JSON, String, Text

from storage.holdings import HOLDINGS, WRITTEN
from storage.tables import metadata

HANDLED_BY_NAME = """
people.key people.slack_id people.email people.name people.title people.roles people.language people.timezone
people.institution people.habits
community_events.subject community_events.before community_events.after
communities.configuration communities.imported
events.details followups.quiet absences.covers deadlocks.evidence requests.answer
outbox.target outbox.notice outbox.key outbox.kind destinations.target homes.slack_id chosen_places.slack_id
accesses.reader installations.installed_by searchable.word problems.because_matched charters.fr charters.en
erasures.person erasures.asked_by
"""
"""They say who somebody is, or may: erasure treats each in its own way (`storage/erasing`), or its term ends."""

NEITHER = """
absences.workspace accesses.screen accesses.workspace agenda_items.about agenda_items.kind agenda_items.outcome
archives.workspace beats.part beats.process begun_installations.browser begun_installations.state
charter_signatures.institution charter_signatures.role charter_signatures.workspace charters.workspace
chosen_places.workspace commitments.due_at commitments.first_due commitments.institution commitments.standing
commitments.workspace commitments.zone communities.channels communities.code communities.key communities.workspace
community_events.workspace counters.prefix counters.workspace cycle_reviews.workspace deadlocks.institution
deadlocks.stage deadlocks.way deadlocks.workspace decision_answers.reply decisions.behalf decisions.due_at
decisions.institution decisions.workspace decisions.zone destinations.channel destinations.held_by
destinations.workspace events.from_state events.institution events.kind events.to_state events.workspace exports.key
exports.workspace followups.subject followups.workspace home_changes.workspace homes.hash homes.page homes.workspace
incidents.notified incidents.risk incidents.workspace installations.bot_user installations.enterprise
installations.fault installations.held_by installations.name installations.refresh installations.removed_because
installations.scopes installations.token installations.workspace joinings.institution joinings.verdict
joinings.workspace joint_changes.ended joint_changes.workspace joint_changes.zone joint_parts.answered
joint_parts.institution joint_parts.verdict learned.institution learned.term lesson_offers.institution
lesson_offers.standing lesson_steps.after lesson_steps.before lesson_steps.details lesson_steps.did
lesson_steps.institution lesson_steps.workspace lesson_texts.facet lesson_texts.workspace lessons.continuum
lessons.institution lessons.occasion lessons.origin lessons.reference lessons.stage lessons.workspace
meetings.committee meetings.nominal meetings.phase meetings.workspace organisations.enterprise organisations.workspace
outbox.channel outbox.error outbox.file outbox.nonce outbox.state outbox.ts outbox.workspace
participations.institution participations.standing participations.workspace pauses.method pauses.workspace
people.workspace problems.because_kind problems.closing problems.concerned problems.continuum problems.contributors
problems.duplicate_of problems.institution problems.invited problems.owes problems.reference
problems.reporter_institution problems.returned_by problems.state problems.verdict problems.workspace pulse_answers.id
pulse_answers.sealed pulse_waves.results pulse_waves.workspace purges.workspace requests.request requests.workspace
seals.marks seals.previous seals.seal seals.workspace stops.reason stops.workspace texts.kind texts.workspace
tryouts.institution tryouts.outcome tryouts.standing tryouts.until_at tryouts.workspace tryouts.zone
weekly_counts.counts erasures.nonce erasures.screen erasures.workspace
"""


def test_every_column_that_can_hold_words_is_decided_upon() -> None:
    """A new one that nobody thought about fails here: erasure and retention would pass it by."""
    columns = [column for table in metadata.sorted_tables for column in table.c]
    able = {str(each) for each in columns if isinstance(each.type, String | Text | JSON)}
    people, written = {str(each.column) for each in HOLDINGS}, {str(column) for column, _ in WRITTEN}
    decided = people | written | set(HANDLED_BY_NAME.split()) | set(NEITHER.split())
    assert sorted(able - decided) == []
    assert sorted(decided - able) == []


def test_nothing_is_decided_upon_twice() -> None:
    """Each column has one way."""
    people, written = [str(each.column) for each in HOLDINGS], [str(column) for column, _ in WRITTEN]
    everything = [*people, *written, *HANDLED_BY_NAME.split(), *NEITHER.split()]
    assert len(everything) == len(set(everything))
