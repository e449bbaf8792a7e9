"""The sheets, in the order in which they stand and are written."""

from __future__ import annotations

from pelaporan.buku.lembar import anggaran, indikator, naskah, organisasi, pejabat, perjanjian, rencana, ukur
from pelaporan.buku.skema import Lembar

SEMUA: tuple[Lembar, ...] = (
    organisasi.Organisasi(),
    organisasi.Unit(),
    organisasi.Fungsi(),
    pejabat.Pejabat(),
    organisasi.Profil(),
    organisasi.Dokumen(),
    rencana.Versi(),
    rencana.Renstra(),
    rencana.ProgramKegiatan(),
    rencana.Porsi(),
    indikator.DaftarIndikator(),
    indikator.Definisi(),
    indikator.TargetRenstraLembar(),
    indikator.Rkt(),
    anggaran.DaftarDpa(),
    anggaran.Pagu(),
    anggaran.TargetDpaLembar(),
    perjanjian.DaftarPk(),
    perjanjian.TargetPkLembar(),
    perjanjian.TargetPeriodeLembar(),
    perjanjian.AksiLembar(),
    ukur.Ukur(),
    ukur.Sumber(),
    ukur.TahunLalu(),
    anggaran.Belanja(),
    ukur.PembandingLembar(),
    ukur.Analisis(),
    organisasi.Umum(),
    naskah.Isu(),
    naskah.Landasan(),
    naskah.NarasiLembar(),
    naskah.RekomendasiLembar(),
    naskah.LampiranLembar(),
)
