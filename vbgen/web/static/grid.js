// What the grid's library may write as HTML: nothing. Everything that it is given becomes plain text.
"use strict";

const PLAIN = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function asText(text) {
  return text === "&nbsp;" ? text : text.replace(/[&<>]/g, (letter) => PLAIN[letter]);
}

if (window.trustedTypes) {
  window.trustedTypes.createPolicy("default", { createHTML: asText });
}
