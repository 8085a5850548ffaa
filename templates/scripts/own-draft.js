// The draft of a page in this browser's store: what was written last, until it is in a file. Some
// browsers have no store, some are full, and another tab may have changed the draft meanwhile. What
// this page has not seen is never written over: the draft is held until somebody chose.
const ownDraft = (key, changedElsewhere) => {
  "use strict";
  // Browsers tell of all this by errors.
  const inStore = (act) => {
    try { return act(localStorage); } catch { return undefined; }
  };
  const now = () => inStore((store) => store.getItem(key)) ?? null;
  let seen = now(), isHeld = false;
  /** Says whether the draft is not what this page knows, and tells of it once. */
  const isElsewhere = (isWriting) => {
    if (isHeld || now() === seen) return isHeld;
    isHeld = true;
    changedElsewhere(isWriting);
    return isHeld;
  };
  /** Keeps a text, or nothing: gives "kept", "held" or, where the browser does not, "none". */
  const put = (text) => {
    if (isElsewhere(true)) return "held";
    const kept = inStore((store) => {
      if (text === null) store.removeItem(key);
      else store.setItem(key, text);
      return true;
    });
    seen = now();
    return kept === true ? "kept" : "none";
  };
  /** Takes what is in the store as known: what is put next goes in its place. */
  const release = () => { seen = now(); isHeld = false; };
  const hold = () => { isHeld = true; };
  /** Forgets the draft, whoever changed it; says whether the browser did so. */
  const forget = () => {
    inStore((store) => store.removeItem(key));
    release();
    return seen === null;
  };
  // A page that slept, in the background or behind another, was told of nothing: it looks when it wakes.
  addEventListener("storage", (event) => { if (event.key === key || event.key === null) isElsewhere(false); });
  addEventListener("pageshow", () => isElsewhere(false));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) isElsewhere(false); });
  return { now, put, release, hold, forget };
};
