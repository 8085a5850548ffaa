// A person's own file, which is the record: saved as a download and opened again, with a draft in
// this browser meanwhile. Nothing is sent. Both pages that people write in for a year use it:
// `read` gives what is to be kept, `write` takes it back (null: all is to go), `valid` makes sense of
// what a file holds (null: of nothing; a word: what to tell), `merge` puts two of them together,
// `isBusy` says whether somebody writes just now, `format` (1 unless said) how the file is written.
const ownFile = (page) => {
  "use strict";
  const { kind, key, name, format = 1, read, write, valid, isEmpty, isBusy, merge, words } = page;
  const LARGEST = 20_000_000;
  const at = (id) => document.getElementById(id), language = document.documentElement.lang;
  let unsaved = [], savedAt = "", kept = "kept", canUndo = false;
  const said = (text, gaps) => text.replace(/\{(\w+)\}/g, (whole, gap) => gaps[gap] ?? whole);
  const made = (tag, properties, text) => {
    const node = Object.assign(document.createElement(tag), properties);
    if (text) node.textContent = text;
    return node;
  };

  // ---- what is said ----
  const fill = (box, text, choices) => box.replaceChildren(...(text ? [made("p", {}, text)] : []), ...choices.map(([word, act]) => {
    const button = made("button", { type: "button", className: "plain" }, word);
    button.addEventListener("click", () => { box.replaceChildren(); act(); });
    return button;
  }));
  /** Says it without taking anybody away from what they write. */
  const say = (text, choices = []) => { canUndo = false; fill(at("told"), text, choices); };
  const tell = (text, choices = []) => {
    say(text, choices);
    if (text) at("told").focus();
  };
  /** Asks what stays until it is answered. */
  const ask = (text, choices = []) => fill(at("asked"), text, choices);
  const isDate = (text) => typeof text === "string" && text.length < 40 && !Number.isNaN(Date.parse(text));
  const draftWords = () => ({ held: words.held, none: words.no_draft, kept: unsaved.length ? words.draft : "" })[kept];
  const show = () => {
    const n = unsaved.length, parts = [];
    if (savedAt) {
      const when = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(new Date(savedAt));
      parts.push(said(words.last_saved, { when }), n ? said(words.since, { n }) : words.all_saved);
    } else parts.push(n ? said(words.not_saved, { n }) : words.empty);
    const text = [...parts, draftWords()].filter(Boolean).join(" ");
    // Set anew at each letter, a screen reader would read it at each letter.
    if (at("state").textContent !== text) at("state").textContent = text;
    at("state").classList.toggle("alarm", n > 0);
  };

  // ---- what is kept ----
  const record = (saved) => ({ kind, format, saved, ...read() });
  const copy = () => JSON.stringify({ ...record(savedAt), unsaved });
  const keep = () => {
    kept = draft.put(isEmpty() && !unsaved.length && !savedAt ? null : copy());
    show();
  };
  const contentOf = (text) => {
    let found;
    try { found = JSON.parse(text); } catch { return { wrong: "broken" }; }
    const ofKit = typeof found?.kind === "string" && found.kind.startsWith("workshop-kit ");
    if (found?.kind !== kind) return { wrong: ofKit ? "other_page" : "broken" };
    if (typeof (found.format ?? 1) !== "number") return { wrong: "broken" };
    if (found.format > format) return { wrong: "too_new" };
    let content = null;
    try { content = valid(found); } catch { /* Nothing that can be made sense of. */ }
    if (!content || typeof content === "string") return { wrong: content ?? "broken" };
    const changed = Array.isArray(found.unsaved) ? found.unsaved.filter((each) => typeof each === "string") : [];
    return { content, saved: isDate(found.saved) ? found.saved : "", unsaved: changed };
  };
  const take = (found) => {
    write(found.content);
    savedAt = found.saved;
    unsaved = [...found.unsaved];
  };
  const put = (found) => { take(found); keep(); };
  const nothing = { content: null, saved: "", unsaved: [] };
  /** Offers to go back to how it was, until something is written: that would be lost. */
  const undoable = (text, before, { after = () => {}, by = tell } = {}) => {
    const back = () => { put(contentOf(before)); after(); tell(words.undone); };
    by(text, before ? [[words.undo, back]] : []);
    canUndo = Boolean(before);
  };
  /** Something was written: `what` it belongs to counts once until it is saved. */
  const changed = (what = "") => {
    if (canUndo) tell("");
    if (isEmpty() && !savedAt) unsaved = [];
    else if (!unsaved.includes(what)) unsaved.push(what);
    keep();
  };
  // What is too much together could not be opened again.
  const isTooMuch = ({ content }) => typeof valid(content) === "string";
  const mergedWith = (found) => merge(contentOf(copy()).content, found.content);
  const mergeWith = (found, text) => {
    const before = copy(), together = mergedWith(found);
    if (isTooMuch(together)) return tell(words.too_many);
    put({ content: together.content, saved: found.saved, unsaved: [...new Set([...together.unsaved, ...found.unsaved])] });
    return undoable(said(text, { n: page.count() }), before);
  };
  const replaceBy = (found, text) => {
    const before = isEmpty() && !unsaved.length && !savedAt ? null : copy();
    put(found);
    undoable(said(text, { n: page.count() }), before);
  };

  // ---- another tab ----
  const inDraft = () => {
    const text = draft.now();
    return text === null ? nothing : contentOf(text);
  };
  const keepThis = [words.apart_keep, () => { draft.release(); keep(); tell(words.apart_kept); }];
  const taking = (act) => () => {
    const theirs = inDraft();
    if (theirs.wrong) return ask(words.unreadable, [keepThis]);
    draft.release();
    return act(theirs);
  };
  // Kept anew, it could go back and forth between two tabs without an end.
  const follow = (theirs, by) => {
    draft.release();
    by(theirs.content);
    savedAt = theirs.saved;
    unsaved = [...theirs.unsaved];
    kept = "kept";
    show();
  };
  const changedElsewhere = (isWriting) => {
    const theirs = inDraft(), inStep = kept === "kept" && !isWriting && !isBusy(), before = isEmpty() ? null : copy();
    const isSame = JSON.stringify(theirs.content) === JSON.stringify(contentOf(copy()).content);
    kept = "held";
    show();
    if (theirs.wrong) return ask(words.unreadable, [keepThis]);
    if (isSame) return follow(theirs, () => {});
    // What is here is in the draft from which the other tab went on. A draft that is gone is no such.
    if (inStep && (theirs.content || !unsaved.length)) {
      follow(theirs, write);
      return undoable(words.other_tab, theirs.content ? before : null, { by: say });
    }
    if (!theirs.content) return ask(words.gone_ask, [[words.gone_too, taking((latest) => { put(latest); tell(words.cleared); })], keepThis]);
    return ask(words.apart_ask, [
      ...(merge && !isTooMuch(mergedWith(theirs)) ? [[words.merge, taking((latest) => (latest.content ? mergeWith(latest, words.merged) : keep()))]] : []),
      [words.apart_show, taking((latest) => replaceBy(latest, words.other_tab))],
      keepThis,
    ]);
  };
  const draft = ownDraft(key, changedElsewhere);

  // ---- the file ----
  const save = () => {
    if (isEmpty() && !unsaved.length) return tell(words.empty);
    const now = new Date(), day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const file = `${name}-${day}.json`, text = JSON.stringify(record(now.toISOString()), null, 2);
    const link = made("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    savedAt = now.toISOString();
    unsaved = [];
    keep();
    return tell(said(words.saved, { name: file }));
  };
  const contentIn = async (file) => {
    if (file.size > LARGEST) return { wrong: "too_large" };
    let text = "";
    try { text = await file.text(); } catch { return { wrong: "broken" }; }
    const found = contentOf(text);
    // A file is saved, whatever it says of itself; the browser knows since when.
    return found.wrong ? found : { ...found, unsaved: [], saved: found.saved || new Date(file.lastModified).toISOString() };
  };
  /** Lets a file be chosen, and gives what is in it. */
  const choose = (use) => {
    document.querySelectorAll("input.own-file").forEach((each) => each.remove());
    const chooser = made("input", { type: "file", accept: ".json,application/json", hidden: true, className: "own-file" });
    chooser.setAttribute("aria-label", words.open);
    document.body.append(chooser);
    chooser.addEventListener("change", async () => {
      const file = chooser.files[0];
      chooser.remove();
      const found = file ? await contentIn(file) : null;
      if (found?.wrong) tell(said(words[found.wrong], { name }));
      else if (found) use(found);
    });
    chooser.click();
  };
  const open = () => choose((found) => {
    if (isEmpty() && !unsaved.length) return replaceBy(found, words.opened);
    return tell(said(words.ask_open, { n: unsaved.length }), [
      ...(merge ? [[words.merge, () => mergeWith(found, words.merged)]] : []),
      [words.replace, () => replaceBy(found, words.opened)],
      [words.leave, () => at("open").focus()],
    ]);
  });
  const clear = () => tell(said(words.clear_ask, { n: unsaved.length }), [
    [words.clear_no, () => at("clear").focus()],
    [words.clear_yes, () => {
      const gone = draft.forget();
      ask("");
      put(nothing);
      tell(gone ? words.cleared : words.not_cleared);
    }],
  ]);
  const start = () => {
    const text = draft.now(), found = text === null ? null : contentOf(text);
    if (found?.wrong) {
      draft.hold();
      ask(words.unreadable, [keepThis]);
    } else if (found) take(found);
    keep();
  };
  at("save").addEventListener("click", save);
  at("open").addEventListener("click", open);
  at("clear").addEventListener("click", clear);
  at("print").addEventListener("click", () => print());
  addEventListener("beforeunload", (event) => {
    if (!unsaved.length) return;
    event.preventDefault();
    event.returnValue = true; // What older browsers look at.
  });
  return { changed, choose, start, tell, copy, undoable, said };
};
