"""Parts of a report built by hand: what konteks_contoh puts together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pelaporan.konteks import (
    Angka,
    Bab1,
    Bab2,
    Bab3,
    BarisAnalisis,
    BarisAnggaran,
    BarisBanding,
    BarisCapaian,
    BarisEfisiensi,
    BarisIKU,
    BarisKelas,
    BarisKemajuan,
    BarisMenunjang,
    BarisPagu,
    BarisPembanding,
    BarisPK,
    BarisProfil,
    BarisRenstra,
    BarisRKT,
    BarisRPJMD,
    BarisTindakLanjut,
    Identitas,
    KelompokIsu,
    NilaiTahun,
    PenandaTangan,
    Periode,
    RevisiDPA,
    RevisiPK,
    RingkasanNode,
    Unit,
)
from sakip.umum.hitung import Keadaan

KOSONG = Angka("belum diisi", Keadaan.BELUM_DIISI, None, "realisasi belum diisi")
TAK_TERHITUNG = Angka("tidak dapat dihitung", Keadaan.TIDAK_DAPAT_DIHITUNG, None, "target 0")
SASARAN = ("Meningkatnya mutu pelayanan publik", "Meningkatnya keberdayaan dan ketertiban masyarakat desa")
PANJANG = "Persentase usulan kegiatan pembangunan hasil musyawarah yang disetujui di tingkat kabupaten"
INDIKATOR = (
    ("Indeks kepuasan masyarakat", "Indeks", "80,00", "81,20", "101,50%"),
    (PANJANG, "Persen", "100,00", "", ""),
    ("Jumlah gangguan ketertiban", "Kasus", "10", "11", "90,00%"),
)
PROGRAM = (
    ("7.01.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", 2_000_000_000, 1_950_000_000),
    ("7.01.05", "PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM", 100_000_000, 72_620_000),
)
TAHUN = 2023
CAMAT = PenandaTangan("Citra Lestari, S.STP.", "Camat Uji", "Pembina", "19800101 200501 2 001")


def a(teks: str) -> Angka:
    """A figure from its printed text; empty is a blank."""
    if not teks:
        return KOSONG
    polos = teks.rstrip("%").replace(".", "").replace(",", ".").lstrip("+")
    try:
        return Angka(teks, nilai=Decimal(polos))
    except ArithmeticError:
        return Angka(teks)


def rp(nilai: int) -> Angka:
    """An amount."""
    return Angka(f"{nilai:,}".replace(",", "."), nilai=Decimal(nilai))


def identitas_contoh(**ubah: object) -> Identitas:
    """The office of Citra."""
    return replace(
        Identitas(
            perangkat_daerah="Kecamatan Uji",
            slug="uji",
            singkatan="Kec. Uji",
            kode="7.01.0.00.0.00.01.000",
            jenis="kecamatan",
            alamat="Jalan Balai Desa Nomor 1",
            sebutan_kepala="Camat",
            pemda="Kabupaten Uji",
            jenis_pemda="kabupaten",
            nama_pemda="Uji",
            kepala_daerah="Bupati Uji",
            ibu_kota="Kota Uji",
            tempat_tanda_tangan="Kota Uji",
            tahun=TAHUN,
        ),
        **ubah,
    )


def periode_contoh() -> Periode:
    """Target years 2022 to 2026."""
    return Periode(
        nama="2021-2026",
        tahun_awal=2021,
        tahun_akhir=2026,
        tahun_target=(2022, 2023, 2024, 2025, 2026),
        tahun_ke="kedua",
        dokumen_renstra="Peraturan Bupati Uji Nomor 20 Tahun 2022",
        dokumen_rpjmd="Peraturan Daerah Kabupaten Uji Nomor 2 Tahun 2021",
    )


def organisasi(banyak_seksi: int = 5, fungsional: bool = False) -> Unit:
    """A head with a sekretariat of two and as many seksi as asked."""
    bagian = tuple(
        Unit(
            n,
            "sub_bagian",
            "Menyiapkan bahan urusan administrasi",
            ("penyusunan rencana kerja",),
            (),
            f"1.{i}",
        )
        for i, n in enumerate(("Sub Bagian Umum dan Kepegawaian", "Sub Bagian Program dan Keuangan"), start=1)
    )
    anak = [Unit("Sekretariat", "sekretariat", "Mengoordinasikan administrasi", (), bagian, "1")]
    if fungsional:
        anak.append(Unit("Kelompok Jabatan Fungsional", "fungsional", "", (), (), "2"))
    nama = ("Tata Pemerintahan", "Pemberdayaan Masyarakat dan Desa", "Ketenteraman dan Ketertiban Umum")
    for i in range(banyak_seksi):
        anak.append(
            Unit(f"Seksi {nama[i % 3]}", "seksi", "Melaksanakan sebagian tugas", (), (), str(len(anak) + 1))
        )
    return Unit("Camat", "kepala", "Mengoordinasikan pemerintahan", ("pelayanan publik",), tuple(anak))


def bab1_contoh() -> Bab1:
    """Bab1."""
    return Bab1(
        dasar_organisasi="Peraturan Bupati Uji Nomor 1 Tahun 2023",
        organisasi=organisasi(),
        profil=(BarisProfil("Pegawai menurut golongan", "Golongan III", rp(12), "orang"),),
        isu_renstra=(KelompokIsu("Gambaran pelayanan", ("jaringan internet sering terganggu",)),),
        isu_tahun=("Pelayanan jemput bola bagi desa yang jauh",),
        landasan_hukum=("Peraturan Presiden Nomor 29 Tahun 2014", "Peraturan Bupati Uji Nomor 1 Tahun 2023"),
    )


def baris_pagu(kode: str, nama: str, nilai: int) -> BarisPagu:
    """A programme's row of Tabel 2.6."""
    return BarisPagu(
        kode=kode,
        nama=nama,
        tingkat=1,
        rs_node=1,
        indikator="Persentase layanan yang terselenggara",
        satuan="Persen",
        target_sebelum=a("100,00"),
        target_sesudah=a("100,00"),
        sebelum=rp(nilai),
        sesudah=rp(nilai),
        selisih=rp(0),
        perubahan="tetap",
    )


def bab2_contoh() -> Bab2:
    """Bab2."""
    i = INDIKATOR
    return Bab2(
        visi="Uji Maju dan Sejahtera",
        misi=(("1", "Memperbaiki tata kelola"), ("2", "Memajukan desa")),
        rpjmd=(BarisRPJMD("1", "Memperbaiki tata kelola", "Tujuan A", "Sasaran A", ("Indeks A",), 1, 1),),
        catatan_rpjmd="",
        misi_didukung=("1",),
        renstra=tuple(
            BarisRenstra(
                "1",
                "Meningkatnya pelayanan",
                SASARAN[0],
                n[0],
                n[1],
                (a(n[2]),) * 5,
                3 * (k == 0),
                3 * (k == 0),
            )
            for k, n in enumerate(i)
        ),
        iku=(
            BarisIKU(
                "1",
                SASARAN[0],
                1,
                i[0][0],
                "Indeks",
                a("Rerata unsur"),
                a("Jumlah nilai"),
                KOSONG,
                a("Sekretariat"),
            ),
        ),
        dokumen_iku="Keputusan Camat Uji Nomor 5 Tahun 2022",
        rkt=tuple(
            BarisRKT(
                "1", "Meningkatnya pelayanan", SASARAN[0], n[0], n[1], a(n[2]), 3 * (k == 0), 3 * (k == 0)
            )
            for k, n in enumerate(i)
        ),
        revisi_pk=(
            RevisiPK("Perjanjian Kinerja", "1/PK/2023", "25 Januari 2023", ""),
            RevisiPK(
                "Perjanjian Kinerja Perubahan ke-1", "2/PK/2023", "20 November 2023", "Perubahan anggaran."
            ),
        ),
        pk=tuple(
            BarisPK(str(k + 1), SASARAN[k > 0], 1, n[0], n[1], a(n[2]), a(n[2]), "tetap")
            for k, n in enumerate(i)
        ),
        catatan_pk="0 dari 3 target berubah.",
        revisi_dpa=(
            RevisiDPA("DPA", "1/DPA", "3 Januari 2023", ""),
            RevisiDPA("DPA Perubahan 1", "", "", ""),
        ),
        sebutan_dpa_akhir="Setelah Perubahan",
        pagu=tuple(baris_pagu(kode, nama, pagu) for kode, nama, pagu, _ in PROGRAM),
        jumlah_pagu=baris_pagu("", "JUMLAH", 2_100_000_000),
        catatan_pagu="Anggaran tidak berubah.",
        jumlah_tujuan=1,
        jumlah_sasaran=2,
        jumlah_indikator_renstra=3,
    )


def _node(k: int) -> tuple[str, str, int]:
    """Number, sasaran and rows of the k-th indicator: the second sasaran has two."""
    return ("1", SASARAN[0], 1) if k == 0 else ("2", SASARAN[1], 2 * (k == 1))


def _capaian(k: int, n: tuple[str, ...]) -> BarisCapaian:
    nomor, node, rs = _node(k)
    return BarisCapaian(
        nomor=nomor,
        kode=f"I{k}",
        tujuan="Meningkatnya pelayanan",
        node=node,
        tingkat="sasaran",
        rs_node=rs,
        indikator=n[0],
        satuan=n[1],
        arah="makin_rendah" if k == 2 else "makin_tinggi",
        tanda=("PK", "IKU") if k == 0 else ("PK",),
        target=a(n[2]),
        sumber_target="Perjanjian Kinerja Perubahan ke-1",
        realisasi=a(n[3]),
        capaian=a(n[4]),
        kategori=a("Sangat Tinggi") if n[4] else KOSONG,
        tercapai=None if not n[4] else k == 0,
        sumber_data=a("Laporan survei") if k == 0 else KOSONG,
    )


def _anggaran(kode: str, nama: str, pagu: int, nyata: int) -> BarisAnggaran:
    serapan = f"{Decimal(nyata) * 100 / pagu:.2f}%".replace(".", ",")
    return BarisAnggaran(kode[-1], kode, nama, 1, rp(pagu), rp(nyata), a(serapan), nyata * 10 < pagu * 9)


def bab3_contoh() -> Bab3:
    """Bab3."""
    capaian = tuple(_capaian(k, n) for k, n in enumerate(INDIKATOR))
    jumlah = BarisAnggaran("", "", "JUMLAH", 0, rp(2_100_000_000), rp(2_022_620_000), a("96,31%"))
    kantor = RingkasanNode(
        "Kecamatan Uji", a("95,75%"), a("Sangat Tinggi"), 2, 3, 0, "2 dari 3 indikator terukur"
    )
    tiada = Angka("tidak ada data", Keadaan.TIDAK_DAPAT_DIHITUNG)
    return Bab3(
        kelas=(
            BarisKelas("1", "Sangat Tinggi", "91,00% atau lebih"),
            BarisKelas("2", "Sangat Rendah", "di bawah 91,00%"),
        ),
        aturan=("Indikator yang makin tinggi makin baik: realisasi / target x 100%.",),
        tahun_banding=(2021, 2022, 2023),
        tahun_akhir=2026,
        capaian=capaian,
        banding=tuple(
            BarisBanding(
                b.nomor,
                b.kode,
                b.node,
                b.rs_node,
                b.indikator,
                b.satuan,
                (
                    NilaiTahun(2021, tiada, tiada, tiada),
                    *(NilaiTahun(t, b.target, b.realisasi, b.capaian) for t in (2022, 2023)),
                ),
                "tetap",
            )
            for b in capaian
        ),
        kemajuan=tuple(
            BarisKemajuan(b.nomor, b.node, b.rs_node, b.indikator, b.satuan, b.realisasi, b.target, b.capaian)
            for b in capaian
        ),
        pembanding=tuple(
            BarisPembanding(
                b.nomor,
                b.node,
                b.rs_node,
                b.indikator,
                1,
                b.satuan,
                b.realisasi,
                "Tidak ada standar nasional untuk indikator ini.",
                KOSONG,
                KOSONG,
                "",
            )
            for b in capaian
        ),
        analisis=tuple(
            BarisAnalisis(
                b.nomor,
                "Sasaran",
                b.node,
                b.rs_node,
                b.indikator,
                b.satuan,
                b.target,
                b.realisasi,
                b.capaian,
                a("Antrean berkurang setelah jadwal layanan diatur.") if b.tercapai else KOSONG,
                KOSONG,
                True,
            )
            for b in capaian
        ),
        menunjang=(
            BarisMenunjang("1", SASARAN[0], 2, INDIKATOR[0][0], a("101,50%"), "", (), None, ""),
            BarisMenunjang(
                "1",
                SASARAN[0],
                0,
                "",
                None,
                PROGRAM[0][1],
                ("Persentase layanan",),
                TAK_TERHITUNG,
                "belum dapat dinilai",
            ),
        ),
        catatan_menunjang="Capaian program adalah rata-rata capaian indikatornya.",
        anggaran=tuple(_anggaran(*p) for p in PROGRAM),
        jumlah_anggaran=jumlah,
        catatan_anggaran=(),
        efisiensi_sasaran=(
            _efisiensi("indikator", "1", SASARAN[0], INDIKATOR[0][0], a("101,50%"), rp(2_000_000_000)),
            _efisiensi("kantor", "", "Kecamatan Uji", "", a("95,75%"), rp(2_100_000_000)),
        ),
        efisiensi_program=tuple(
            _efisiensi("node", p[0][-1], p[1], "", None, rp(p[2]), keterangan="indikator belum diisi")
            for p in PROGRAM
        ),
        catatan_efisiensi=("Efisiensi = persentase capaian kinerja / persentase serapan anggaran.",),
        tindak_lanjut=(
            BarisTindakLanjut(
                "1", "LHE AKIP", 2022, "Menyusun rencana aksi triwulanan", KOSONG, "Dalam proses", ""
            ),
        ),
        per_tujuan=(replace(kantor, nama="Meningkatnya pelayanan"),),
        per_sasaran=(
            replace(kantor, nama=SASARAN[0], efisiensi=a("1,04")),
            replace(kantor, nama=SASARAN[1], efisiensi=KOSONG),
        ),
        per_program=(),
        kantor=kantor,
    )


def _efisiensi(
    jenis: str,
    nomor: str,
    node: str,
    indikator: str,
    capaian: Angka | None,
    pagu: Angka,
    keterangan: str = "",
) -> BarisEfisiensi:
    return BarisEfisiensi(
        jenis=jenis,
        nomor=nomor,
        node=node,
        rs_node=1,
        indikator=indikator,
        target=a("80,00") if indikator else None,
        realisasi=a("81,20") if indikator else None,
        capaian=capaian,
        pagu=pagu,
        realisasi_anggaran=pagu,
        serapan=a("100,00%"),
        efisiensi=a("1,01") if capaian else TAK_TERHITUNG,
        kategori="efisien" if capaian else "",
        keterangan=keterangan,
    )
