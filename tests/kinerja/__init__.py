"""Tests of kinerja."""
