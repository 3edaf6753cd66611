"use strict";
// The page is whole without this: it adds filters, sorting, an age that is true when the page is read,
// and opens the table that a link leads into.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const fresh = document.getElementById("fresh");
  const read = new Date(document.querySelector("time").dateTime);
  const hours = Math.floor((Date.now() - read) / 3600000);
  if (hours >= 0) {
    const age = hours < 1 ? "less than an hour" : hours < 48 ? hours + (hours === 1 ? " hour" : " hours") : Math.floor(hours / 24) + " days";
    fresh.textContent = age + " old as you read this";
  }

  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const details = target && target.closest("details");
    if (details && !details.open) {
      details.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();

  const gaps = document.getElementById("gaps");
  const opened = new Set();
  for (const tool of all(".tool")) {
    tool.hidden = false;
    const input = tool.querySelector("input[type=search]");
    const status = tool.querySelector("[role=status]");
    const rows = all(input.dataset.filter);
    const texts = rows.map(row => ((row.closest("details.table")?.querySelector("h4").textContent ?? "") + " " + row.textContent).toLowerCase());
    const apply = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const only = gaps && tool.contains(gaps) && gaps.checked;
      const active = words.length > 0 || only;
      let left = 0;
      const shown = new Map();
      rows.forEach((row, i) => {
        const match = words.every(word => texts[i].includes(word)) && (!only || row.classList.contains("gap"));
        row.hidden = !match;
        left += match ? 1 : 0;
        const table = row.closest("details.table");
        if (table) shown.set(table, (shown.get(table) ?? 0) + (match ? 1 : 0));
      });
      let room = 20;
      for (const [table, count] of shown) {
        table.hidden = active && count === 0;
        if (active && count > 0 && !table.open && room-- > 0) {
          table.open = true;
          opened.add(table);
        } else if (!active && opened.delete(table)) {
          table.open = false;
        }
      }
      status.textContent = active ? left + " of " + rows.length : "";
    };
    let timer;
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
    if (gaps && tool.contains(gaps)) gaps.addEventListener("change", apply);
  }

  for (const table of all("table.sortable")) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.className = "sort";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending";
        heads.forEach(other => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = row => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
        const body = table.tBodies[0];
        const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "en", { numeric: true }));
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }
})();
