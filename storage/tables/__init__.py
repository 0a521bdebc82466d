"""Every table. Each row belongs to a workspace (a Slack team id) and, below it, to a community."""

from storage.tables.base import metadata
from storage.tables.charter import charter_signatures, charters
from storage.tables.communities import absences, chosen_places, communities, community_events, people
from storage.tables.cycles import archives, cycle_reviews
from storage.tables.deadlocks import deadlocks
from storage.tables.decisions import decision_answers, decisions
from storage.tables.digests import digests, weekly_counts
from storage.tables.exports import exports
from storage.tables.homes import home_changes, homes
from storage.tables.installations import begun_installations, installations, organisations, purges
from storage.tables.joining import joinings, learned
from storage.tables.joint_changes import joint_changes, joint_parts, joint_problems
from storage.tables.lessons import lesson_offers, lesson_steps, lesson_texts, lessons
from storage.tables.meetings import agenda_items, meeting_people, meeting_promises, meeting_texts, meetings
from storage.tables.owed import commitments, dependencies, followups, participations
from storage.tables.privacy import accesses, erasures, incidents, seals
from storage.tables.problems import counters, events, problems, requests, texts
from storage.tables.pulse import pulse_answers, pulse_invitations, pulse_waves
from storage.tables.searching import searchable
from storage.tables.sending import WAITING, destinations, outbox, pauses, stops
from storage.tables.tryouts import tryouts
from storage.tables.watching import beats

__all__ = [
    "WAITING",
    "absences",
    "accesses",
    "agenda_items",
    "archives",
    "beats",
    "begun_installations",
    "charter_signatures",
    "charters",
    "chosen_places",
    "commitments",
    "communities",
    "community_events",
    "counters",
    "cycle_reviews",
    "deadlocks",
    "decision_answers",
    "decisions",
    "dependencies",
    "destinations",
    "digests",
    "erasures",
    "events",
    "exports",
    "followups",
    "home_changes",
    "homes",
    "incidents",
    "installations",
    "joinings",
    "joint_changes",
    "joint_parts",
    "joint_problems",
    "learned",
    "lesson_offers",
    "lesson_steps",
    "lesson_texts",
    "lessons",
    "meeting_people",
    "meeting_promises",
    "meeting_texts",
    "meetings",
    "metadata",
    "organisations",
    "outbox",
    "participations",
    "pauses",
    "people",
    "problems",
    "pulse_answers",
    "pulse_invitations",
    "pulse_waves",
    "purges",
    "requests",
    "seals",
    "searchable",
    "stops",
    "texts",
    "tryouts",
    "weekly_counts",
]
