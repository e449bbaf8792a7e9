// Keeps the page of an upload current while it is worked on. Without it the page reloads itself (meta refresh).
// Counts are shown as they come; a screen reader hears them every 10 seconds and at every change of state.
"use strict";
(() => {
  const kotak = document.querySelector("[data-kemajuan]");
  if (!kotak) return;
  const JEDA = 1500;
  const JEDA_SUARA = 10000;
  const JEDA_GAGAL = 5000;
  const kalimat = kotak.querySelector("[data-kalimat]");
  const suara = kotak.querySelector("[data-suara]");
  const bilah = kotak.querySelector("progress");
  const label = kotak.querySelector("[data-label]");
  let terdengar = Date.now();

  function tampilkan(isi) {
    kalimat.textContent = isi.kalimat;
    if (isi.total) {
      bilah.max = isi.total;
      bilah.value = isi.nilai;
    } else bilah.removeAttribute("value");
    const berganti = label.textContent !== isi.label;
    label.textContent = isi.label;
    if (berganti || Date.now() - terdengar > JEDA_SUARA) {
      suara.textContent = `${isi.label}. ${isi.kalimat}`;
      terdengar = Date.now();
    }
  }

  async function tanya() {
    try {
      const jawab = await fetch(kotak.dataset.kemajuan, { headers: { Accept: "application/json" }, redirect: "manual" });
      if (jawab.type === "opaqueredirect") {
        location.reload(); // the session ended: log in, and come back here
        return;
      }
      if (jawab.status === 404) return;
      if (!jawab.ok) throw new Error(String(jawab.status));
      const isi = await jawab.json();
      if (!isi.bekerja) {
        location.reload();
        return;
      }
      tampilkan(isi);
      setTimeout(tanya, JEDA);
    } catch {
      setTimeout(tanya, JEDA_GAGAL); // a weak line: the work goes on without us
    }
  }

  setTimeout(tanya, JEDA);
})();
