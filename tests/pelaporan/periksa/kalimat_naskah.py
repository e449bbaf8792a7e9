"""Sentences for the checks of the text itself: planted defects, and sound ones that come near to them.

``CACAT_NASKAH``: (check, section, text); ``TINGKAT`` their levels where they are no warnings.
``SEHAT_NASKAH``: no galat and no peringatan may come of them. The report is that of Kecamatan Contoh, year
2024. ``kalimat.py`` takes both into the measured set.
"""

TINGKAT = {
    "isi_contoh": "galat",
    "kalimat_putus": "info",
    "kata_berulang": "info",
    "spasi_hilang": "info",
    "ejaan": "info",
    "istilah": "info",
    "mata_uang": "info",
}

CACAT_NASKAH: tuple[tuple[str, str, str], ...] = (
    # Placeholders
    ("isi_contoh", "tabel.t_kemajuan", ".....\n\n.....\n\n....."),
    ("isi_contoh", "tabel.t_kemajuan", "Kemajuan indikator mencapai .... persen dari target akhir."),
    ("isi_contoh", "bab4.kesimpulan", "Rata-rata capaian sebesar … dengan predikat tinggi."),
    ("isi_contoh", "bab1.isu", "- Mutu pelayanan administrasi\n- Dst."),
    ("isi_contoh", "bab1.isu", "- Mutu pelayanan administrasi\n- dst"),
    ("isi_contoh", "bab1.isu", "- ;\n- ;"),
    ("isi_contoh", "bab2.pk", "Perjanjian diubah karena perubahan anggaran dan (dipilih point 1 s.d. 3)."),
    ("isi_contoh", "bab2.pk", "Target dinaikkan karena (diisi alasan perubahan)."),
    ("isi_contoh", "bab3.capaian", "Capaian dipengaruhi oleh (sebutkan faktor pendukungnya)."),
    ("isi_contoh", "bab4.kesimpulan", "Rata-rata capaian sasaran termasuk baik sekali (kategori)."),
    ("isi_contoh", "depan.pengantar", "Laporan ini disusun oleh Tim SAKIP Nomor XX yang dibentuk Camat."),
    ("isi_contoh", "depan.pengantar", "Realisasi anggaran sebesar Rp xxx telah dipertanggungjawabkan."),
    ("isi_contoh", "bab1.latar_belakang", "Lorem ipsum dolor sit amet."),
    ("isi_contoh", "bab1.latar_belakang", "Laporan ini disusun oleh [nama kecamatan] untuk masyarakat."),
    ("isi_contoh", "bab2.rkt", "Rencana kerja disahkan pada tanggal ________ oleh pimpinan."),
    ("isi_contoh", "tabel.t_pembanding", "Standar nasional: N/A."),
    ("isi_contoh", "tabel.t_menunjang", "Contoh: program pelayanan publik menunjang sasaran mutu pelayanan."),
    ("isi_contoh", "bab3.capaian", "Dinas/Badan/ Kecamatan/Sekretariat meninjau indikatornya setiap tahun."),
    ("isi_contoh", "bab1.organisasi", "Kantor ini dipimpin oleh Camat/Lurah yang bertanggung jawab."),
    (
        "isi_contoh",
        "bab2.renstra",
        "Rencana strategis Kecamatan Contoh Kabupaten/Kota menjabarkan visi daerah.",
    ),
    ("isi_contoh", "bab4.kesimpulan", "Sasaran mutu pelayanan tercapai/tidak tercapai pada akhir tahun."),
    ("isi_contoh", "tabel.t_anggaran", "Serapan anggaran #DIV/0! pada akhir tahun."),
    # Doubled sentences
    (
        "kalimat_ganda",
        "tabel.t_capaian",
        "Seluruh pemangku kepentingan mendukung hasil itu. Seluruh pemangku kepentingan mendukung hasil itu.",
    ),
    (
        "kalimat_ganda",
        "bab4.langkah",
        "Keberhasilan pelayanan terutama berasal dari perubahan cara kerja, yaitu pemeriksaan berkas sejak "
        "awal, pengaturan petugas, dan jemput bola ke desa.",
    ),
    # Positions
    (
        "jabatan_luar_struktur",
        "bab1.organisasi",
        "Camat dibantu Sekretaris, Kepala Bidang, dan kepala seksi.",
    ),
    (
        "jabatan_luar_struktur",
        "bab1.organisasi",
        "Kepala Seksi/Sub Bidang menyampaikan data setiap triwulan.",
    ),
    ("jabatan_luar_struktur", "bab2.pk", "Kepala Sub Bidang menandatangani perjanjian dengan Camat."),
    ("jabatan_luar_struktur", "bab2.pk", "Perjanjian diturunkan kepada Kepala Bagian dan pelaksana."),
    ("jabatan_luar_struktur", "bab2.pk", "Perjanjian ditandatangani Kepala Dinas bersama Bupati."),
    ("jabatan_luar_struktur", "bab3.capaian", "Data diperiksa oleh Sekretaris Dinas sebelum dibahas."),
    ("jabatan_luar_struktur", "bab3.capaian", "Data diisi oleh Kepala Seksi Perekonomian setiap triwulan."),
    ("jabatan_luar_struktur", "bab3.capaian", "Kepala UPT melaporkan hasilnya kepada Camat."),
    # A later year
    (
        "tahun_kemudian",
        "tabel.t_banding",
        "Pada tahun 2025 ketertiban terealisasi lebih baik daripada tahun sebelumnya.",
    ),
    ("tahun_kemudian", "tabel.t_banding", "Pada tahun [[tahun:N+1]] gangguan telah menurun dengan tajam."),
    ("tahun_kemudian", "tabel.t_anggaran", "Serapan anggaran tahun 2025 lebih tinggi daripada tahun lalu."),
    ("tahun_kemudian", "bab4.kesimpulan", "Capaian tahun 2026 adalah yang terbaik selama lima tahun."),
    # Style
    ("kalimat_putus", "bab1.isu", "Masih lemahnya koordinasi antar"),
    (
        "kalimat_putus",
        "tabel.t_analisis",
        "Pelayanan diperbaiki setelah jadwal petugas loket mengikuti antrean warga",
    ),
    ("kata_berulang", "depan.pengantar", "Camat memimpin Kecamatan [[perangkat_daerah]] sejak awal periode."),
    ("kata_berulang", "bab2.rkt", "Data yang yang belum lengkap dicari kembali."),
    ("spasi_hilang", "tabel.t_capaian", "Capaian [[capaian:skm]]Perbandingan dengan tahun lalu menyusul."),
    ("spasi_hilang", "bab1.organisasi", "Sekretariat mengurus kearsipan,kepegawaian, dan keuangan."),
    ("ejaan", "bab3.capaian", "Seluruh stekholder mengikuti analisa itu."),
    ("ejaan", "bab2.pk", "Perjanjian diubah di karenakan alokasi anggaran berubah."),
    ("istilah", "depan.pengantar", "Penyusunan LKJiP ini dibantu seluruh seksi."),
    ("mata_uang", "bab4.kesimpulan", "Penerimaan pajak sebesar Rp. [[realisasi:pbb]] disetor ke kas daerah."),
)

SEHAT_NASKAH: tuple[str, ...] = (
    # Slashes that belong there
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota membiayai gaji dan jasa kantor.",
    "Penilaian membandingkan seluruh Kabupaten/Kota di Provinsi Jawa Timur.",
    "Penghargaan Kabupaten/Kota Layak Anak diterima pemerintah kabupaten.",
    "Pembinaan dilakukan terhadap desa dan/atau kelurahan.",
    "Kewenangan kabupaten/kota yang dilimpahkan kepada Camat dilaksanakan sesuai ketentuan.",
    "Koordinasi dilakukan dengan kementerian/lembaga dan dinas/badan terkait.",
    "Pelayanan rawat inap/jalan bukan urusan kecamatan.",
    "Pengurus RT/RW mendata warga pada tahun ajaran 2021/2022.",
    "Kendaraan melaju paling cepat 40 km/jam di jalan desa.",
    "Pembinaan pemerintahan desa/kelurahan berjalan menurut jadwal.",
    "Pemilihan Gubernur/Bupati serentak dilaksanakan dengan tertib.",
    # Brackets, dots and Roman numerals that say something
    "Formulir (diisi oleh petugas loket) disimpan dalam buku register.",
    "Buku register, formulir, dsb. disimpan di ruang arsip.",
    "Kontingen kecamatan mengikuti PON XX dan MTQ XXX sebagai peserta.",
    "Desa percontohan (dipilih secara musyawarah) menerima pendampingan.",
    "Anggaran ini (sesudah perubahan) dipakai untuk pemeliharaan gedung.",
    "Alamat surel kantor ialah kecamatan_contoh@contoh.go.id.",
    # Positions of partners, and of this office
    "Kepala Dinas Kesehatan dan Kapolsek hadir dalam rapat koordinasi.",
    "Danramil, Kapolsek, Kepala Desa, dan Kepala Puskesmas menandatangani kesepakatan.",
    "Kepala Seksi Ketentraman dan Ketertiban Umum memimpin patroli malam.",
    "Kepala Seksi Pelayanan Umum dan Kepala Sub Bagian Program dan Keuangan menyiapkan datanya.",
    "Kepala Bidang Pemerintahan Desa Dinas Pemberdayaan Masyarakat menjadi narasumber.",
    "Kepala Bagian Organisasi Sekretariat Daerah membimbing penyusunan laporan.",
    "Para kepala dinas terkait menanggapi usulan musyawarah kecamatan.",
    "Kepala Seksi PMD mendampingi desa menyusun usulan.",
    "Kepala seksi pemerintahan desa menyerahkan dokumennya.",
    # Later years as plans, periods, events and days
    "Langkah perbaikan tahun [[tahun:N+1]] diarahkan pada penagihan yang lebih awal.",
    "Target akhir Renstra tahun 2026 telah tercapai lebih awal.",
    "Rencana kerja tahun 2025 telah disusun menurut hasil tersebut.",
    "Perjanjian Kinerja tahun 2025 telah memuat target yang disesuaikan.",
    "Seluruh desa telah menetapkan APBDes tahun 2025 pada akhir tahun.",
    "Laporan ini disampaikan pada Februari 2025 setelah diperiksa.",
    "Evaluasi tahun 2024 menjadi dasar agar capaian tahun 2025 meningkat.",
    "Realisasi tahun 2024 dibandingkan dengan target tahun 2026.",
    "Periode 2021-2026 telah memasuki tahun keempat.",
    "Jadwal rapat tahun [[tahun:N+1]] dimajukan ke awal triwulan ketiga.",
    # Repetition and ends that are none
    "Perangkat daerah dan tokoh masyarakat ikut serta.",
    "Kegiatan dilaksanakan bersama-sama oleh masing-masing desa.",
)
