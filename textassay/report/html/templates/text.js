// Record text by code points, with every invisible character drawn.
const hex = (point) => `\\u{${point.toString(16)}}`;
const anyOf = (ranges) => `[${ranges.map(([low, high]) => `${hex(low)}-${hex(high)}`).join('')}]`;
const EMOJI = anyOf(data.emoji);
const INVISIBLE = new RegExp(
  `(?!\\u200d)${anyOf(data.ranges)}|(?<!${EMOJI}|\\ufe0f)\\u200d|\\u200d(?!${EMOJI})`, 'u');
const SPLIT = new RegExp(`(${INVISIBLE.source})`, 'u');

const escapes = (text) => text.replace(new RegExp(INVISIBLE, 'gu'), (character) => spell(character));
const spell = (character) =>
  `<U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;

function write(node, source) {
  const text = source.replace(/\r\n?/g, '\n');
  if (!INVISIBLE.test(text)) { node.append(text); return; }
  text.split(SPLIT).forEach((part, index) => {
    if (!part) return;
    if (index % 2 === 0) { node.append(part); return; }
    const drawn = document.createElement('span');
    drawn.className = 'u';
    drawn.textContent = spell(part).slice(1, -1);
    node.append(drawn);
  });
}

// Blanks that matter only inside a mark: at its edges or doubled; no-break ones in a short mark.
function writeMarked(node, text, edges = true) {
  const kinds = ['[ \\t]{2,}', ...(edges ? ['^[ \\t]+', '[ \\t]+$'] : []), ...(text.length <= 40 ? ['[\u00a0\u202f]+'] : [])];
  const blanks = new RegExp(`(${kinds.join('|')})`);
  text.split(blanks).forEach((part, index) => {
    if (index % 2 === 0) { write(node, part); return; }
    const drawn = document.createElement('span');
    drawn.className = 'u';
    drawn.textContent = [...part].map((blank) => ({ '\u00a0': 'NBSP', '\u202f': 'NNBSP', '\t': 'TAB' })[blank] ?? '\u2423').join('');
    node.append(drawn);
  });
  return node;
}

const blocks = new Map();
function kept(index) {
  const block = data.records[index]?.[R_BLOCK] ?? -1;
  if (block < 0) return null;
  if (!blocks.has(block)) blocks.set(block, parse(`texts-${block}`));
  const entry = blocks.get(block)[index];
  if (!entry.pieces) {
    entry.pieces = entry[1].map(([offset, text]) => {
      const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
      return { offset, text, points, end: offset + (points ?? text).length };
    });
    entry.total = entry[0];
  }
  return entry;
}
const cut = (piece, start, end) => {
  const from = Math.max(0, start - piece.offset);
  const to = Math.max(0, end - piece.offset);
  return piece.points ? piece.points.slice(from, to).join('') : piece.text.slice(from, to);
};
// The piece that holds a span; pieces are apart and in order.
function pieceAt(entry, start, end = start) {
  let low = 0;
  let high = (entry?.pieces.length ?? 0) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entry.pieces[middle].offset <= start) low = middle; else high = middle - 1;
  }
  const piece = entry?.pieces[low];
  return piece && piece.offset <= start && end <= piece.end ? piece : undefined;
}

function textOf(row) {
  if (row[TEXT] !== null) return row[TEXT];
  return cut(pieceAt(kept(row[RECORD]), row[START], row[END]), row[START], row[END]);
}

const MARK = 240;
const shorten = (text) => {
  if (text.length <= MARK * 2) return text;
  const points = Array.from(text);
  return points.length <= MARK * 2 ? text : `${points.slice(0, MARK).join('')} \u2026 ${points.slice(-MARK).join('')}`;
};

// Up to `reach` code points each side, cut at a blank where one is near.
function around(row, start, end, reach) {
  const entry = row[TEXT] === null ? kept(row[RECORD]) : null;
  const first = pieceAt(entry, start);
  const last = pieceAt(entry, end);
  let before = first ? cut(first, Math.max(first.offset, start - reach), start) : '';
  let after = last ? cut(last, end, Math.min(last.end, end + reach)) : '';
  if (entry && start - reach > 0) before = `\u2026${before.replace(/^\S{0,12}\s+/, '')}`;
  if (entry && end + reach < entry.total) after = `${after.replace(/\s+\S{0,12}$/, '')}\u2026`;
  return [before, after];
}

// Words that differ between two texts, by their longest common subsequence.
function differing(one, other) {
  const a = one.match(/\s+|[^\s]+/g)?.slice(0, 500) ?? [];
  const b = other.match(/\s+|[^\s]+/g)?.slice(0, 500) ?? [];
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  const left = []; const right = [];
  const push = (side, word, same) => {
    const tail = side[side.length - 1];
    if (tail && tail.same === same) tail.text += word; else side.push({ text: word, same });
  };
  let i = 0; let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { push(left, a[i++], true); push(right, b[j++], true); }
    else if (j < b.length && (i === a.length || table[i][j + 1] > table[i + 1][j])) push(right, b[j++], false);
    else push(left, a[i++], false);
  }
  return [left, right];
}
