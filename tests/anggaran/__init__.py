"""Tests of anggaran."""
