// Helps a form over a weak line. Every page works without it.
//  1. A form is sent once: while it is under way, further clicks do nothing and its buttons show it.
//  2. What was typed survives a failed line, a closed tab and an ended session: it is kept in this browser
//     for this person and page, and cleared once it is saved, and for all at log-out.
// Never kept: passwords, files, hidden fields (tokens), forms with data-tanpa-simpan.
"use strict";
(() => {
  document.querySelector(".menu [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

  const AWALAN = "sakip-isian:";
  const TERKIRIM = "sakip-terkirim:";
  const JEDA_ULANG = 30000; // ms until a form that got no answer may be sent again
  const HARI = 14; // what is older is forgotten
  const meta = document.querySelector('meta[name="pengguna"]');
  const pengguna = document.body.dataset.pengguna || (meta ? meta.content : "");

  const simpanan = {
    baca(kunci) {
      try { return JSON.parse(localStorage.getItem(kunci)); } catch { return null; }
    },
    tulis(kunci, isi) {
      try { localStorage.setItem(kunci, JSON.stringify(isi)); } catch { /* full or forbidden: go on without */ }
    },
    hapus(kunci) {
      try { localStorage.removeItem(kunci); } catch { /* the same */ }
    },
    kunci(awalan) {
      try { return Object.keys(localStorage).filter((k) => k.startsWith(awalan)); } catch { return []; }
    },
  };

  let keluar = false;
  const borang = [...document.querySelectorAll("form")].filter((f) => f.method === "post");

  // 1. Sent once -----------------------------------------------------------------------------------

  const tombol = (form) => [...form.elements].filter((e) => e.type === "submit");

  function bebaskan(form) {
    delete form.dataset.dikirim;
    form.removeAttribute("aria-busy");
    for (const satu of tombol(form)) satu.removeAttribute("aria-disabled");
  }

  document.addEventListener("submit", (peristiwa) => {
    const form = peristiwa.target;
    if (form.method !== "post" || peristiwa.defaultPrevented) return;
    if (form.dataset.dikirim) {
      peristiwa.preventDefault();
      return;
    }
    form.dataset.dikirim = "ya";
    form.setAttribute("aria-busy", "true");
    for (const satu of tombol(form)) satu.setAttribute("aria-disabled", "true");
    setTimeout(() => bebaskan(form), JEDA_ULANG);
    if (form.matches("[data-keluar]")) {
      keluar = true;
      for (const kunci of simpanan.kunci(`${AWALAN}${pengguna}:`)) simpanan.hapus(kunci);
      simpanan.hapus(TERKIRIM + pengguna);
    } else if (pengguna && form.dataset.kunciIsian) {
      catat(form);
      simpanan.tulis(TERKIRIM + pengguna, form.dataset.kunciIsian);
    }
  });

  // A page that comes back from the browser's memory is not under way any more.
  addEventListener("pageshow", (peristiwa) => {
    if (!peristiwa.persisted) return;
    for (const form of borang) {
      // Saved meanwhile: what still stands in it is no longer waiting to be saved.
      const kunci = form.dataset.kunciIsian;
      if (form.dataset.dikirim && kunci && !simpanan.baca(kunci)) form.dataset.dibuang = "ya";
      bebaskan(form);
    }
  });

  // 2. What was typed survives ---------------------------------------------------------------------

  if (!pengguna) return;

  const DIKETIK = /^(text|search|email|url|tel|number|date|datetime-local|month|time|textarea|select-one|select-multiple|checkbox|radio)$/;
  const simpan = (e) => e.name && DIKETIK.test(e.type) && !e.disabled && !e.name.includes("__prefix__");
  const bermacam = (e) => e.type === "checkbox" || e.type === "radio";

  function nilai(e) {
    if (bermacam(e)) return e.checked;
    if (e.type === "select-multiple") return [...e.selectedOptions].map((o) => o.value);
    return e.value;
  }

  const bawaan = new WeakMap(); // what lists held when the page came; a search adds options of its own

  function asal(e) {
    if (bermacam(e)) return e.defaultChecked;
    if (e.tagName === "SELECT") {
      if (bawaan.has(e)) return bawaan.get(e);
      const pilihan = [...e.options].filter((o) => o.defaultSelected).map((o) => o.value);
      return e.multiple ? pilihan : (pilihan[0] ?? "");
    }
    return e.defaultValue;
  }

  const sama = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const nama = (e) => (bermacam(e) ? `${e.name}=${e.value}` : e.name);

  /** Keep what differs from the page as it came, and what an earlier page of the same form kept. */
  function catat(form) {
    if (form.dataset.dibuang || keluar) return;
    const lama = (simpanan.baca(form.dataset.kunciIsian) || {}).isi || {};
    const isi = {};
    for (const e of form.elements) {
      if (!simpan(e)) continue;
      const kunci = nama(e);
      const dahulu = lama[kunci];
      if (dahulu && sama(dahulu.nilai, nilai(e))) isi[kunci] = dahulu;
      else if (!sama(nilai(e), asal(e))) {
        isi[kunci] = { nilai: nilai(e), asal: dahulu ? dahulu.asal : asal(e) };
        if (e.tagName === "SELECT") isi[kunci].teks = [...e.selectedOptions].map((o) => o.text);
      }
    }
    if (Object.keys(isi).length) simpanan.tulis(form.dataset.kunciIsian, { isi, pada: Date.now() });
    else simpanan.hapus(form.dataset.kunciIsian);
  }

  /** Put one kept value back; true where that changed the page. */
  function kembalikan(e, satu) {
    if (sama(nilai(e), satu.nilai)) return false;
    if (bermacam(e)) e.checked = satu.nilai;
    else if (e.tagName === "SELECT") {
      [].concat(satu.nilai).forEach((v, n) => {
        if (![...e.options].some((o) => o.value === v)) e.add(new Option(satu.teks[n] || v, v));
      });
      for (const o of e.options) o.selected = [].concat(satu.nilai).includes(o.value);
    } else e.value = satu.nilai;
    e.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  /** Open again the rows that a person had added to a table inside a form. */
  function tambahBaris(form, isi) {
    for (const ada of [...form.elements].filter((e) => e.name && e.name.endsWith("-TOTAL_FORMS"))) {
      const awalan = ada.name.replace(/TOTAL_FORMS$/, "");
      const nomor = Object.keys(isi).filter((k) => k.startsWith(awalan)).map((k) => parseInt(k.slice(awalan.length), 10));
      const perlu = Math.max(0, ...nomor.filter(Number.isInteger)) + (nomor.length ? 1 : 0);
      const tautan = document.querySelector(`#${CSS.escape(awalan)}group .add-row a`);
      for (let n = 0; tautan && Number(ada.value) < perlu && n < 100; n += 1) tautan.click();
    }
  }

  function sebut(e) {
    return e.getAttribute("aria-label") || (e.labels && e.labels[0] ? e.labels[0].textContent.trim() : e.name);
  }

  function beriTahu(form, berubah) {
    const catatan = document.createElement("div");
    catatan.className = "pesan pesan-awas isian-pulih";
    catatan.setAttribute("role", "status");
    const kalimat = document.createElement("p");
    kalimat.textContent = "Isian yang belum tersimpan dipulihkan. Periksa, lalu simpan.";
    const buang = document.createElement("button");
    buang.type = "button";
    buang.className = "tombol tombol-kedua tombol-kecil button";
    buang.textContent = "Buang isian ini";
    buang.addEventListener("click", () => {
      simpanan.hapus(form.dataset.kunciIsian);
      form.dataset.dibuang = "ya";
      location.assign(location.pathname + location.search);
    });
    catatan.append(kalimat);
    for (const teks of berubah) {
      const satu = document.createElement("p");
      satu.textContent = teks;
      catatan.append(satu);
    }
    catatan.append(buang);
    form.prepend(catatan);
  }

  function pulihkan(form) {
    const ada = simpanan.baca(form.dataset.kunciIsian);
    if (!ada || !ada.isi) return;
    if (Date.now() - ada.pada > HARI * 86400000) {
      simpanan.hapus(form.dataset.kunciIsian);
      return;
    }
    tambahBaris(form, ada.isi);
    let pulih = false;
    const berubah = [];
    for (const e of form.elements) {
      const satu = simpan(e) ? ada.isi[nama(e)] : undefined;
      if (!satu || !sama(nilai(e), asal(e))) continue; // typed already on this page: that stands
      const kini = asal(e);
      if (!kembalikan(e, satu)) continue;
      pulih = true;
      if (typeof kini === "string" && e.tagName !== "SELECT" && !sama(kini, satu.asal)) {
        berubah.push(`${sebut(e)} berubah sejak Anda mengetik: kini tersimpan ${kini || "kosong"}.`);
      }
    }
    if (pulih) beriTahu(form, berubah);
  }

  const TANPA = "[data-keluar], [data-tanpa-simpan], #changelist-form";

  function mulai() {
    const kunciTerkirim = TERKIRIM + pengguna;
    const terkirim = simpanan.baca(kunciTerkirim);
    if (terkirim && document.querySelector("[data-tersimpan]")) simpanan.hapus(terkirim);
    simpanan.hapus(kunciTerkirim);
    borang.forEach((form, n) => {
      if (form.matches(TANPA) || ![...form.elements].some(simpan)) return;
      form.dataset.kunciIsian = `${AWALAN}${pengguna}:${location.pathname}:${form.getAttribute("id") || n}`;
      for (const e of form.elements) {
        if (e.tagName !== "SELECT") continue;
        const isi = [...e.options].filter((o) => o.defaultSelected).map((o) => o.value);
        bawaan.set(e, e.multiple ? isi : (isi[0] ?? (e.options.length ? e.options[0].value : "")));
      }
      pulihkan(form);
      for (const macam of ["input", "change"]) {
        form.addEventListener(macam, (peristiwa) => {
          if (peristiwa.isTrusted) delete form.dataset.dibuang;
          catat(form);
        });
      }
    });
  }

  // Lists with a search and calendars change a value without an event: look again when the page goes.
  function catatSemua() {
    for (const form of borang) if (form.dataset.kunciIsian) catat(form);
  }
  addEventListener("pagehide", catatSemua);
  document.addEventListener("visibilitychange", () => { if (document.hidden) catatSemua(); });

  // After the admin's own scripts have made their rows and lists: they begin on timers.
  const nanti = () => setTimeout(mulai, 50);
  if (document.readyState === "complete") nanti();
  else addEventListener("load", nanti);
})();
