"use strict";
// Works from any web server, over http too: nothing but files of this folder is asked for.

const VERDICTS = {
  valid: ["good", "Có trong sổ của cơ quan, đang có giá trị."],
  corrected: ["good", "Có trong sổ của cơ quan, đang có giá trị; đã được đính chính."],
  amended: ["good", "Có trong sổ của cơ quan, đang có giá trị; đã được sửa đổi, bổ sung."],
  replaced: ["ended", "ĐÃ ĐƯỢC THAY THẾ, không còn giá trị."],
  withdrawn: ["ended", "ĐÃ BỊ THU HỒI, không còn giá trị."],
  void: ["ended", "SỐ ĐÃ HỦY, không có giá trị."],
};
const element = (id) => document.getElementById(id);
let settings = null;
let shown = null;

function rotated(value, by) {
  return (value >>> by) | (value << (32 - by));
}

function primes(count) {
  const found = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime)) found.push(number);
  }
  return found;
}

const fraction = (value) => Math.floor((value - Math.floor(value)) * 4294967296) | 0;
const CONSTANTS = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const START = primes(8).map((prime) => fraction(Math.sqrt(prime)));

// SHA-256 (FIPS 180-4) of bytes; the browser's own is there only over https.
function sha256(bytes) {
  const length = bytes.length;
  const padded = new Uint8Array((((length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 536870912));
  view.setUint32(padded.length - 4, (length << 3) >>> 0);
  const hash = Int32Array.from(START);
  const words = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const x = words[i - 15], y = words[i - 2];
      const low = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
      const high = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
      words[i] = (words[i - 16] + low + words[i - 7] + high) | 0;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i += 1) {
      const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + CONSTANTS[i] + words[i]) | 0;
      const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { hash[i] = (hash[i] + value) | 0; });
  }
  return Array.from(hash, (value) => (value >>> 0).toString(16).padStart(8, "0")).join("");
}

const salted = (text) => sha256(new TextEncoder().encode(settings.salt + text));

// What Crockford's alphabet lacks is read as what it looks like.
function plainCode(text) {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

async function read(name) {
  const answer = await fetch(name, { cache: "no-cache" });
  if (answer.status === 404) return {};
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function found(folder, key) {
  if (!settings[folder].includes(key.slice(0, 2))) return null;
  return (await read(`${folder}/${key.slice(0, 2)}.json`))[key] || null;
}

function line(list, title, value) {
  if (!value) return;
  const term = document.createElement("dt"), told = document.createElement("dd");
  term.textContent = title;
  told.textContent = value;
  list.append(term, told);
}

function say(place, look, verdict, lines) {
  const box = element(place), head = document.createElement("p"), list = document.createElement("dl");
  head.className = "verdict";
  head.textContent = verdict;
  lines.forEach(([title, value]) => line(list, title, value));
  box.className = look;
  box.replaceChildren(head, list);
  box.hidden = false;
}

function day(text) {
  const [year, month, date] = text.split("-");
  return `${date}/${month}/${year}`;
}

function fields(entry) {
  return [
    ["Loại", entry.kind],
    ["Họ tên, tên tập thể", entry.name],
    ["Số, ký hiệu", entry.number],
    ["Ngày", day(entry.day)],
    ["Cơ quan ban hành", entry.agency],
    ["Số sổ vàng", entry.golden],
    ["Theo", entry.by],
  ];
}

async function lookUp(text) {
  const code = plainCode(text);
  element("told").hidden = true;
  shown = null;
  if (!code) return;
  const entry = await found("codes", salted(code));
  if (!entry) {
    say("answer", "bad", "Không có mã này.", [
      ["Nên làm", "Xem lại từng chữ của mã. Nếu mã đúng như trên giấy, hãy hỏi cơ quan ghi trên giấy."],
    ]);
    return;
  }
  shown = entry;
  const [look, verdict] = VERDICTS[entry.state];
  say("answer", look, verdict, [...fields(entry), ["Nên làm", "So các dòng trên với tờ giấy."]]);
}

async function check(file) {
  const digest = salted(sha256(new Uint8Array(await file.arrayBuffer())));
  if (shown && !shown.files.includes(digest)) {
    say("told", "bad", "Tệp KHÔNG phải là văn bản có mã này, hoặc đã bị sửa.", [["Tệp", file.name]]);
    return;
  }
  const entry = shown || (await found("files", digest));
  if (!entry) {
    say("told", "bad", "Cơ quan không phát hành tệp này như thế; tệp đã bị sửa, hoặc là văn bản khác.", [["Tệp", file.name]]);
    return;
  }
  const [look, verdict] = VERDICTS[entry.state];
  say("told", look, `Tệp giống hệt bản đã phát hành. ${verdict}`, [["Tệp", file.name], ...fields(entry)]);
}

async function told(work, place) {
  try {
    settings = settings || (await read("site.json"));
    element("agency").textContent = settings.agency;
    element("made").textContent = `Danh sách lập ngày ${day(settings.made)}.`;
    await work();
  } catch {
    say(place, "bad", "Không đọc được danh sách của cơ quan. Hãy thử lại sau.", []);
  }
}

function fromAddress() {
  let code = location.hash.slice(1);
  try { code = decodeURIComponent(code); } catch { /* as it stands */ }
  element("code").value = code;
  return told(() => lookUp(code), "answer");
}

element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  told(() => lookUp(element("code").value), "answer");
});
element("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file) told(() => check(file), "told");
  event.target.value = "";
});
["dragover", "drop", "dragleave"].forEach((name) => {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    element("drop").classList.toggle("over", name === "dragover");
    const [file] = name === "drop" ? event.dataTransfer.files : [];
    if (file) told(() => check(file), "told");
  });
});
window.addEventListener("hashchange", fromAddress);
fromAddress();
