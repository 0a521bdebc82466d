"""Tests of deadlocks: circles, signs, finding, ending."""
