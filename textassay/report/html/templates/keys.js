// Keys, dialogs, printing, and the first drawing of the page.
function refresh() {
  const before = state;
  state = read();
  const moved = KEYS.some((key) => key !== 'open' && key !== 'at' && before[key] !== state[key]);
  if (moved || !$('list').children.length) { select(); showFilters(); showList(); }
  showPanel();
  const changed = moved && !state.open && location.hash.startsWith('#?') && document.activeElement?.closest('#filters, #pager') === null;
  if (state.at && !state.open) focusCard(cards().findIndex((node) => rows[node.dataset.index][ID] === state.at));
  else if (changed) $('findings').focus();
  openDocumentation();
}
function openDocumentation() {
  if (!location.hash.startsWith('#check-')) return;
  const target = $(location.hash.slice(1));
  if ($('panel').open) $('panel').close();
  if (!target) return;
  for (let node = target; node; node = node.parentElement.closest('details')) node.open = true;
  target.scrollIntoView();
  target.querySelector('summary').focus();
}

const ACTIONS = {
  j: () => $('panel').open ? panelMove(1) : move(1),
  k: () => $('panel').open ? panelMove(-1) : move(-1),
  n: () => $('pager').lastElementChild?.click(),
  p: () => $('pager').firstElementChild?.click(),
  o: () => focusedCard()?.querySelector('.open')?.click(),
  e: () => { const why = activeCard()?.querySelector('.why'); if (why) why.open = !why.open; },
  y: () => { const node = activeCard(); if (node) copy(rows[node.dataset.index]); },
  '/': () => { if (!$('panel').open) $('q').focus(); },
  '?': () => { if (!$('help').open) $('help').showModal(); },
};
const activeCard = () => $('panel').open ? $('panel-notes').querySelector('.here') : focusedCard();

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches('input:not([type=checkbox]), select, textarea');
  if (typing) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (event.key === 'Enter' && event.target.matches('#list > article')) ACTIONS.o();
  const action = ACTIONS[event.key];
  if (!action || ($('help').open && event.key !== '?')) return;
  event.preventDefault();
  action();
});
for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => button.closest('dialog').close());
}
$('panel').addEventListener('close', () => {
  panelRecord = -1;
  const back = state.at;
  if (state.open) go({ open: '', at: '' }, true);
  const place = cards().findIndex((node) => rows[node.dataset.index][ID] === back);
  if (place >= 0) focusCard(place);
});
$('show-help').addEventListener('click', ACTIONS['?']);
addEventListener('hashchange', refresh);
addEventListener('beforeprint', () => showList(1000));
addEventListener('afterprint', () => showList());
fill();
showMatrix();
refresh();
