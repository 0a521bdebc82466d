"""Every table. Each row belongs to a workspace (a Slack team id) and, below it, to a community."""

from storage.tables.base import metadata
from storage.tables.communities import absences, communities, community_events, people
from storage.tables.decisions import decision_answers, decisions
from storage.tables.digests import digests, weekly_counts
from storage.tables.exports import exports
from storage.tables.homes import home_changes, homes
from storage.tables.owed import commitments, dependencies, followups, participations
from storage.tables.problems import counters, events, problems, requests, texts
from storage.tables.searching import searchable
from storage.tables.sending import WAITING, destinations, outbox, pauses, stops

__all__ = [
    "WAITING",
    "absences",
    "commitments",
    "communities",
    "community_events",
    "counters",
    "decision_answers",
    "decisions",
    "dependencies",
    "destinations",
    "digests",
    "events",
    "exports",
    "followups",
    "home_changes",
    "homes",
    "metadata",
    "outbox",
    "participations",
    "pauses",
    "people",
    "problems",
    "requests",
    "searchable",
    "stops",
    "texts",
    "weekly_counts",
]
