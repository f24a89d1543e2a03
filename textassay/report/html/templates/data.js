// The data of the run, and small tools to build elements from text alone.
const parse = (id) => JSON.parse(document.getElementById(id).textContent);
const data = parse('overview');
const rows = parse('rows');
const SEVERITIES = ['error', 'warning', 'info'];
const [ID, CHECK, RECORD, START, END, LINE, COLUMN, SEVERITY, MESSAGE, SUGGESTION, EVIDENCE, EDITS,
  REPAIR, RELATED, STATE, TEXT, PATH] = Array(17).keys();
const [R_ID, R_PATH, R_LANGUAGE, R_CHARACTERS, R_WORDS, R_STATUS, R_SHA, R_ENCODING, R_BYTES,
  R_PROVENANCE, R_BLOCK, R_VERDICT, R_KEPT] = Array(13).keys();

const code = (row) => typeof row[CHECK] === 'string' ? row[CHECK] : data.checks[row[CHECK]][0];
const checkName = (row) =>
  typeof row[CHECK] === 'string' ? '' : data.checks[row[CHECK]][1].replaceAll('-', ' ');
const quality = (row) => (typeof row[CHECK] === 'string' ? {} : data.checks[row[CHECK]][2]);
const PREFIXES = { REC: 0, ENC: 1, TYP: 2, DUP: 3, BPL: 4, CLM: 5, PRV: 6 };
const category = (row) => data.classes[PREFIXES[code(row).slice(0, 3)] ?? 0];
const record = (row) => data.records[row[RECORD]];
const path = (row) => record(row)?.[R_PATH] ?? row[PATH] ?? '';
const severity = (row) => SEVERITIES[row[SEVERITY]];
const language = (entry) => /^[a-z]{2,3}$/.test(entry?.[R_LANGUAGE] ?? '') ? entry[R_LANGUAGE] : '';

const byRecord = new Map();
rows.forEach((row, index) => {
  if (!byRecord.has(row[RECORD])) byRecord.set(row[RECORD], []);
  byRecord.get(row[RECORD]).push(index);
});
const recordIndex = new Map();
data.records.forEach((entry, index) => {
  if (!recordIndex.has(entry[R_ID])) recordIndex.set(entry[R_ID], index);
});

const $ = (id) => document.getElementById(id);
const append = (node, ...children) => {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === '') continue;
    if (typeof child === 'string') write(node, child);
    else node.append(child);
  }
  return node;
};
const el = (tag, properties = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'on') for (const [type, handler] of Object.entries(value)) node.addEventListener(type, handler);
    else if (value !== '' && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  return append(node, ...children);
};
const svg = (tag, properties, ...children) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(properties)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};
const chip = (name, kind = name) => el('span', { class: `chip ${kind}` }, name);
const number = (value) => value.toLocaleString('en');
const counted = (count, noun) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
