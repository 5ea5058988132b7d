'use strict';
const chat = document.body.dataset.conversation;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
const list = document.getElementById('messages');
const composer = document.getElementById('composer');
const text = document.getElementById('text');
const suggestions = document.getElementById('suggestions');
const trouble = document.getElementById('trouble');
let ahead = new Date(document.body.dataset.now) - Date.now();
let chosen = -1;

const post = (path, fields) =>
  fetch(path, { method: 'POST', body: new URLSearchParams({ ...fields, zone }) });

/** Says in words what did not work; a server that is gone or refuses must not swallow what somebody typed. */
async function attempt(what) {
  let failed = 'Briefcast does not answer. Is it still running?';
  try {
    const answer = await what();
    if (answer.ok) { trouble.hidden = true; return answer; }
    failed = `Briefcast could not do that (${answer.status}). Nothing was changed; try again.`;
  } catch (gone) {
    console.error(gone);
  }
  trouble.textContent = failed;
  trouble.hidden = false;
  return null;
}

function readable(root) {
  for (const time of root.querySelectorAll('.by time')) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    time.title = new Date(time.dateTime).toLocaleString();
  }
}

/** A line between messages of different days: the clock may jump over some. */
function days() {
  list.querySelectorAll('.day').forEach(line => line.remove());
  let before = '';
  for (const message of list.querySelectorAll('.message')) {
    const day = new Date(message.querySelector('.by time').dateTime)
      .toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
    if (day !== before) {
      const line = document.createElement('li');
      line.className = 'day';
      line.textContent = day;
      message.before(line);
    }
    before = day;
  }
}

function toEnd() { list.scrollTop = list.scrollHeight; }

/** An answer longer than the window is read from its beginning. */
function show(message) {
  message.scrollIntoView({ block: message.offsetHeight > list.clientHeight ? 'start' : 'end' });
}

function tick() {
  const now = document.getElementById('now');
  if (!now) { return; }
  now.textContent = new Date(Date.now() + ahead).toLocaleString([], {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

async function arrive(event) {
  const { id, conversation } = JSON.parse(event.data);
  if (conversation !== chat) {
    document.querySelector(`nav a[data-conversation="${conversation}"] .unread`).hidden = false;
    return;
  }
  const answer = await fetch(`/chat/${chat}/messages/${id}`);
  if (!answer.ok) { return; }
  const holder = document.createElement('template');
  holder.innerHTML = (await answer.text()).trim();
  const message = holder.content.querySelector('.message');
  readable(message);
  list.querySelector('.empty')?.remove();
  const old = document.getElementById('m' + id);
  if (old) { replace(old, message); } else { list.append(message); days(); show(message); }
}

/** Keeps the focus on the button that was pressed. */
function replace(old, message) {
  const focused = document.activeElement;
  const action = old.contains(focused) ? focused.dataset.action : undefined;
  old.replaceWith(message);
  if (action) { message.querySelector(`[data-action="${CSS.escape(action)}"]`)?.focus(); }
}

function choose(index) {
  const items = [...suggestions.children];
  chosen = items.length ? (index + items.length) % items.length : -1;
  items.forEach((item, i) => item.setAttribute('aria-selected', i === chosen));
  items[chosen]?.scrollIntoView({ block: 'nearest' });
  text.setAttribute('aria-activedescendant', items[chosen]?.id ?? '');
}

function close() {
  suggestions.hidden = true;
  suggestions.replaceChildren();
  text.setAttribute('aria-expanded', 'false');
  text.removeAttribute('aria-activedescendant');
  chosen = -1;
}

function take(item) {
  text.value = '/' + item.dataset.line;
  close();
  text.focus();
  suggest();
}

async function suggest() {
  const typed = text.value;
  if (!typed.startsWith('/')) { close(); return; }
  const answer = await fetch(`/chat/${chat}/completions?` + new URLSearchParams({ line: typed.slice(1), zone }));
  if (!answer.ok || text.value !== typed) { return; }
  const found = await answer.json();
  suggestions.replaceChildren(...found.map((one, i) => {
    const item = document.createElement('li');
    item.id = 's' + i;
    item.role = 'option';
    item.dataset.line = one.line;
    const label = document.createElement('b');
    label.textContent = one.label;
    const hint = document.createElement('span');
    hint.textContent = one.hint;
    item.append(label, hint);
    item.addEventListener('pointerdown', event => { event.preventDefault(); take(item); });
    return item;
  }));
  suggestions.hidden = found.length === 0;
  text.setAttribute('aria-expanded', String(found.length > 0));
  text.removeAttribute('aria-activedescendant');
  chosen = -1;
}

text.addEventListener('input', suggest);
text.addEventListener('blur', close);
text.addEventListener('keydown', event => {
  if (suggestions.hidden) { return; }
  if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
  if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
  if (event.key === 'Tab' && !event.shiftKey) { event.preventDefault(); take(suggestions.children[Math.max(chosen, 0)]); }
  if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); take(suggestions.children[chosen]); }
  if (event.key === 'Escape') { close(); }
});

composer.addEventListener('submit', async event => {
  event.preventDefault();
  const said = text.value;
  if (!said.trim()) { return; }
  text.value = '';
  close();
  const taken = await attempt(() => post(`/chat/${chat}/messages`, { text: said }));
  if (!taken && !text.value) { text.value = said; }
});

list.addEventListener('click', async event => {
  const button = event.target.closest('button[data-action]');
  if (!button) { return; }
  if (button.ariaDisabled) { return; }
  button.ariaDisabled = 'true'; // a disabled button would lose the focus
  const message = button.closest('.message').id.slice(1);
  await attempt(() => post(`/chat/${chat}/presses`, { message, action: button.dataset.action }));
  button.ariaDisabled = null;
});

async function left() {
  const { shows, episodes } = await (await fetch('/chat/clock')).json();
  const some = (count, what) => count ? [`${count} ${what}${count === 1 ? '' : 's'}`] : [];
  const parts = [...some(shows, 'show'), ...some(episodes, 'episode')];
  return parts.length ? `Reading ${parts.join(' and ')} …` : 'Reading what will be new …';
}

document.getElementById('clock')?.addEventListener('submit', async event => {
  event.preventDefault();
  const button = event.target.querySelector('button');
  button.disabled = true;
  button.textContent = 'Reading what will be new …';
  const progress = setInterval(() => left().then(what => { if (button.disabled) { button.textContent = what; } }).catch(() => {}), 1000);
  const answer = await attempt(() => post('/chat/clock', { time: document.getElementById('time').value }));
  if (answer) { ahead = new Date((await answer.json()).now) - Date.now(); }
  clearInterval(progress);
  button.disabled = false;
  button.textContent = 'Make it that time';
  tick();
});

let arrivals = Promise.resolve(); // one after the other, so that messages keep their order
new EventSource('/chat/events?after=' + document.body.dataset.last).addEventListener('message', event => {
  arrivals = arrivals.then(() => arrive(event)).catch(console.error);
});
setInterval(tick, 10_000);
tick();
readable(document);
days();
toEnd();
