// Hands answers in as a file that is saved: no machine is asked for anything.
(() => {
  "use strict";
  if (!answerPage) return;
  const { paper, words, made, said, button, token, read, forget, answers, tell, show, first, record, save, anew } = answerPage;

  const finished = (state, name) => {
    const text = made("textarea", { readOnly: true, rows: 6, value: JSON.stringify(record(state)) });
    text.setAttribute("aria-label", words.copy);
    tell("", [said(words.saved, { name })],
      button(words.again, () => save(state)), button(words.anew, anew),
      made("details", {}, made("summary", {}, words.copy), text));
    show(false);
    first();
  };
  paper.addEventListener("submit", (event) => {
    event.preventDefault();
    if (paper.hidden) return;  // a double tap
    const found = answers();
    if (Object.keys(found).length === 0) {
      tell("", [words.empty]);
      return first();
    }
    const state = { token: read()?.token ?? token(), answers: found };
    const name = save(state);
    forget();
    paper.reset();
    finished(state, name);
  });
})();
