// Writing a section of the report. The page works without it: this adds what a form cannot do.
//  1. Saves after a pause and when the field is left; says in words whether it did.
//  2. What was typed is kept in this browser, for this person and page, with the hash of the text that it was
//     typed over ("dasar"): after a lost line or session it comes back, and where somebody else wrote meanwhile
//     both texts are shown. From there on "sidik", what a save goes over, is the other's text, and only a button
//     that is pressed saves: nothing is saved by itself while "dasar" and "sidik" differ.
//  3. Shows the text as it prints, from the server; nothing is written by that.
//  4. A toolbar, and the list of figures as a search: type, arrow keys, Enter.
"use strict";
(() => {
  const form = document.querySelector("form[data-ruang]");
  if (!form) return;
  const teks = form.querySelector("textarea");
  const { sidik, dasar } = form.elements;
  const status = form.querySelector("[data-simpanan]");
  const JEDA_SIMPAN = 3000; // ms without a key
  const JEDA_ULANG = 20000; // ms until a save that failed is tried again
  const JEDA_LIHAT = 500;
  const HARI = 14;
  const kunci = `sakip-isian:${document.body.dataset.pengguna}:${location.pathname.replace(/(simpan|terima|tawarkan)\/$/, "")}:ruang`;

  const baca = () => { try { return JSON.parse(localStorage.getItem(kunci)); } catch { return null; } };
  const tulis = (isi) => { try { localStorage.setItem(kunci, JSON.stringify(isi)); return true; } catch { return false; } };
  const hapus = () => { try { localStorage.removeItem(kunci); } catch { /* forbidden: nothing is kept */ } };
  const rapi = (isi) => isi.replace(/\r\n?/g, "\n").trim();

  for (const satu of document.querySelectorAll("[data-alat-tulis], [data-cari]")) satu.hidden = false;
  for (const satu of document.querySelectorAll("[data-tanpa-skrip]")) satu.hidden = true;

  // 1. Saving ----------------------------------------------------------------------------------------

  let tersimpan = form.dataset.belum ? null : rapi(teks.defaultValue);
  let berjalan = false; // a save is under way
  let ditolak = Boolean(form.dataset.belum); // refused as it stands: the next key may mend it
  let tertahan = false; // no save by itself can pass until the page is read again
  let dikirim = false; // the form itself is being sent
  let jam = 0;

  function kabarkan(kalimat, galat) {
    if (status.textContent !== kalimat) status.textContent = kalimat;
    status.classList.toggle("is-galat", Boolean(galat));
  }

  function simpanNanti(ms) {
    clearTimeout(jam);
    jam = setTimeout(simpan, ms);
  }

  const belumDiputuskan = () => dasar.value !== sidik.value || Boolean(form.querySelector("[data-bentrok] *"));
  const tidakSendiri = () => ditolak || tertahan || dikirim || belumDiputuskan();
  const disimpanSini = (ada) => (ada ? "tulisan Anda disimpan di komputer ini" : "salin tulisan Anda sebelum menutup halaman");

  async function simpan() {
    clearTimeout(jam);
    const isi = teks.value;
    if (berjalan || tidakSendiri() || rapi(isi) === tersimpan) return;
    berjalan = true;
    kabarkan("Menyimpan…");
    const data = new FormData(form);
    data.set("isi", isi);
    try {
      const jawab = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      const json = (jawab.headers.get("Content-Type") || "").startsWith("application/json");
      if (json) terima(jawab, await jawab.json(), isi);
      else gagal(jawab);
    } catch {
      kabarkan(`Belum tersimpan: sambungan terputus, ${disimpanSini(ingat())}.`, true);
      simpanNanti(JEDA_ULANG);
    }
    berjalan = false;
    if (!tidakSendiri() && rapi(teks.value) !== tersimpan && !status.classList.contains("is-galat")) simpanNanti(JEDA_SIMPAN);
  }

  /** Say why there is no answer of the page: each has another way out. */
  function gagal(jawab) {
    const aman = disimpanSini(ingat());
    if (jawab.status >= 500) {
      kabarkan(`Belum tersimpan: server sedang bermasalah; ${aman}.`, true);
      simpanNanti(JEDA_ULANG);
      return;
    }
    tertahan = true;
    const masuk = jawab.redirected && new URL(jawab.url).pathname === form.dataset.masuk;
    if (masuk) kabarkan(`Belum tersimpan: Anda perlu masuk lagi; ${aman}. Muat ulang halaman ini, lalu masuk.`, true);
    else if (jawab.status === 403) kabarkan(`Belum tersimpan: halaman ini kedaluwarsa atau Anda tidak lagi menulis bagian ini; ${aman}. Muat ulang halaman ini.`, true);
    else if (jawab.status === 404) kabarkan(`Belum tersimpan: bagian atau laporan ini tidak ada lagi; ${aman}.`, true);
    else kabarkan(`Belum tersimpan: jawaban server tidak dikenali; ${aman}. Muat ulang halaman ini.`, true);
  }

  function terima(jawab, isi, dikirimkan) {
    if (jawab.ok) {
      tersimpan = rapi(dikirimkan);
      sidik.value = dasar.value = isi.sidik;
      if (rapi(teks.value) === tersimpan) hapus();
      else ingat();
      kabarkan(`${isi.keadaan}.`);
      pasang(isi.potongan);
      form.querySelector("[data-siap]").hidden = isi.siap;
      return;
    }
    kabarkan(`Belum tersimpan: ${isi.galat || "server menolak tulisan ini."}`, true);
    ingat();
    ditolak = true;
    if (!isi.bentrok) return;
    sidik.value = isi.sidik; // not dasar: this text was not typed over that one
    const tempat = form.querySelector("[data-bentrok]");
    tempat.innerHTML = isi.bentrok;
    tempat.querySelector("[tabindex]").scrollIntoView({ block: "nearest" });
  }

  /** Put fresh parts of the page in their places; what is typed stands in none of them. */
  function pasang(potongan) {
    for (const [nama, html] of Object.entries(potongan)) {
      for (const tempat of document.querySelectorAll(`[data-potongan="${nama}"]`)) {
        const gulir = tempat.scrollTop;
        tempat.innerHTML = html;
        tempat.scrollTop = gulir;
      }
    }
  }

  form.addEventListener("submit", (peristiwa) => {
    if (peristiwa.defaultPrevented) return;
    dikirim = true;
    clearTimeout(jam);
    ingat();
  });
  addEventListener("pageshow", (peristiwa) => { if (peristiwa.persisted) dikirim = false; });
  document.addEventListener("click", (peristiwa) => {
    if (!peristiwa.target.closest("[data-pakai-tersimpan]")) return;
    dikirim = true;
    hapus();
  });

  // 2. What was typed survives -----------------------------------------------------------------------

  /** Keep what is not stored; true where the browser let it. */
  function ingat() {
    const isi = teks.value;
    if (rapi(isi) === tersimpan) {
      hapus();
      return true;
    }
    return tulis({ teks: isi, sidik: dasar.value, pada: Date.now() });
  }

  function pulihkan() {
    const ada = baca();
    if (!ada || typeof ada.teks !== "string") return;
    if (Date.now() - ada.pada > HARI * 86400000 || rapi(ada.teks) === tersimpan) {
      hapus();
      return;
    }
    if (form.dataset.belum) return; // what was typed came back with the page
    teks.value = ada.teks;
    sidik.value = dasar.value = ada.sidik; // an older one makes the server show both texts
    kabarkan("Tulisan yang belum tersimpan dipulihkan.");
    simpanNanti(1000);
    lihatNanti();
  }

  // 3. As it prints ----------------------------------------------------------------------------------

  const lihat = form.querySelector("[data-pratinjau-isi]");
  let jamLihat = 0;
  let batal = null;

  function lihatNanti() {
    clearTimeout(jamLihat);
    jamLihat = setTimeout(perbarui, JEDA_LIHAT);
  }

  async function perbarui() {
    if (batal) batal.abort();
    batal = new AbortController();
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("isi", teks.value);
    lihat.setAttribute("aria-busy", "true");
    try {
      const jawab = await fetch(form.dataset.pratinjau, { method: "POST", body: data, signal: batal.signal });
      if (jawab.ok && !jawab.redirected) lihat.innerHTML = await jawab.text();
      lihat.removeAttribute("aria-busy");
    } catch (galat) {
      if (galat.name !== "AbortError") lihat.removeAttribute("aria-busy");
    }
  }

  teks.addEventListener("input", () => {
    const aman = ingat();
    ditolak = false;
    if (!tidakSendiri()) {
      kabarkan(aman ? "Belum tersimpan." : "Belum tersimpan, dan peramban ini tidak menyimpannya sementara.");
      simpanNanti(JEDA_SIMPAN);
    }
    lihatNanti();
  });
  teks.addEventListener("blur", () => simpanNanti(150)); // a button of the form sends it itself
  document.addEventListener("visibilitychange", () => { if (document.hidden) simpan(); });

  // 4a. Toolbar --------------------------------------------------------------------------------------

  /** Type over the selection as a person would, so that the browser can undo it. */
  function ketik(isi, awal, akhir) {
    teks.focus();
    teks.setSelectionRange(awal, akhir);
    if (!document.execCommand("insertText", false, isi)) {
      teks.setRangeText(isi, awal, akhir, "end");
      teks.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function bungkus(tanda) {
    const { selectionStart: a, selectionEnd: b, value } = teks;
    const isi = value.slice(a, b);
    ketik(`${tanda}${isi}${tanda}`, a, b);
    if (!isi) teks.setSelectionRange(a + tanda.length, a + tanda.length);
  }

  function jadikanDaftar() {
    const { value } = teks;
    const awal = value.lastIndexOf("\n", teks.selectionStart - 1) + 1;
    const akhir = teks.selectionEnd;
    const baris = value.slice(awal, akhir).split("\n").map((b) => (b.startsWith("- ") ? b : `- ${b}`)).join("\n");
    ketik(awal > 0 && value[awal - 2] !== "\n" && !/(^|\n)- .*\n$/.test(value.slice(0, awal)) ? `\n${baris}` : baris, awal, akhir);
  }

  function kutip() {
    const a = teks.selectionEnd;
    ketik(" [[kutipan:nama sumber]]", a, a);
    teks.setSelectionRange(a + 11, a + 22);
  }

  const ALAT = { tebal: () => bungkus("**"), miring: () => bungkus("_"), daftar: jadikanDaftar, kutipan: kutip, angka: () => cari.focus() };
  form.querySelector("[data-alat-tulis]").addEventListener("click", (peristiwa) => {
    const tombol = peristiwa.target.closest("[data-alat]");
    if (tombol) ALAT[tombol.dataset.alat]();
  });

  // 4b. Figures --------------------------------------------------------------------------------------

  const cari = document.getElementById("cari-token");
  const daftar = document.getElementById("daftar-token");
  const hasil = document.querySelector("[data-cari-hasil]");
  const butir = [...daftar.querySelectorAll("li")];
  let pilihan = null;

  daftar.setAttribute("role", "listbox");
  daftar.removeAttribute("tabindex");
  for (const [n, k] of [...daftar.querySelectorAll("[data-kelompok]")].entries()) {
    k.setAttribute("role", "group");
    k.querySelector("h3").id = `kelompok-token-${n}`;
    k.querySelector("h3").setAttribute("role", "presentation");
    k.setAttribute("aria-labelledby", `kelompok-token-${n}`);
    k.querySelector("ul").setAttribute("role", "none");
  }
  for (const [n, b] of butir.entries()) {
    b.id = `token-${n}`;
    b.setAttribute("role", "option");
    b.setAttribute("aria-selected", "false");
    b.dataset.teks = `${b.closest("[data-kelompok]").querySelector("h3").textContent} ${b.textContent}`.toLowerCase();
  }

  const tampak = () => butir.filter((b) => !b.hidden);

  function pilih(satu) {
    if (pilihan) pilihan.setAttribute("aria-selected", "false");
    pilihan = satu || null;
    if (pilihan) {
      pilihan.setAttribute("aria-selected", "true");
      cari.setAttribute("aria-activedescendant", pilihan.id);
      const atas = pilihan.offsetTop - daftar.offsetTop;
      if (atas < daftar.scrollTop + 30) daftar.scrollTop = atas - 30;
      else if (atas + pilihan.offsetHeight > daftar.scrollTop + daftar.clientHeight) daftar.scrollTop = atas + pilihan.offsetHeight - daftar.clientHeight;
    } else cari.removeAttribute("aria-activedescendant");
  }

  function saring() {
    const kata = cari.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const b of butir) b.hidden = !kata.every((k) => b.dataset.teks.includes(k));
    for (const k of daftar.querySelectorAll("[data-kelompok]")) k.hidden = !k.querySelector("li:not([hidden])");
    const ada = tampak();
    hasil.textContent = kata.length ? (ada.length ? `${ada.length} dari ${butir.length} angka` : "Tidak ada angka dengan kata itu.") : "";
    daftar.scrollTop = 0;
    pilih(kata.length ? ada[0] : null);
  }

  function sisip(satu) {
    const a = teks.selectionStart;
    ketik(`[[${satu.dataset.kunci}]]`, a, teks.selectionEnd);
    hasil.textContent = `Disisipkan: ${satu.firstElementChild.textContent}`;
  }

  cari.addEventListener("input", saring);
  cari.addEventListener("keydown", (peristiwa) => {
    const ada = tampak();
    const kini = ada.indexOf(pilihan);
    if (peristiwa.key === "ArrowDown") pilih(ada[Math.min(kini + 1, ada.length - 1)]);
    else if (peristiwa.key === "ArrowUp") pilih(ada[Math.max(kini - 1, 0)]);
    else if (peristiwa.key === "Escape" && cari.value) { cari.value = ""; saring(); }
    else if (peristiwa.key === "Escape") teks.focus();
    else if (peristiwa.key === "Enter") { if (pilihan) sisip(pilihan); }
    else return;
    peristiwa.preventDefault();
  });
  daftar.addEventListener("mousedown", (peristiwa) => peristiwa.preventDefault()); // the cursor stays in the text
  daftar.addEventListener("click", (peristiwa) => {
    const satu = peristiwa.target.closest("li");
    if (!satu) return;
    pilih(satu);
    sisip(satu);
  });

  const bab = document.querySelector(".ruang-bab-lebar");
  const kini = bab.querySelector("[aria-current]");
  bab.scrollTop = kini.offsetTop - bab.offsetTop - bab.clientHeight / 2;
  if (belumDiputuskan()) kabarkan("Belum tersimpan. Tekan Simpan bila tulisan ini yang berlaku.", true);
  else kabarkan("Tulisan disimpan sendiri selagi Anda menulis.");
  pulihkan();
})();
