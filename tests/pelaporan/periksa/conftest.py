"""A clean report for the checks: Kecamatan Contoh 2024 with what its data leaves open filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pelaporan.periksa.bahan import BahanPeriksa


@pytest.fixture(scope="session")
def bahan_contoh(bahan_semua) -> BahanPeriksa:
    """What the checks read of Kecamatan Contoh 2024, as its data gives it."""
    return bahan_semua["contoh"]


@pytest.fixture(scope="session")
def bersih(bahan_contoh: BahanPeriksa) -> BahanPeriksa:
    """The same with nothing to find: tests plant one defect in it."""
    from tests.pelaporan.periksa.bersih import bersihkan

    return bersihkan(bahan_contoh)


@pytest.fixture
def ganti_konteks():
    """Return a function (bahan, **parts) that replaces parts of the report."""

    def _ganti(bahan: BahanPeriksa, **bagian) -> BahanPeriksa:
        return replace(bahan, konteks=replace(bahan.konteks, **bagian))

    return _ganti
