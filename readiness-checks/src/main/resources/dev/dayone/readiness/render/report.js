"use strict";
// The page is whole without this: it adds a search, filters, sorting, an age that is true when the page is read,
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

  let leave = () => {};
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.getClientRects().length === 0) leave();
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

  const search = document.getElementById("search");
  const box = search.querySelector("input");
  const said = search.querySelector("[role=status]");
  const kinds = [
    ["finding", "#findings .findings > li, #other-findings tbody tr"],
    ["link", "#links article.link"],
    ["metric", "#metrics article.metric"],
    ["check", "#checks tbody tr"],
    ["table", "#tables details.table"],
    ["column", ".columns tbody tr[id]"],
  ];
  let sought;
  const unfolded = new Set();
  const text = item => {
    const table = item.closest("details.table");
    const named = table?.querySelector("h4").textContent ?? "";
    const own = item === table ? table.querySelector("summary + p")?.textContent : item.textContent + (item.nextElementSibling?.matches("tr.more") ? item.nextElementSibling.textContent : "");
    const heading = item.closest("#checks .scroll")?.previousElementSibling.textContent ?? "";
    return (named + " " + heading + " " + (own ?? "")).toLowerCase();
  };
  const empty = (group, items) => group.classList.toggle("missed", all(items, group).every(item => item.classList.contains("missed")));
  const seek = () => {
    sought ??= kinds.map(([kind, selector]) => [kind, all(selector).map(item => [item, text(item)])]);
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const active = words.length > 0;
    const counts = [];
    const within = new Set();
    document.body.classList.toggle("searching", active);
    for (const [kind, items] of [...sought].reverse()) {
      let count = 0;
      for (const [item, told] of items) {
        const match = words.every(word => told.includes(word));
        count += match ? 1 : 0;
        if (match && kind === "column") within.add(item.closest("details.table"));
        item.classList.toggle("missed", !match && !within.has(item));
      }
      if (count > 0) counts.unshift(count + " " + kind + (count === 1 ? "" : "s"));
    }
    let room = 20;
    for (const table of all("#tables details.table")) {
      if (active && within.has(table) && !table.open && room-- > 0) {
        table.open = true;
        unfolded.add(table);
      } else if (!active && unfolded.delete(table)) {
        table.open = false;
      }
    }
    for (const scroll of all("#checks .scroll")) {
      empty(scroll, "tbody tr");
      scroll.previousElementSibling.classList.toggle("missed", scroll.classList.contains("missed"));
    }
    for (const scroll of all("#findings .scroll")) {
      const none = empty(scroll, "tbody tr");
      for (let above = scroll.previousElementSibling; above?.matches("h3, .tool"); above = above.previousElementSibling) above.classList.toggle("missed", none);
    }
    for (const part of all("#findings, #links, #metrics, #checks, #tables")) {
      const items = ".findings > li, #other-findings tbody tr, article.link, article.metric, #checks tbody tr, details.table";
      part.classList.toggle("sought", active && all(items, part).some(item => !item.classList.contains("missed")));
    }
    said.textContent = active ? (counts.join(", ") || "nothing found") : "";
  };
  leave = () => { box.value = ""; seek(); };
  let pause;
  search.hidden = false;
  box.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(seek, 120); });
  addEventListener("keydown", event => {
    if (event.key === "Escape" && event.target === box) leave();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

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
