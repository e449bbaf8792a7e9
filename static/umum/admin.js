// Names the lists with a search (select2) for a screen reader: their own script leaves them without a label.
"use strict";
(() => {
  function beriNama(kotak) {
    const pilihan = kotak.closest(".select2-container");
    const select = pilihan && pilihan.previousElementSibling;
    if (!select || select.tagName !== "SELECT") return;
    const isi = kotak.querySelector(".select2-selection__rendered");
    const label = select.labels && select.labels[0];
    isi.removeAttribute("role");
    isi.removeAttribute("aria-readonly");
    if (label) label.id = label.id || `${select.id}_label`;
    else {
      kotak.id = kotak.id || `${select.id}_kotak`;
      kotak.setAttribute("aria-label", select.getAttribute("aria-label") || select.name);
    }
    kotak.setAttribute("aria-labelledby", `${label ? label.id : kotak.id} ${isi.id}`);
    const petunjuk = select.getAttribute("aria-describedby");
    if (petunjuk) kotak.setAttribute("aria-describedby", petunjuk);
  }

  // Lists appear when their own script is ready, and again with each row that is added.
  const lihat = (node) => {
    if (node.nodeType === 1) node.querySelectorAll(".select2-selection").forEach(beriNama);
  };
  new MutationObserver((perubahan) => perubahan.forEach((p) => p.addedNodes.forEach((n) => lihat(n.parentNode || n))))
    .observe(document.body, { childList: true, subtree: true });
  lihat(document.body);
})();
