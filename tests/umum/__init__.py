"""Tests of the shared layer."""
