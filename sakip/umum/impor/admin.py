"""Pages of an import in the admin: upload, preview with differences, one confirmation.

The shape is import-export's ImportMixin (addresses, right to import, resource); its steps are ours: it reads
with tablib, checks inside a transaction, and keeps the file under a name that the browser sends back.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from import_export.admin import ImportMixin

from sakip.umum.admin_dasar import AdminDasar, alamat_admin, sebut_daftar
from sakip.umum.admin_medan import pelaku_dari
from sakip.umum.angka import format_angka
from sakip.umum.excel.baca import BerkasDitolak
from sakip.umum.excel.batas import BATAS_RUJUKAN
from sakip.umum.impor import simpanan
from sakip.umum.impor.hasil import ImporGagal, Keadaan, Pratinjau
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.impor.tabel import FORMAT, SEBUT_FORMAT, pilih_format
from sakip.umum.impor.templat import build_templat
from sakip.umum.impor.tulis import terapkan
from sakip.umum.xlsx import JENIS_ISI

BARIS_HALAMAN = 200
BERUBAH = "Data berubah sejak pratinjau dibuat. Di bawah ini yang terbaru; belum ada yang tersimpan."
PERLU_YAKIN = "Centang dahulu bahwa perubahan pada baris yang sudah dipakai memang dimaksud."


class FormUnggah(forms.Form):
    """One file."""

    berkas = forms.FileField(
        label="Berkas",
        widget=forms.FileInput(attrs={"accept": ",".join(f".{f.akhiran}" for f in FORMAT)}),
        help_text=f"Berkas {SEBUT_FORMAT}, paling banyak {format_angka(Decimal(BATAS_RUJUKAN.baris))} baris. "
        "Misalnya templat di atas yang sudah diisi.",
        max_length=200,
    )

    def clean_berkas(self) -> Any:
        """Refuse what is too large before anything reads it."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BATAS_RUJUKAN.ukuran:
            raise forms.ValidationError(f"Berkas lebih dari {BATAS_RUJUKAN.ukuran // 1024**2} MB.")
        return berkas


class AdminImpor(ImportMixin, AdminDasar):  # type: ignore[misc]
    """Admin of a model whose rows may come from a file."""

    import_export_change_list_template = None  # the link stands among the others of the list
    import_formats = FORMAT
    resource_classes: ClassVar[list[type[ResourceImpor]]] = []

    @property
    def _resource(self) -> type[ResourceImpor]:
        return self.resource_classes[0]

    @property
    def _label(self) -> str:
        return str(self.opts.label_lower)

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Who writes such rows somewhere."""
        return bool(pelaku_dari(request).boleh_tulis(self.model))

    def tautan_lain(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Offer the import beside the list."""
        lain: list[tuple[str, str]] = super().tautan_lain(request, obj)
        if obj is None and self.has_import_permission(request):
            lain.append(("Isi dari berkas", alamat_admin(self.model, "import")))
        return lain

    def get_urls(self) -> list[Any]:
        """Add the blank template."""
        nama = "{}_{}_import_templat".format(*self.get_model_info())
        return [
            path("import/templat/", self.admin_site.admin_view(self.unduh_templat), name=nama),
            *super().get_urls(),
        ]

    def unduh_templat(self, request: HttpRequest) -> HttpResponse:
        """Send the template: blank, or with the rows that the person sees (``?isi=kini``)."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        isi_kini: Any = ()
        depan = "templat"
        if request.GET.get("isi") == "kini":
            depan, resource = "isi", self._resource(request.user)
            baris = self.get_queryset(request).prefetch_related(*resource.terkait)
            isi_kini = resource.baris_ekspor(baris[: BATAS_RUJUKAN.baris - 1])
        nama = f"{depan}-{str(self.opts.verbose_name).replace(' ', '-')}.xlsx"
        jawaban = HttpResponse(build_templat(self._resource.kolom, isi_kini), content_type=JENIS_ISI)
        jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
        return jawaban

    # Upload and preview ----------------------------------------------------------------------------

    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Take a file and check it; show the preview of the file that waits."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._terima(request)
        if token := request.GET.get("berkas"):
            try:
                return self._tampilkan(request, simpanan.ambil(request, self._label, token))
            except ImporGagal as galat:
                messages.error(request, str(galat))
                return HttpResponseRedirect(alamat_admin(self.model, "import"))
        return self._halaman(request, "import.html", {"form": FormUnggah()})

    def _terima(self, request: HttpRequest) -> HttpResponse:
        form = FormUnggah(request.POST, request.FILES)
        if form.is_valid():
            satu = simpanan.simpan(form.cleaned_data["berkas"], request.user)
            try:
                satu.pasang(self._periksa(request, satu)[1])
            except BerkasDitolak as galat:
                satu.buang()
                form.add_error("berkas", galat.pesan)
            else:
                simpanan.catat(request, self._label, satu)
                return self._ke_pratinjau(satu)
        return self._halaman(request, "import.html", {"form": form})

    def _periksa(self, request: HttpRequest, satu: simpanan.Simpanan) -> tuple[ResourceImpor, Pratinjau]:
        """Read and check a file; outside any transaction, nothing is written."""
        resource = self._resource(request.user)
        tabel = pilih_format(satu.nama).create_dataset(satu.berkas, resource.kolom)
        return resource, resource.periksa(tabel)

    def _ke_pratinjau(self, satu: simpanan.Simpanan) -> HttpResponseRedirect:
        return HttpResponseRedirect(f"{alamat_admin(self.model, 'import')}?berkas={satu.token}")

    def _tampilkan(self, request: HttpRequest, satu: simpanan.Simpanan) -> HttpResponse:
        pratinjau = satu.pratinjau()
        pilih = request.GET.get("keadaan", "")
        baris = [b for b in pratinjau.baris if not pilih or b.keadaan == pilih]
        if not pilih:  # what needs a look comes first
            baris.sort(key=lambda b: list(Keadaan).index(b.keadaan))
        isi = {
            "pratinjau": pratinjau, "simpanan": satu, "pilih": pilih,
            "halaman": Paginator(baris, BARIS_HALAMAN).get_page(request.GET.get("p")),
        }  # fmt: skip
        return self._halaman(request, "pratinjau.html", isi)

    def _halaman(self, request: HttpRequest, nama: str, isi: dict[str, Any]) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"Isi {sebut_daftar(self.model).lower()} dari berkas",
            "opts": self.opts,
            "kolom": self._resource.kolom,
            "alamat_templat": alamat_admin(self.model, "import_templat"),
            "alamat_impor": alamat_admin(self.model, "import"),
            "alamat_simpan": alamat_admin(self.model, "process_import"),
            **isi,
        }
        request.current_app = self.admin_site.name  # type: ignore[attr-defined]
        return TemplateResponse(request, f"admin/import_export/{nama}", konteks)

    # Confirmation ----------------------------------------------------------------------------------

    @method_decorator(require_POST)
    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Write what the preview showed, or nothing."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        try:
            satu = simpanan.ambil(request, self._label, request.POST.get("berkas", ""))
            if "batal" in request.POST:
                return self._selesai(request, "Unggahan dibatalkan. Tidak ada yang berubah.")
            satu.pastikan_utuh()
        except ImporGagal as galat:
            messages.error(request, str(galat))
            return HttpResponseRedirect(alamat_admin(self.model, "import"))
        try:
            return self._simpan(request, satu)
        except (ImporGagal, BerkasDitolak) as galat:
            messages.error(request, str(galat))
            return self._ke_pratinjau(satu)

    def _simpan(self, request: HttpRequest, satu: simpanan.Simpanan) -> HttpResponse:
        resource, pratinjau = self._periksa(request, satu)
        if pratinjau.sidik != satu.sidik:
            satu.pasang(pratinjau)
            simpanan.catat(request, self._label, satu)
            raise ImporGagal(BERUBAH)
        if not pratinjau.is_siap:
            raise ImporGagal("Tidak ada yang dapat disimpan.")
        if pratinjau.yakin and request.POST.get("yakin") != str(pratinjau.yakin):
            raise ImporGagal(PERLU_YAKIN)
        terapkan(resource, f"Dari berkas {satu.nama}")
        baru, berubah = pratinjau.jumlah(Keadaan.BARU), pratinjau.jumlah(Keadaan.BERUBAH)
        return self._selesai(
            request, f"Tersimpan dari {satu.nama}: {baru} baris baru, {berubah} baris berubah."
        )

    def _selesai(self, request: HttpRequest, pesan: str) -> HttpResponse:
        simpanan.catat(request, self._label, None)
        messages.success(request, pesan)
        return HttpResponseRedirect(alamat_admin(self.model, "changelist"))
