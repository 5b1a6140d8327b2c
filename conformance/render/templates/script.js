"use strict";
// The list of cases, its filters and the differences. Text from the report only ever becomes text, never markup.
(() => {
  const PAGE = 100;
  const CONTEXT = 3;
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const cases = read("data");
  const labels = read("labels");
  const form = document.querySelector("#cases form");
  const list = document.querySelector(".cases");
  const more = document.querySelector(".more");
  const status = document.querySelector(".shown");
  let found = [];

  const element = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const surfaceOf = (one) => (one.surface ? `${one.surface} ${one.method}` : "");
  const haystack = (one) => (one.searched ??= JSON.stringify([
    one.case, one.reason, one.known_gap, surfaceOf(one), (one.differences ?? []).map((d) => [d.path, d.want, d.got]),
  ]).toLowerCase());

  // Filters: the form is the state, the address after # a copy of it that can be shared.
  const chosen = () => {
    const data = new FormData(form);
    return { provider: data.get("provider"), surface: data.get("surface"), part: data.get("part"),
      text: data.get("text").trim().toLowerCase(), standing: data.getAll("standing") };
  };
  const differsIn = (one, part) => (part === "core" ? !one.core && one.standing !== "not_ported" : one.parts[part] === false);
  const matches = (one, want) =>
    (!want.provider || one.package === want.provider) && (!want.surface || surfaceOf(one) === want.surface)
    && (!want.part || differsIn(one, want.part)) && (!want.standing.length || want.standing.includes(one.standing))
    && (!want.text || haystack(one).includes(want.text));

  const show = () => {
    found = cases.filter((one) => matches(one, chosen()));
    status.textContent = `${found.length} of ${cases.length} cases`;
    list.replaceChildren();
    append();
  };
  const append = () => {
    const start = list.children.length;
    list.append(...found.slice(start, start + PAGE).map(item));
    more.hidden = list.children.length >= found.length;
  };
  const set = (values) => {
    for (const name of ["provider", "surface", "part", "text"]) form.elements[name].value = values[name] ?? "";
    for (const box of form.querySelectorAll("[name=standing]")) box.checked = (values.standing ?? []).includes(box.value);
    show();
  };
  const remember = () => {
    const want = chosen();
    const pairs = Object.entries(want).flatMap(([name, value]) => [value].flat().filter(Boolean).map((each) => [name, each]));
    history.replaceState(null, "", pairs.length ? `#${new URLSearchParams(pairs)}` : location.pathname + location.search);
  };

  // One case: a line, and below it what differs.
  const about = (one) => {
    const parts = Object.entries(one.parts).filter(([, equal]) => !equal).map(([part]) => part);
    const node = element("span", { class: "about" }, surfaceOf(one));
    if (parts.length) node.append(" · differs in ", element("b", {}, parts.join(", ")), one.core ? ", core identical" : "");
    else if (one.reason) node.append(` · ${one.reason}`);
    return node;
  };
  const item = (one) => {
    const cells = [element("span", { class: `badge ${one.standing}` }, labels[one.standing].replace(/gaps$/, "gap")),
      element("span", { class: "id" }, one.case), about(one)];
    const opens = one.differences || one.reason || one.known_gap;
    if (!opens) return element("li", {}, element("div", { class: "case" }, ...cells));
    const button = element("button", { class: "case", type: "button", "aria-expanded": "false" }, ...cells);
    const node = element("li", {}, button);
    button.addEventListener("click", () => toggle(node, button, one));
    return node;
  };
  const toggle = (node, button, one) => {
    const open = node.querySelector(".panel");
    button.setAttribute("aria-expanded", String(!open));
    if (open) open.remove();
    else node.append(panel(one));
  };
  const panel = (one) => {
    const node = element("div", { class: "panel" });
    if (one.known_gap) node.append(element("p", {}, element("b", {}, "Known gap: "), one.known_gap));
    if (one.reason) node.append(element("p", {}, one.reason));
    if (one.differences) node.append(paths(one.differences));
    if (one.rows) node.append(diff(one.rows));
    return node;
  };
  const side = (difference, name, label) => (name in difference
    ? element("td", { "data-side": label }, difference[name])
    : element("td", { "data-side": label, class: "nothing" }, "absent"));
  const paths = (differences) => element("table", { class: "paths" },
    element("thead", {}, element("tr", {}, ...["differs at", "expected", "Python"].map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...differences.map((one) => element("tr", {},
      element("th", { scope: "row" }, one.path, one.core ? "" : element("small", {}, " not core")),
      side(one, "want", "expected"), side(one, "got", "Python")))));

  // Side by side. A row is [text], [left, right] (accepted as equal) or [left, right, 1] (differing).
  const diff = (rows) => {
    const node = element("div", { class: "diff" }, element("div", { class: "line head" },
      element("div", {}, "Expected (TypeScript)"), element("div", {}, "Actual (Python)")));
    for (let start = 0; start < rows.length;) {
      const isMarked = rows[start].length === 3;
      let end = start;
      while (end < rows.length && (rows[end].length === 3) === isMarked) end += 1;
      node.append(...(isMarked ? rows.slice(start, end).map(line) : folded(rows, start, end)));
      start = end;
    }
    return node;
  };
  const folded = (rows, start, end) => {
    const from = start === 0 ? start : start + CONTEXT;
    const to = end === rows.length ? end : end - CONTEXT;
    if (to - from < 4) return rows.slice(start, end).map(line);
    const button = element("button", { class: "fold", type: "button" }, `show ${to - from} more lines without difference`);
    button.addEventListener("click", () => button.replaceWith(...rows.slice(from, to).map(line)));
    return [...rows.slice(start, from).map(line), button, ...rows.slice(to, end).map(line)];
  };
  const line = (row) => {
    if (row.length === 1) return element("div", { class: "line equal" }, cell("left", row[0], " "), cell("right", row[0], " "));
    const [left, right, differs] = row;
    const [first, last] = differs ? common(left ?? "", right ?? "") : [0, 0];
    const isPair = differs && left !== null && right !== null;
    return element("div", { class: `line ${differs ? "differs" : "accepted"}` },
      cell("left", left, differs ? "−" : "≈", isPair ? [first, last] : null),
      cell("right", right, differs ? "+" : "≈", isPair ? [first, last] : null));
  };
  const cell = (name, text, sign, marked) => {
    if (text === null) return element("div", { class: `${name} void`, "data-sign": "" });
    const indent = text.length - text.trimStart().length;
    const body = element("span", { style: `padding-left:${indent + 2}ch;text-indent:-2ch` });
    const words = text.slice(indent);
    if (!marked) body.append(words);
    else {
      const [first, last] = [Math.max(marked[0] - indent, 0), words.length - marked[1]];
      body.append(words.slice(0, first), element("mark", {}, words.slice(first, last)), words.slice(last));
    }
    return element("div", { class: name, "data-sign": sign }, body);
  };
  const common = (left, right) => {
    const most = Math.min(left.length, right.length);
    let first = 0;
    while (first < most && left[first] === right[first]) first += 1;
    let last = 0;
    while (last < most - first && left[left.length - 1 - last] === right[right.length - 1 - last]) last += 1;
    return [first, last];
  };

  // What leads here: cells and names above, links to a case, the address.
  const goTo = (values) => {
    set(values);
    remember();
    document.getElementById("cases").scrollIntoView();
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-provider]");
    if (button) goTo({ provider: button.dataset.provider, surface: button.dataset.surface });
  });
  const openCase = (id) => {
    goTo({ text: id });
    const exact = found.findIndex((one) => one.case === id);
    list.children[exact]?.querySelector("button")?.click();
  };
  const followAddress = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    if (wanted.has("case")) return openCase(wanted.get("case"));
    if (![...wanted.keys()].some((name) => form.elements[name])) return false;
    return set({ ...Object.fromEntries(wanted), standing: wanted.getAll("standing") });
  };

  const surfaces = [...new Set(cases.map(surfaceOf).filter(Boolean))].sort();
  form.elements.surface.append(...surfaces.map((name) => element("option", {}, name)));
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
  more.addEventListener("click", append);
  window.addEventListener("hashchange", followAddress);
  const toLookAt = ["differing", "could_not_run", "known_gap"].filter((name) => cases.some((one) => one.standing === name));
  set({ standing: toLookAt });
  followAddress();

  // The surface table has its own filter.
  const surface = document.querySelector(".surface-filters");
  surface.addEventListener("submit", (event) => event.preventDefault());
  surface.addEventListener("input", () => {
    const wanted = surface.elements.status.value;
    const text = surface.elements.text.value.trim().toLowerCase();
    for (const box of document.querySelectorAll(".package")) {
      const name = box.querySelector("b").textContent.toLowerCase();
      let count = 0;
      for (const row of box.querySelectorAll("tbody tr")) {
        row.hidden = Boolean((wanted && row.dataset.status !== wanted) || (text && !`${name} ${row.textContent}`.toLowerCase().includes(text)));
        count += row.hidden ? 0 : 1;
      }
      box.hidden = count === 0;
      box.open = Boolean(text) && count > 0;
    }
  });
})();
