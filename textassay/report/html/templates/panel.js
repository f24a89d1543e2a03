// The whole record with its marks, and its findings beside it.
// Findings and pieces of text drawn at once, around the one asked for.
const SHOWN = 400;
let panelRecord = -1;
let panelPlaces = [];

// Cuts a piece into runs of equal cover: [start, end, indexes of findings].
function covers(piece, places) {
  const cuts = new Set([piece.offset, piece.end]);
  const inside = places.filter((place) => rows[place][START] <= piece.end && rows[place][END] >= piece.offset);
  for (const place of inside) {
    for (const offset of [rows[place][START], rows[place][END]]) {
      if (offset > piece.offset && offset < piece.end) cuts.add(offset);
    }
  }
  const points = [...cuts].sort((a, b) => a - b);
  const open = inside.sort((a, b) => rows[a][START] - rows[b][START]);
  let active = []; let next = 0;
  return points.slice(0, -1).map((start, position) => {
    while (next < open.length && rows[open[next]][START] <= start) active.push(open[next++]);
    active = active.filter((place) => rows[place][END] > start || rows[place][START] === start);
    return [start, points[position + 1], [...active]];
  });
}

function drawPiece(piece, places) {
  const list = el('ol', { class: piece.offset === 0 ? 'lines' : 'lines loose', 'data-offset': piece.offset });
  const fresh = () => el('li', { dir: 'auto' });
  let line = fresh();
  const put = (text, active) => {
    const holder = active.length ? markOf(active) : line;
    if (holder !== line) { writeMarked(holder, text, Boolean(holder.dataset.edges)); line.append(holder); } else write(holder, text);
  };
  for (const [start, end, active] of covers(piece, places)) {
    const spanning = active.filter((place) => rows[place][END] > start);
    for (const place of active) if (rows[place][START] === rows[place][END]) line.append(markOf([place]));
    cut(piece, start, end).split(/\r\n|[\n\r]/).forEach((text, index) => {
      if (index) { list.append(line); line = fresh(); }
      if (text) put(text, spanning);
    });
  }
  list.append(line);
  return list;
}
function markOf(active) {
  const worst = active.reduce((a, b) => rows[b][SEVERITY] < rows[a][SEVERITY] ? b : a);
  const shortest = active.reduce((a, b) => rows[b][END] - rows[b][START] < rows[a][END] - rows[a][START] ? b : a);
  const names = active.map((place) => `${code(rows[place])} ${checkName(rows[place])}`).join(', ');
  const mark = el('mark', { class: severity(rows[worst]), title: names, 'data-index': shortest, on: { click: () => point(shortest, true) } });
  const own = textOf(rows[shortest]);
  if (own !== own.trim()) mark.dataset.edges = 'yes';
  if (!own) mark.classList.add('point');
  for (const place of active) {
    mark.dataset.all = `${mark.dataset.all ?? ''} ${place} `;
  }
  return mark;
}

const near = (items, centre) => items.slice(Math.max(0, centre - SHOWN / 2), Math.max(0, centre - SHOWN / 2) + SHOWN);

function drawPanel(index, asked) {
  const entry = data.records[index];
  const all = (byRecord.get(index) ?? []).slice().sort((a, b) => rows[a][START] - rows[b][START]);
  const text = kept(index);
  const places = near(all, Math.max(0, all.indexOf(asked)));
  const pieces = near(text?.pieces ?? [], text?.pieces.indexOf(pieceAt(text, asked === undefined ? 0 : rows[asked][START])) ?? 0);
  panelPlaces = places;
  append($('panel-title'), entry[R_PATH]);
  const facts = [entry[R_STATUS] === 'read' ? '' : entry[R_STATUS], entry[R_LANGUAGE], counted(entry[R_CHARACTERS], 'character'),
    counted(entry[R_WORDS], 'word'), entry[R_ENCODING], entry[R_VERDICT]];
  append($('panel-facts'), facts.filter(Boolean).join(' \u00b7 '));
  const origin = Object.entries({ sha256: entry[R_SHA], ...entry[R_PROVENANCE] });
  $('panel-origin').replaceChildren(pairsOf(origin));
  $('panel-text').lang = language(entry);
  if (!text) append($('panel-text'), el('p', { class: 'quiet' }, 'This text is not kept.'));
  pieces.forEach((piece, order) => {
    const gap = piece.offset - (order ? pieces[order - 1].end : 0);
    if (gap) append($('panel-text'), el('p', { class: 'quiet' }, `${counted(gap, 'character')} left out`));
    $('panel-text').append(drawPiece(piece, places));
  });
  if (places.length < all.length) append($('panel-notes'), el('p', { class: 'quiet' }, `${counted(places.length, 'finding')} of ${number(all.length)} nearest`));
  $('panel-notes').append(...places.map((place) => card(place, true)));
  if (!places.length) append($('panel-notes'), el('p', { class: 'quiet' }, 'No finding here.'));
}

// Shows a finding in the text and beside it.
function point(place, focus) {
  for (const node of $('panel').querySelectorAll('.here')) node.classList.remove('here');
  const marks = $('panel-text').querySelectorAll(`mark[data-all*=" ${place} "]`);
  for (const mark of marks) mark.classList.add('here');
  marks[0]?.scrollIntoView({ block: 'center' });
  const note = $('panel-notes').querySelector(`[data-index="${place}"]`);
  note?.classList.add('here');
  note?.scrollIntoView({ block: 'nearest' });
  if (focus) note?.focus({ preventScroll: true });
}
function panelMove(step) {
  const notes = [...$('panel-notes').querySelectorAll('article')];
  const here = notes.findIndex((node) => node.classList.contains('here'));
  const next = notes[Math.max(0, Math.min(notes.length - 1, here + step))];
  if (next) point(Number(next.dataset.index), true);
}

function showPanel() {
  const index = state.open === undefined ? -1 : recordIndex.get(state.open) ?? -1;
  if (index < 0) {
    panelRecord = -1;
    if ($('panel').open) $('panel').close();
    return;
  }
  const place = (byRecord.get(index) ?? []).find((item) => rows[item][ID] === state.at);
  if (panelRecord !== index || (place !== undefined && !panelPlaces.includes(place))) {
    for (const id of ['panel-title', 'panel-facts', 'panel-text', 'panel-notes']) $(id).replaceChildren();
    drawPanel(index, place);
    panelRecord = index;
  }
  if (!$('panel').open) $('panel').showModal();
  if (place !== undefined) point(place, true);
  else if (/^\d+-\d+$/.test(state.at ?? '')) pointAt(index, Number(state.at.split('-')[0]));
  else $('panel-title').focus();
}
// Scrolls to an offset that no finding marks: the first copy of a passage.
function pointAt(index, offset) {
  const piece = pieceAt(kept(index), offset);
  if (!piece) return;
  const before = cut(piece, piece.offset, offset).split(/\r\n|[\n\r]/).length - 1;
  const list = $('panel-text').querySelector(`ol[data-offset="${piece.offset}"]`);
  for (const node of $('panel').querySelectorAll('.here')) node.classList.remove('here');
  list?.children[before]?.classList.add('here');
  list?.children[before]?.scrollIntoView({ block: 'center' });
  $('panel-text').focus({ preventScroll: true });
}
