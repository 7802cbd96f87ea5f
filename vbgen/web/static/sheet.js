// A sheet as a grid: keyboard, paste from Excel, fill down, find, undo and redo; saving sends the changed cells alone.
"use strict";

const CHECKED_AFTER_MS = 1200;
const form = document.getElementById("sheet");
const room = document.getElementById("grid-room");
const stateLine = document.getElementById("grid-state");
const notes = document.getElementById("grid-notes");
const NEW_ROWS = 20;

let table;
let marks = {};
let fixed = new Set();
const there = new Set(); // numbers of the rows that the grid shows
const first = new Map(); // cell → what the sheet says
const changed = new Map(); // cell → what was typed
const done = [];
const undone = [];
let waiting = 0;
let isLeaving = false;

// The grid's own search complains in the console of a row that is not there, such as that of the headings.
function rowAt(number) {
  return there.has(number) ? table.getRow(number) : false;
}

function nameOf(cell) {
  return cell.getField() + cell.getRow().getData().number;
}

function textNode(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

function dress(cell) {
  const name = nameOf(cell);
  const element = cell.getElement();
  const found = marks[name] || [];
  element.classList.toggle("changed", changed.has(name));
  element.classList.toggle("fixed", fixed.has(name));
  for (const severity of ["error", "warning", "note"]) {
    element.classList.toggle(severity, found.length > 0 && found[0].severity === severity);
  }
  if (found.length) {
    element.title = found.map((each) => each.text).join("\n");
  } else {
    element.removeAttribute("title");
  }
}

function shownCell(cell) {
  dress(cell);
  return textNode(cell.getValue() || "");
}

function dressNamed(name) {
  const [, field, number] = /^([A-Z]+)(\d+)$/.exec(name) || [];
  const row = field ? rowAt(Number(number)) : false;
  const cell = row ? row.getCell(field) : false;
  if (cell) { dress(cell); }
}

function mayType(cell) {
  return !fixed.has(nameOf(cell));
}

// What a cell offers stands in the page, for the cell or for its column; the browser shows it, other words may be typed.
function offeredIn(cell) {
  const id = [nameOf(cell), cell.getField()].map((each) => `choices-${each}`).find((each) => document.getElementById(each));
  return id ? { list: id } : {};
}

function chosenOrTyped(cell, onRendered, success, cancel, params) {
  const kind = params.elementAttributes.list ? "input" : "textarea";
  return this.editors[kind].call(this, cell, onRendered, success, cancel, params);
}

function editorOf(column) {
  if (!column.mayChange) { return { editor: false }; }
  const label = column.title || column.letters;
  const editorParams = (cell) => ({ shiftEnterSubmit: false, elementAttributes: { "aria-label": label, ...offeredIn(cell) } });
  return { editor: chosenOrTyped, editorParams };
}

function columnsOf(sheet) {
  const own = sheet.columns.map((column) => ({
    field: column.letters,
    title: `${column.letters} ${column.title}`,
    titleFormatter: () => textNode(`${column.letters}  ${column.title}`),
    formatter: shownCell,
    ...editorOf(column),
    editable: mayType,
    headerSort: false,
    minWidth: 70,
    maxInitialWidth: 320,
  }));
  return own;
}

function rowsOf(sheet) {
  const letters = sheet.columns.map((column) => column.letters);
  const made = sheet.rows.map((row) => {
    const data = { number: row.number };
    row.texts.forEach((text, at) => { data[letters[at]] = text; first.set(letters[at] + row.number, text); });
    row.fixed.forEach((at) => fixed.add(letters[at] + row.number));
    sheet.columns.forEach((column) => { if (!column.mayChange) { fixed.add(column.letters + row.number); } });
    return data;
  });
  for (let number = sheet.lastRow + 1; number <= sheet.lastRow + NEW_ROWS; number += 1) {
    const data = { number };
    letters.forEach((name) => { data[name] = ""; });
    sheet.columns.forEach((column) => { if (!column.mayChange) { fixed.add(column.letters + number); } });
    made.push(data);
  }
  return made;
}

function note(name, text) {
  if (text === (first.get(name) || "")) {
    changed.delete(name);
  } else {
    changed.set(name, text);
  }
}

function tell() {
  stateLine.textContent = changed.size ? `${changed.size} ${room.dataset.changed}` : room.dataset.saved;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(check, CHECKED_AFTER_MS);
}

function put(step, which) {
  for (const each of step) {
    const row = table.getRow(each.number);
    note(each.field + each.number, each[which]);
    row.getCell(each.field).setValue(each[which]);
  }
  tell();
}

let isOurs = false;

function act(step) {
  const real = step.filter((each) => each.was !== each.now && !fixed.has(each.field + each.number));
  if (real.length) {
    done.push(real);
    undone.length = 0;
    isOurs = true;
    put(real, "now");
    isOurs = false;
  }
}

function move(from, to, which) {
  const step = from.pop();
  if (step) {
    to.push(step);
    isOurs = true;
    put(step, which);
    isOurs = false;
  }
}

function edited(cell) {
  if (isOurs) { return; }
  const each = { number: cell.getRow().getData().number, field: cell.getField(), was: cell.getOldValue() || "", now: cell.getValue() || "" };
  done.push([each]);
  undone.length = 0;
  note(each.field + each.number, each.now);
  dress(cell);
  const row = cell.getRow();
  window.setTimeout(() => row.normalizeHeight());
  tell();
}

function chosen() {
  const range = table.getRanges()[0];
  return range ? range.getCells() : [];
}

function typed(cell, now) {
  return { number: cell.getRow().getData().number, field: cell.getField(), was: cell.getValue() || "", now };
}

function fillDown() {
  const rows = chosen();
  if (rows.length > 1) {
    const top = rows[0].map((cell) => cell.getValue() || "");
    act(rows.slice(1).flatMap((cells) => cells.map((cell, at) => typed(cell, top[at]))));
  }
}

function clear() {
  act(chosen().flatMap((cells) => cells.map((cell) => typed(cell, ""))));
}

// Excel's own form of a copied range: tabs and lines, a cell with either in quotation marks.
function pastedRows(text) {
  const rows = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cells.lastIndex < text.length) {
    const found = cells.exec(text);
    if (!found) { return text.split(/\r\n|\r|\n/).map((line) => line.split("\t")); }
    const [, quoted, plain, end] = found;
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replace(/""/g, '"').replace(/\r\n/g, "\n"));
    if (end === "\t" && cells.lastIndex === text.length) { rows[rows.length - 1].push(""); }
    if (end && end !== "\t" && cells.lastIndex < text.length) { rows.push([]); }
  }
  return rows;
}

function paste(text) {
  const cells = chosen();
  if (!cells.length) { return; }
  const rows = pastedRows(text);
  const start = cells[0][0];
  const fields = table.getColumns().map((column) => column.getField()).filter((name) => name && name !== "number");
  const at = fields.indexOf(start.getField());
  const isOne = rows.length === 1 && rows[0].length === 1;
  if (isOne) {
    act(cells.flatMap((line) => line.map((cell) => typed(cell, rows[0][0]))));
    return;
  }
  const all = table.getRows();
  const from = all.findIndex((row) => row.getData().number === start.getRow().getData().number);
  grow(from + rows.length - all.length);
  const step = rows.flatMap((line, down) => {
    const row = table.getRows()[from + down];
    return line.slice(0, fields.length - at).map((now, across) => typed(row.getCell(fields[at + across]), now));
  });
  act(step);
}

function grow(by) {
  const fields = table.getColumns().map((column) => column.getField()).filter((name) => name && name !== "number");
  for (let more = 0; more < by; more += 1) {
    const rows = table.getRows();
    const number = rows[rows.length - 1].getData().number + 1;
    const data = { number };
    fields.forEach((name) => { data[name] = ""; });
    table.addRow(data);
    there.add(number);
  }
}

let foundAt = -1;

function find(words) {
  const wanted = words.toLocaleLowerCase("vi");
  const rows = table.getRows();
  const all = rows.flatMap((row) => row.getCells().filter((cell) => cell.getField() !== "number" && (cell.getValue() || "").toLocaleLowerCase("vi").includes(wanted)));
  if (!wanted || !all.length) {
    stateLine.textContent = wanted ? room.dataset.none : "";
    return;
  }
  foundAt = (foundAt + 1) % all.length;
  const cell = all[foundAt];
  show(cell);
  stateLine.textContent = `${foundAt + 1}/${all.length}: ${nameOf(cell)}`;
}

function goTo(name) {
  const [, field, number] = /^([A-Z]+)(\d+)$/.exec(name) || [];
  const row = field ? rowAt(Number(number)) : false;
  const cell = row ? row.getCell(field) : false;
  if (cell) { show(cell); }
}

function show(cell) {
  table.scrollToRow(cell.getRow(), "center", false);
  table.scrollToColumn(cell.getField(), "middle", false);
  const range = table.getRanges()[0];
  if (range) { range.setBounds(cell, cell); }
}

function carried() {
  const body = new FormData();
  for (const name of ["form_token", "sheet", "state"]) {
    body.append(name, form.elements[name].value);
  }
  changed.forEach((text, name) => {
    body.append(`was.${name}`, first.get(name) || "");
    body.append(`now.${name}`, text);
  });
  return body;
}

async function check() {
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: new URLSearchParams(carried()) });
    if (answer.ok) {
      const before = Object.keys(marks);
      marks = await answer.json();
      new Set([...before, ...Object.keys(marks)]).forEach(dressNamed);
      tellNotes();
    }
  } catch {
    stateLine.textContent = room.dataset.lost;
  }
}

function tellNotes() {
  const range = table.getRanges()[0];
  const cell = range && range.getCells().length ? range.getCells()[0][0] : null;
  const name = cell ? nameOf(cell) : "";
  if (name) { document.getElementById("printed-cell").value = name; }
  const lines = (marks[name] || []).map((each) => `${name} · ${each.text}`);
  if (fixed.has(name)) { lines.push(`${name} · ${room.dataset.computed}`); }
  notes.replaceChildren(...lines.map((line) => {
    const told = document.createElement("p");
    told.textContent = line;
    return told;
  }));
}

function save() {
  if (document.activeElement) { document.activeElement.blur(); } // what is being typed counts
  if (!changed.size) { return; }
  const sent = document.createElement("form");
  sent.method = "post";
  sent.action = form.action;
  for (const [name, value] of carried()) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  document.body.append(sent);
  isLeaving = true;
  sent.submit();
}

const ACTS = {
  undo: () => move(done, undone, "was"),
  redo: () => move(undone, done, "now"),
  fill: fillDown,
  save,
};
const KEYS = { z: "undo", y: "redo", d: "fill", s: "save" };

function isTyping(event) {
  return event.target.matches("input, textarea");
}

// As in Excel: Enter ends a cell, Alt+Enter begins a new line in it.
function entered(event) {
  event.preventDefault();
  event.stopPropagation();
  if (event.altKey) {
    event.target.setRangeText("\n", event.target.selectionStart, event.target.selectionEnd, "end");
  } else {
    event.target.blur();
    table.rowManager.element.focus();
  }
}

function pressed(event) {
  const key = event.key.toLowerCase();
  if (key === "enter" && event.target.tagName === "TEXTAREA" && !event.shiftKey && !event.isComposing) {
    entered(event);
    return;
  }
  if ((event.ctrlKey || event.metaKey) && key in KEYS && (key === "s" || !isTyping(event))) {
    event.preventDefault();
    event.stopPropagation();
    ACTS[event.shiftKey && key === "z" ? "redo" : KEYS[key]]();
  } else if ((event.key === "Delete" || event.key === "Backspace") && !isTyping(event)) {
    event.preventDefault();
    clear();
  }
}

// What was typed on the page before and refused stands in its form: it is typed here again.
function typedBefore() {
  const step = [];
  for (const now of form.querySelectorAll("[name^='now.']")) {
    const name = now.name.slice(4);
    const was = form.elements[`was.${name}`];
    const [, field, number] = /^([A-Z]+)(\d+)$/.exec(name) || [];
    const row = field ? rowAt(Number(number)) : false;
    if (row && was && was.value !== now.value && !fixed.has(name)) {
      step.push({ number: Number(number), field, was: row.getData()[field] || "", now: now.value });
    }
  }
  act(step);
}

// The library's scrolling part has no role of its own, and names an owner that is not there.
function nameParts(place) {
  place.removeAttribute("aria-owns");
  place.setAttribute("aria-label", room.getAttribute("aria-label"));
  const holder = place.querySelector(".tabulator-tableholder");
  holder.setAttribute("role", "rowgroup");
  holder.querySelector(".tabulator-table").setAttribute("role", "presentation");
}

async function start() {
  const answer = await fetch(form.dataset.rows);
  if (!answer.ok) { return; }
  const sheet = await answer.json();
  if (!sheet.isWhole) { return; }
  marks = sheet.marks;
  form.elements.state.value = sheet.state;
  room.hidden = false;
  const place = document.getElementById("grid");
  const rows = rowsOf(sheet);
  rows.forEach((each) => there.add(each.number));
  table = new Tabulator(place, {
    data: rows,
    index: "number",
    columns: columnsOf(sheet),
    rowHeader: { field: "number", title: room.dataset.row, formatter: (cell) => textNode(String(cell.getValue())), titleFormatter: () => textNode(room.dataset.row), headerSort: false, resizable: false, frozen: true, width: 64, cssClass: "tabulator-range-row-header" },
    layout: "fitData",
    height: "70vh",
    editTriggerEvent: "dblclick",
    selectableRange: 1,
    selectableRangeColumns: true,
    selectableRangeRows: true,
    clipboard: "copy",
    clipboardCopyStyled: false,
    clipboardCopyConfig: { rowHeaders: false, columnHeaders: false },
    clipboardCopyRowRange: "range",
  });
  table.on("cellEdited", edited);
  table.on("rangeChanged", tellNotes);
  table.on("tableBuilt", () => {
    nameParts(place);
    form.hidden = true;
    stateLine.textContent = room.dataset.saved;
    typedBefore();
    goTo(new URLSearchParams(location.search).get("cell") || "");
    room.dataset.ready = "1";
  });
  room.addEventListener("keydown", pressed, true);
  place.addEventListener("paste", (event) => {
    if (!isTyping(event)) {
      event.preventDefault();
      paste(event.clipboardData.getData("text/plain"));
    }
  }, true);
  const search = document.getElementById("find");
  search.addEventListener("input", () => { foundAt = -1; find(search.value); });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); find(search.value); }
  });
  room.querySelectorAll("[data-do]").forEach((button) => {
    button.addEventListener("click", () => ACTS[button.dataset.do]());
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed.size && !isLeaving) { event.preventDefault(); }
  });
}

start();
