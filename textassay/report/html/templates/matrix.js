// Records by classes: drawn again only where the page has more records.
const MATRIX = 20;
const STRIP = 100;
let matrixPage = 0;
let ranked = null;

function tally(index) {
  const cells = data.classes.map(() => [0, 0, 0]);
  const strip = new Array(STRIP).fill(3);
  const length = Math.max(1, data.records[index][R_CHARACTERS]);
  for (const place of byRecord.get(index) ?? []) {
    const row = rows[place];
    if (row[STATE] !== 'new') continue;
    cells[data.classes.indexOf(category(row))][row[SEVERITY]] += 1;
    const cell = Math.min(STRIP - 1, Math.floor((row[START] * STRIP) / length));
    strip[cell] = Math.min(strip[cell], row[SEVERITY]);
  }
  return { cells, strip };
}
function rank() {
  const totals = data.records.map((entry) => [entry[R_STATUS] === 'read' ? 1 : 0, 0, 0, 0]);
  for (const row of rows) if (row[RECORD] >= 0 && row[STATE] === 'new') totals[row[RECORD]][row[SEVERITY] + 1] -= 1;
  return totals.map((_, index) => index).sort((a, b) => {
    for (let key = 0; key < 4; key += 1) if (totals[a][key] !== totals[b][key]) return totals[a][key] - totals[b][key];
    return data.records[a][R_PATH] < data.records[b][R_PATH] ? -1 : 1;
  });
}

function matrixRow(index) {
  const entry = data.records[index];
  const { cells, strip } = tally(index);
  const drawing = svg('svg', { viewBox: `0 0 ${STRIP} 10`, width: 150, height: 12, 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    ...strip.flatMap((value, x) => value > 2 ? [] : [svg('rect', { class: SEVERITIES[value], x, y: 0, width: 1.4, height: 10 })]));
  return el('tr', {},
    el('th', { scope: 'row' }, el('a', { href: fragment({ open: entry[R_ID] }) }, entry[R_PATH]),
      entry[R_STATUS] === 'read' ? null : chip(entry[R_STATUS], 'error')),
    el('td', {}, chip(entry[R_VERDICT], `do-${entry[R_VERDICT]}`)),
    el('td', { class: 'number' }, `${(100 * entry[R_KEPT]).toFixed(1)}%`),
    el('td', { class: 'strip' }, drawing),
    cells.map((cell, place) => matrixCell(entry, cell, data.classes[place])));
}
function matrixCell(entry, cell, name) {
  const worst = cell.findIndex(Boolean);
  if (worst < 0) return el('td', { class: 'cell none' }, el('span', { 'aria-hidden': 'true' }, '\u00b7'));
  const parts = cell.flatMap((count, rank) => count
    ? [el('span', { class: `n ${SEVERITIES[rank]}` }, String(count), el('abbr', { title: SEVERITIES[rank] }, 'EWi'[rank])), ' ']
    : []);
  return el('td', { class: `cell ${SEVERITIES[worst]}` }, el('a', { href: fragment({ record: entry[R_ID], class: name }) }, parts));
}

function showMatrix() {
  if (data.records.length <= $('matrix')?.children.length || !$('matrix')) return;
  ranked ??= rank();
  const count = Math.ceil(ranked.length / MATRIX);
  const first = matrixPage * MATRIX;
  $('matrix').replaceChildren(...ranked.slice(first, first + MATRIX).map(matrixRow));
  const button = (label, step, disabled) => {
    const node = el('button', { type: 'button', on: { click: () => { matrixPage += step; showMatrix(); } } }, label);
    node.disabled = disabled;
    return node;
  };
  $('matrix-pager').replaceChildren(...(count === 1 ? [] : [
    button('Previous', -1, matrixPage === 0),
    el('span', {}, `${number(first + 1)}\u2013${number(Math.min(first + MATRIX, ranked.length))} of ${number(ranked.length)}, worst first`),
    button('Next', 1, matrixPage + 1 >= count),
  ]));
}
