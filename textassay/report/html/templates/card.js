// One finding: what, where, why, and what to do.
const REPAIRS = ['safe fix', 'look first', ''];

function excerptOf(row) {
  const [before, after] = around(row, row[START], row[END], 80);
  const near = (text) => text.replace(/\s*\n\s*/g, '\n');
  const mark = writeMarked(el('mark', { class: severity(row) }), shorten(textOf(row)));
  if (row[START] === row[END]) mark.classList.add('point');
  return el('p', { class: 'excerpt', lang: language(record(row)), dir: 'auto' }, near(before), mark, near(after));
}

// The text around the edits, with what goes and what comes; a deletion in words.
function fixOf(row) {
  const badge = el('span', { class: `badge repair-${row[REPAIR]}` }, REPAIRS[row[REPAIR]]);
  const line = el('p', { class: 'fix', lang: language(record(row)), dir: 'auto' });
  const edits = [...row[EDITS]].sort((a, b) => a[0] - b[0]);
  const low = edits[0]?.[0]; const high = edits.at(-1)?.[1];
  const piece = edits.length && row[TEXT] === null && pieceAt(kept(row[RECORD]), low, high);
  const covered = edits.length === 1 ? low <= row[START] && high >= row[END] : !edits.length;
  if (covered && textOf(row).length > 3 && (edits[0]?.[2] ?? row[SUGGESTION]) === '') {
    append(line, 'delete the marked text');
    line.className = 'fix words';
    line.lang = 'en';
  } else if (piece) {
    const [before, after] = around(row, low, high, 24);
    append(line, before.split('\n').at(-1));
    let position = low;
    for (const [start, end, replacement] of edits) {
      append(line, cut(piece, position, start), change(shorten(cut(piece, start, end)), replacement));
      position = end;
    }
    append(line, after.split('\n')[0]);
  } else if (row[SUGGESTION] !== null) {
    append(line, change(shorten(textOf(row)), row[SUGGESTION]));
  } else return null;
  return el('div', { class: 'repair' }, el('span', { class: 'label' }, 'Fix'), line, badge);
}
const change = (gone, come) => [
  gone ? writeMarked(el('del'), gone) : null,
  come ? writeMarked(el('ins'), come) : null,
];

function evidenceOf(value) {
  if (Array.isArray(value)) return value.map(evidenceOf).join(', ');
  if (value && typeof value === 'object') {
    return Object.entries(value).map(([key, item]) => `${key} ${evidenceOf(item)}`).join(', ');
  }
  return value === null || value === '' ? 'missing' : String(value);
}
function pairsOf(entries) {
  return el('dl', { class: 'pairs' }, entries.map(([key, value]) =>
    el('div', {}, el('dt', {}, key.replaceAll('_', ' ')), el('dd', {}, evidenceOf(value)))));
}
const trust = (row) => quality(row).text || 'not yet';
const precision = (row) => {
  const [rate, count] = [['error_precision', 'errors'], ['precision', 'flagged'], []][row[SEVERITY]];
  const { [rate]: part, [count]: of } = quality(row);
  return of ? el('span', { class: 'badge', title: trust(row) }, `right ${Math.round(part * 100)} % of ${of}`) : null;
};
function whyOf(row, inPanel) {
  const list = pairsOf(Object.entries(row[EVIDENCE]));
  append(list, el('div', {}, el('dt', {}, 'measured'), el('dd', {}, trust(row))));
  append(list, el('div', {}, el('dt', {}, 'id'), el('dd', {}, el('code', {}, row[ID]), ' ',
    el('button', { type: 'button', class: 'small', 'aria-label': `Copy ${row[ID]}`, on: { click: () => copy(row) } }, 'Copy'))));
  return el('details', { class: 'why' }, el('summary', {}, 'Why'), list,
    inPanel ? null : el('p', {}, el('a', { href: `#check-${code(row)}` }, `How ${code(row)} decides`)));
}

function relatedOf(row, inPanel) {
  return row[RELATED].map(([index, where, start, end, text], place) => {
    const name = index < 0 ? where : placeOf(index, start, index === row[RECORD] ? 'this record' : where);
    const title = index < 0 ? name : jump({ ...state, open: data.records[index][R_ID], at: `${start}-${end}` }, name, inPanel);
    const long = place === 0 && category(row) === 'duplicate' && text.length > 20;
    const [left, right] = long ? differing(shorten(textOf(row)), shorten(text)) : [[], [{ text: shorten(text), same: true }]];
    const draw = (parts) => parts.map((part) => part.same ? part.text : el('b', {}, part.text));
    const same = long && left.every((part) => part.same) && right.every((part) => part.same);
    const show = (parts) => el('p', { class: 'excerpt', dir: 'auto' }, draw(parts));
    return el('div', { class: 'related' },
      el('p', { class: 'label' }, same ? 'The same as ' : long ? 'Compare with ' : 'See ', title),
      same ? null : show(right), long && !same ? show(left) : null);
  });
}
function placeOf(index, offset, where) {
  const piece = kept(index)?.pieces[0];
  if (!piece || piece.offset || offset > piece.end) return where;
  return `line ${cut(piece, 0, offset).split(/\r\n|[\n\r]/).length} of ${where}`;
}

// A link; inside the panel a button, since there it only moves within the page.
const jump = (target, label, inPanel, name = '') => inPanel
  ? el('button', { type: 'button', class: `link ${name}`, on: { click: () => go(target) } }, label)
  : el('a', { href: fragment(target), class: name }, label);

function card(index, inPanel = false) {
  const row = rows[index];
  const place = `${path(row)}:${row[LINE]}:${row[COLUMN]}`;
  const entry = record(row);
  const title = el('h3', {}, chip(severity(row)), ' ', el('code', {}, code(row)), ' ', checkName(row), ' ', precision(row),
    row[STATE] === 'new' ? null : ' ', row[STATE] === 'new' ? null : el('span', { class: 'badge' }, row[STATE]));
  const where = inPanel ? `line ${row[LINE]}, column ${row[COLUMN]}` : place;
  const link = entry ? jump({ ...state, open: entry[R_ID], at: row[ID] }, where, inPanel, 'open') : where;
  return el('article', { class: `card ${severity(row)}`, id: `${inPanel ? 'n' : 'f'}-${row[ID]}`, tabindex: '-1', 'data-index': index },
    el('header', {}, title, el('p', { class: 'place' }, link)),
    el('p', { class: 'message' }, row[MESSAGE]),
    inPanel ? null : excerptOf(row), fixOf(row), relatedOf(row, inPanel), whyOf(row, inPanel));
}
