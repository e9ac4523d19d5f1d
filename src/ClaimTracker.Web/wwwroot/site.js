// What script adds to pages that work without it. Each addition is bound by a data- attribute that says what it adds.

const ticked = "claims";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const read = () => { try { return JSON.parse(localStorage.getItem(ticked)) ?? []; } catch { return []; } };
const write = keys => { try { localStorage.setItem(ticked, JSON.stringify(keys)); } catch { /* private mode: ticks last as long as the page */ } };

// A filter form applies itself when something is ticked; without script its button does.
// A date changes with every digit of its year: it counts once the year has four.
const ready = field => field.type !== "search" && (field.type !== "date" || !field.value || field.value >= "1900");
const place = "place";
addEventListener("change", ({ target: field }) => {
  if (!field.form?.matches("[data-apply-on-change]") || !ready(field)) return;
  sessionStorage.setItem(place, JSON.stringify([location.pathname, field.name, field.value, scrollY]));
  field.form.requestSubmit();
});
// The page that comes is looked at from the same place, and the keyboard goes on from the same field.
// Only after this page itself: asking what is kept makes the browser wait for its disk.
const [path, name, value, top] = document.referrer.startsWith(location.origin + location.pathname) ? JSON.parse(sessionStorage.getItem(place)) ?? [] : [];
if (path === location.pathname) {
  sessionStorage.removeItem(place);
  scrollTo({ top, behavior: "instant" });
  const named = all(`[name="${name}"]`);
  (named.find(field => field.value === value) ?? named[0])?.focus({ preventScroll: true, focusVisible: false });
}
for (const form of all("form[data-apply-on-change]")) {
  // Empty fields ask for nothing and stay out of the address.
  form.addEventListener("formdata", event => {
    for (const [name, value] of [...event.formData]) if (value === "" || name.startsWith("find-")) event.formData.delete(name);
  });
}

// Typing narrows a long facet, and its link lists all of it: the same page is asked as without script, and its list put in the place of this one.
for (const field of all("[data-find]")) {
  let wait, last;
  const find = async typed => {
    last = typed;
    const query = new URLSearchParams(new FormData(field.form));
    query.set(field.name, typed);
    const answer = await fetch(`${location.pathname}?${query}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.querySelector(`[name="${field.name}"] ~ [data-found]`);
    if (!list || typed !== last) return;
    for (const part of ["p", "ul"]) field.parentElement.querySelector(`[data-found] ${part}`).replaceChildren(...list.querySelector(part).childNodes);
  };
  field.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(find, 150, field.value); });
  field.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  field.parentElement.querySelector("[data-whole]")?.addEventListener("click", event => { event.preventDefault(); field.value = ""; field.focus(); find("*"); });
}

// Dragging over the bars of a timeline chooses the days from the first to the last of them.
for (const chart of all("[data-drag]")) {
  const bars = all('a[href*="from="]', chart);
  let from = null, chosen = [];
  const show = bars => { chosen = bars; for (const bar of chart.querySelectorAll("a")) bar.toggleAttribute("data-in", bars.includes(bar)); };
  chart.addEventListener("dragstart", event => event.preventDefault());
  chart.addEventListener("pointerdown", event => { if (event.isPrimary && event.button === 0) from = event.clientX; });
  chart.addEventListener("pointermove", ({ clientX: to, pointerId }) => {
    if (from === null || (!chosen.length && Math.abs(to - from) < 6)) return;
    // From here on it is no click on a bar.
    chart.setPointerCapture(pointerId);
    show(bars.filter(bar => { const { left, right } = bar.getBoundingClientRect(); return right > Math.min(from, to) && left < Math.max(from, to); }));
  });
  chart.addEventListener("pointerup", () => {
    if (chosen.length) {
      const [first, last] = [chosen[0], chosen.at(-1)].map(bar => new URL(bar.getAttribute("href"), location));
      first.searchParams.set("to", last.searchParams.get("to"));
      location = first;
    }
    from = null;
  });
  for (const end of ["pointercancel", "pageshow"]) (end === "pageshow" ? window : chart).addEventListener(end, () => { from = null; show([]); });
}

// Colours change at once and last.
const theme = document.querySelector("[data-theme-choice]");
theme?.addEventListener("submit", event => {
  const value = event.submitter?.value;
  if (!value) return;
  event.preventDefault();
  document.documentElement.dataset.theme = value;
  document.cookie = `theme=${value}; path=/; max-age=${value === "system" ? 0 : 31536000}; samesite=lax`;
  for (const button of all("button", theme)) button.setAttribute("aria-pressed", String(button.value === value));
});

// A text to take away gets a button that copies it, where the browser lets a page copy; by hand one click marks all of it.
for (const text of navigator.clipboard ? all("[data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = text.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = text.dataset.copied;
    setTimeout(() => { button.textContent = text.dataset.copy; }, 2000);
  });
  text.nextElementSibling.prepend(button, " ");
}

for (const button of all("[data-print]")) button.addEventListener("click", () => print());

// Ticked claims are remembered from page to page until they are unticked.
const tray = document.querySelector("[data-tray]");
const boxes = all("[data-pick]");
function showTicked(keys) {
  for (const box of boxes) box.checked = keys.includes(box.value);
  const count = tray.querySelector("[data-tray-count]");
  const text = keys.length === 1 ? count.dataset.one : count.dataset.many.replace("{0}", keys.length);
  count.textContent = keys.length ? text : "";
  tray.toggleAttribute("data-count", keys.length > 0);
  tray.hidden = keys.length === 0;
  tray.querySelector("[data-tray-clear]").hidden = keys.length === 0;
}
if (tray) {
  const shown = new Set(boxes.map(box => box.value));
  const update = keys => { write(keys); showTicked(keys); };
  for (const box of boxes) box.addEventListener("change", () =>
    update(box.checked ? [...new Set([...read(), box.value])] : read().filter(key => key !== box.value)));
  tray.querySelector("[data-tray-clear]").addEventListener("click", () => update([]));
  // Boxes of this page are sent by themselves, once each; those ticked elsewhere go with them.
  tray.addEventListener("formdata", event => {
    const keys = new Set([...event.formData.getAll("claims"), ...read().filter(key => !shown.has(key))]);
    event.formData.delete("claims");
    for (const key of keys) event.formData.append("claims", key);
  });
  addEventListener("storage", event => { if (event.key === ticked) showTicked(read()); });
  const show = () => showTicked(read());
  // What is ticked can wait until the page is drawn.
  addEventListener("pageshow", () => (self.requestIdleCallback ?? setTimeout)(show, { timeout: 300 }));
}

// Keys: / search, j and k from claim to claim, o open, c tick, ? help.
const help = document.querySelector("[data-keys-dialog]");
for (const button of all("[data-keys]")) button.addEventListener("click", () => help.showModal());

let current = null;
function go(step) {
  const claims = all("[data-claim]").filter(claim => claim.checkVisibility());
  if (!claims.length) return;
  const here = claims.indexOf(current);
  const next = here < 0 ? (step > 0 ? 0 : claims.length - 1) : Math.min(Math.max(here + step, 0), claims.length - 1);
  current?.removeAttribute("data-current");
  current = claims[next];
  current.setAttribute("data-current", "");
  current.setAttribute("tabindex", "-1");
  current.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  current.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

// In the reader the link stands in the margin: its note names the claim's anchor.
const opener = claim => claim.querySelector("[data-open]") ?? (claim.id && document.querySelector(`[data-open="${CSS.escape(claim.id)}"]`));

const keys = {
  "/": () => document.querySelector("[data-search]")?.select(),
  j: () => go(1),
  k: () => go(-1),
  o: () => current && opener(current)?.click(),
  c: () => current?.querySelector("[data-pick]")?.click(),
  "?": () => help?.showModal(),
};

addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help?.open) return;
  if (event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
