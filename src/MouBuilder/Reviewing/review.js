"use strict";
(function () {
  const data = JSON.parse(document.getElementById("review-data").textContent);
  const words = data.words;
  const say = (name, ...values) => words[name].replace(/\{(\d)\}/g, (all, i) => String(values[i]));
  const byId = id => document.getElementById(id);
  const MOST_BYTES = 1 << 20, MOST_COMMENTS = 500, LONGEST = 4000;
  document.documentElement.classList.add("js");

  // The address: which clause, and after it what the reader chose.
  const filter = byId("filter");
  const choices = ["kind", "rank", "family", "entry"].filter(name => filter.elements[name]);
  // A heading of a section that differs is told in the overview, so it is found by the filter too.
  const parts = Array.from(document.querySelectorAll("article, .group-heading[data-kind], .removed-heading[data-kind]"));
  const radio = name => filter.querySelector(`input[value="${name}"]`);

  function readAddress() {
    const parts = location.hash.slice(1).split("&");
    const at = parts[0].includes("=") ? "" : parts.shift();
    const chosen = {};
    for (const part of parts) {
      const cut = part.indexOf("=");
      if (cut > 0) {
        try { chosen[part.slice(0, cut)] = decodeURIComponent(part.slice(cut + 1)); } catch { /* a damaged address chooses nothing */ }
      }
    }
    return { at, chosen };
  }

  function writeAddress(at) {
    const parts = at ? [at] : [];
    if (radio("side").checked) parts.push("view=side");
    for (const name of choices) {
      const value = filter.elements[name].value;
      if (value) parts.push(name + "=" + encodeURIComponent(value));
    }
    const hash = "#" + parts.join("&");
    if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
  }

  function apply() {
    const side = radio("side").checked;
    for (const view of document.querySelectorAll(".view-inline")) view.hidden = side;
    for (const view of document.querySelectorAll(".view-side")) view.hidden = !side;
    const want = Object.fromEntries(choices.map(name => [name, filter.elements[name].value]));
    const filtered = choices.some(name => want[name]);
    let shown = 0, all = 0;
    const fitting = new Set();
    for (const part of parts) {
      const d = part.dataset;
      // What moved and changed did both.
      const fits = (!want.kind || d.kind === want.kind || d.kind.split("-and-").includes(want.kind)) && (!want.rank || d.rank === want.rank)
        && (!want.family || d.family === want.family) && (!want.entry || (d.entries || "").split(" ").includes(want.entry));
      if (!part.matches("h3")) part.hidden = filtered && !fits;
      all++;
      if (!filtered || fits) { shown++; fitting.add(part); }
    }
    for (const heading of document.querySelectorAll(".removed-heading:not([data-kind])")) heading.hidden = filtered;
    for (const group of document.querySelectorAll(".group")) group.hidden = filtered && !group.querySelector("article:not([hidden]), .removed-heading:not([hidden])") && !fitting.has(group.querySelector("h3"));
    byId("filter-count").textContent = say("js-shown", shown, all);
    byId("filter-none").hidden = shown > 0;
    byId("printed-part").hidden = !filtered;
    document.documentElement.classList.toggle("filtered", filtered);
    byId("printed-part").textContent = say("js-printed-part", shown, all);
  }

  function goTo(id) {
    const target = id && byId(id);
    if (!target) return;
    const hidden = target.closest("[hidden]");
    if (hidden) { for (const name of choices) filter.elements[name].value = ""; apply(); }
    target.scrollIntoView();
  }

  function fromAddress() {
    const { at, chosen } = readAddress();
    if (at === "written-form") return;
    if (Object.keys(chosen).length > 0) {
      for (const name of choices) {
        const select = filter.elements[name];
        select.value = Array.from(select.options).some(o => o.value === chosen[name]) ? chosen[name] : "";
      }
      radio(chosen.view === "side" ? "side" : "inline").checked = true;
    }
    apply();
    goTo(at);
    writeAddress(at);
  }

  filter.addEventListener("change", () => { apply(); writeAddress(""); });
  filter.addEventListener("reset", () => setTimeout(() => { apply(); writeAddress(""); }));
  filter.addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", fromAddress);

  // Comments stay in this tab until the reader saves them; a reload keeps them, closing the tab does not.
  const boxes = new Map(Array.from(document.querySelectorAll("textarea[data-comment]")).map(box => [box.dataset.comment, box]));
  const titles = new Map(data.clauses.map(clause => [clause.id, clause.title]));
  const reader = byId("reader");
  const status = byId("comment-status");
  const KEY = "mou-review-" + data.edition;
  let unsaved = false;
  // What finds no room in a box: of this edition it is saved with the rest, of another it is only shown.
  let apart = [], astray = [];

  const wellFormed = text => (text.toWellFormed ? text.toWellFormed() : text).trim();

  function comments() {
    const found = [];
    for (const [id, box] of boxes) {
      const text = wellFormed(box.value);
      if (text) found.push({ clause: id, title: titles.get(id) || "", text });
    }
    return found.concat(apart);
  }

  function file() {
    return { "mou-review": data["mou-review"], edition: data.edition, old: data.old, new: data.new, locale: data.locale, reader: reader.value.trim(), comments: comments() };
  }

  // Escaped, so that no program on the way can read the letters otherwise.
  const escaped = json => json.replace(/[\u007f-\uffff]/g, c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));

  function keep() {
    try { sessionStorage.setItem(KEY, JSON.stringify({ ...file(), astray, unsaved })); } catch { /* without storage the page still works */ }
  }

  function changed() { unsaved = true; keep(); }

  function asText() {
    const lines = [say("copy-heading", data.old, data.new, data.edition)];
    if (reader.value.trim()) lines.push(say("by", reader.value.trim()));
    for (const comment of comments()) lines.push("", comment.title, comment.text);
    return lines.join("\n") + "\n";
  }

  const isText = (value, most) => typeof value === "string" && value.length <= most;
  const isComment = c => c !== null && typeof c === "object" && isText(c.clause, 200) && isText(c.title, 500) && isText(c.text, LONGEST);

  // Marks that turn the direction of letters show a name or a comment as another.
  const seen = text => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

  // What a file holds is shown as text and never as markup; anything of another form is refused whole.
  function read(text) {
    let parsed;
    try { parsed = JSON.parse(text); } catch { return { problem: "js-damaged" }; }
    if (parsed === null || typeof parsed !== "object" || parsed["mou-review"] !== data["mou-review"] || !Array.isArray(parsed.comments)) return { problem: "js-not-ours" };
    if (parsed.comments.length > MOST_COMMENTS || !parsed.comments.every(isComment)) return { problem: "js-limits" };
    const shown = parsed.comments.map(c => ({ clause: c.clause, title: seen(c.title), text: seen(c.text) }));
    return { edition: String(parsed.edition), reader: isText(parsed.reader, 100) ? seen(parsed.reader).replace(/\s+/g, " ") : "", comments: shown };
  }

  // Whole paragraphs, since a short comment may be a word of a longer one.
  const holds = (text, part) => ("\n\n" + text.trim() + "\n\n").includes("\n\n" + part.trim() + "\n\n");
  const isIn = (list, comment) => list.some(c => c.clause === comment.clause && c.text === comment.text);

  function put(opened) {
    let count = 0;
    for (const { clause, title, text } of opened.comments) {
      const box = boxes.get(clause);
      if (opened.edition !== data.edition || !box) {
        if (!isIn(astray, { clause, text })) astray.push({ clause, title, text });
        continue;
      }
      if (holds(box.value, text) || isIn(apart, { clause, text })) continue;
      const joined = box.value.trim() ? box.value.trim() + "\n\n" + text : text;
      if (joined.length > LONGEST) apart.push({ clause, title, text });
      else { box.value = joined; box.closest("details").open = true; }
      count++;
    }
    show("apart", apart);
    show("astray", astray);
    return count;
  }

  function show(id, list) {
    byId(id).hidden = list.length === 0;
    byId(id + "-list").replaceChildren(...list.map(comment => {
      const item = document.createElement("li");
      item.textContent = comment.title + ": " + comment.text;
      return item;
    }));
  }

  // One page, one reader: nobody's words go out under another's name.
  function isOfAnother(opened) {
    const own = reader.value.trim();
    return opened.edition === data.edition && opened.reader.trim() !== own && (own !== "" || comments().length > 0);
  }

  // A browser cuts what is pasted at the limit and says nothing.
  function tellFull(box) {
    const full = box.value.length >= LONGEST;
    let note = box.nextElementSibling;
    if (!note.matches(".full")) {
      if (!full) return;
      note = document.createElement("p");
      note.className = "full";
      note.setAttribute("role", "status");
      box.after(note);
    }
    setTimeout(() => { note.textContent = full ? words["js-full"] : ""; });
  }

  for (const box of boxes.values()) box.addEventListener("input", () => { changed(); tellFull(box); });
  reader.addEventListener("input", changed);

  byId("save").addEventListener("click", () => {
    const saved = file();
    if (saved.comments.length === 0) { status.textContent = words["js-none"]; return; }
    const written = new Blob([escaped(JSON.stringify(saved, null, 2)) + "\n"], { type: "application/json" });
    if (written.size > MOST_BYTES) { status.textContent = words["js-too-large-to-save"]; return; }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(written);
    link.download = say("js-file-name", data.edition) + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
    keep();
    status.textContent = say("js-saved", saved.comments.length);
  });

  byId("copy").addEventListener("click", async () => {
    if (comments().length === 0) { status.textContent = words["js-none"]; return; }
    const box = byId("copy-text");
    byId("copied").hidden = false;
    box.value = asText();
    box.focus();
    box.select();
    try { await navigator.clipboard.writeText(box.value); status.textContent = words["js-copied"]; }
    catch { status.textContent = words["js-copy-by-hand"]; }
  });

  byId("open").addEventListener("change", async event => {
    const chosen = event.target.files[0];
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) { status.textContent = words["js-too-large"]; return; }
    const opened = read(await chosen.text());
    event.target.value = "";
    if (opened.problem) { status.textContent = words[opened.problem]; return; }
    if (isOfAnother(opened)) { status.textContent = say("js-another-reader", opened.reader.trim() || words["nameless"], reader.value.trim() || words["nameless"]); return; }
    if (comments().length + opened.comments.length > MOST_COMMENTS) { status.textContent = words["js-limits"]; return; }
    astray = [];
    const count = put(opened);
    if (opened.edition === data.edition) reader.value = opened.reader.trim() || reader.value;
    keep();
    status.textContent = opened.edition === data.edition ? say("js-opened", count) : words["js-other-edition"];
  });

  byId("print").addEventListener("click", () => print());
  addEventListener("beforeunload", event => { if (unsaved && comments().length > 0) event.preventDefault(); });

  try {
    const kept = sessionStorage.getItem(KEY);
    const opened = kept && read(kept);
    if (opened && !opened.problem) {
      const { astray: stray, unsaved: left } = JSON.parse(kept);
      astray = Array.isArray(stray) ? stray.filter(isComment) : [];
      put(opened);
      reader.value = opened.reader;
      unsaved = left !== false && comments().length > 0;
    }
  } catch { /* without storage the page begins empty */ }
  fromAddress();
})();
