// What is shown lives in the fragment, so that a link shows the same again.
const KEYS = ['q', 'sev', 'class', 'check', 'record', 'state', 'sort', 'page', 'open', 'at'];
const PAGE = 50;
let state = {};

function read() {
  const next = {};
  if (location.hash.startsWith('#?')) {
    const parameters = new URLSearchParams(location.hash.slice(2));
    for (const key of KEYS) if (parameters.get(key)) next[key] = parameters.get(key);
  } else if (location.hash.startsWith('#f-')) {
    next.at = decodeURIComponent(location.hash.slice(3));
    next.state = 'all';
  }
  return next;
}
const fragment = (next) => {
  const parameters = new URLSearchParams();
  for (const key of KEYS) if (next[key]) parameters.set(key, next[key]);
  return `#?${parameters}`;
};
// `keep` leaves no step in the history: for typing and for moving about.
function go(changes, keep = false) {
  const target = fragment({ ...state, ...changes });
  if (target === location.hash) return;
  if (keep) { history.replaceState(null, '', target); refresh(); } else location.hash = target;
}

let matches = [];
let haystacks = null;
function haystack(index) {
  haystacks ??= rows.map((row) =>
    `${textOf(row)}\n${row[MESSAGE]}\n${row[SUGGESTION] ?? ''}\n${path(row)}\n${row[ID]}\n${checkName(row)}`.toLowerCase());
  return haystacks[index];
}
function select() {
  const severities = (state.sev ?? '').split(',').filter(Boolean);
  const query = (state.q ?? '').toLowerCase();
  const wanted = state.state ?? 'new';
  const chosen = state.record === undefined ? null : recordIndex.get(state.record);
  matches = [];
  rows.forEach((row, index) => {
    if (wanted !== 'all' && row[STATE] !== wanted) return;
    if (severities.length && !severities.includes(severity(row))) return;
    if (state.class && category(row) !== state.class) return;
    if (state.check && code(row) !== state.check) return;
    if (state.record !== undefined) {
      if (chosen === undefined ? !path(row).includes(state.record) : row[RECORD] !== chosen) return;
    }
    if (query && !haystack(index).includes(query)) return;
    matches.push(index);
  });
  if (state.sort === 'record') {
    matches.sort((a, b) => rows[a][RECORD] - rows[b][RECORD] || rows[a][START] - rows[b][START] || a - b);
  }
}
const pages = () => Math.max(1, Math.ceil(matches.length / PAGE));
function page() {
  if (!state.page && state.at) {
    const place = matches.findIndex((index) => rows[index][ID] === state.at);
    if (place >= 0) return Math.floor(place / PAGE);
  }
  return Math.min(pages(), Math.max(1, Number.parseInt(state.page ?? '1', 10) || 1)) - 1;
}
