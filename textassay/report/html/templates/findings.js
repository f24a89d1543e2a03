// The list: filters, pages, and the finding that the keys act on.
let current = -1;

function fill() {
  for (const name of data.classes) $('class').append(new Option(name, name));
  for (const [checkCode, name] of data.checks) {
    $('check').append(new Option(`${checkCode} ${name.replaceAll('-', ' ')}`, checkCode));
  }
  for (const entry of data.records.slice(0, 1000)) $('record-ids').append(new Option(escapes(entry[R_PATH]), entry[R_ID]));
  for (const id of ['class', 'check', 'record', 'state', 'sort']) {
    $(id).addEventListener('change', () => go({ [id]: $(id).value, page: '', at: '' }));
  }
  for (const box of document.getElementsByName('sev')) {
    box.addEventListener('change', () => {
      const chosen = [...document.getElementsByName('sev')].filter((other) => other.checked);
      go({ sev: chosen.map((other) => other.value).join(','), page: '', at: '' });
    });
  }
  let waiting = 0;
  $('q').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => go({ q: $('q').value, page: '', at: '' }, true), 120);
  });
  $('reset').addEventListener('click', () => go(Object.fromEntries(KEYS.map((key) => [key, '']))));
  $('filters').addEventListener('submit', (event) => event.preventDefault());
  $('state').parentNode.hidden = rows.every((row) => row[STATE] === 'new');
  $('filters').hidden = !rows.length;
  $('show-help').hidden = false;
}

function showFilters() {
  for (const id of ['q', 'class', 'check', 'record', 'state', 'sort']) {
    if ($(id) !== document.activeElement || id !== 'q') $(id).value = state[id] ?? '';
  }
  const chosen = (state.sev ?? '').split(',');
  for (const box of document.getElementsByName('sev')) box.checked = chosen.includes(box.value);
}

function showList(limit = PAGE) {
  const first = page() * PAGE;
  const shown = matches.slice(first, first + limit);
  $('list').replaceChildren(...shown.map((index) => card(index)));
  const range = shown.length ? `${number(first + 1)}\u2013${number(first + shown.length)} of ` : '';
  $('status').textContent = matches.length
    ? `${range}${counted(matches.length, 'finding')}`
    : rows.length ? 'No finding matches.' : 'There is none.';
  showPager();
  current = -1;
}

function showPager() {
  const here = page();
  const button = (label, target, disabled) => {
    const node = el('button', { type: 'button', on: { click: () => { go({ page: String(target + 1), at: '' }); $('findings').focus(); } } }, label);
    node.disabled = disabled;
    return node;
  };
  $('pager').replaceChildren(...(pages() === 1 ? [] : [
    button('Previous', here - 1, here === 0),
    el('span', {}, `page ${here + 1} of ${number(pages())}`),
    button('Next', here + 1, here + 1 >= pages()),
  ]));
}

const cards = () => [...$('list').children];
function move(step) {
  const all = cards();
  const focused = all.indexOf(document.activeElement?.closest?.('#list > article'));
  const next = (focused >= 0 ? focused : current) + step;
  if (next >= all.length && page() + 1 < pages()) {
    go({ page: String(page() + 2), at: '' }, true);
    focusCard(0);
  } else if (next < 0 && page() > 0) {
    go({ page: String(page()), at: '' }, true);
    focusCard(PAGE - 1);
  } else focusCard(Math.max(0, Math.min(all.length - 1, next)));
}
function focusCard(place) {
  current = place;
  const node = cards()[place];
  if (!node) return;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'center' });
}
const focusedCard = () => document.activeElement?.closest?.('#list > article') ?? cards()[current];

function copy(row) {
  const done = () => { $('toast').textContent = `Copied ${row[ID]}`; };
  const area = el('textarea', { readonly: '', class: 'hidden-text' });
  area.value = row[ID];
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  const before = document.activeElement;
  area.select();
  if (document.execCommand('copy')) done();
  area.remove();
  before?.focus();
}
