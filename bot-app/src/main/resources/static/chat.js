'use strict';
const chat = document.body.dataset.conversation;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
const list = document.getElementById('messages');
const composer = document.getElementById('composer');
const text = document.getElementById('text');
const suggestions = document.getElementById('suggestions');
let ahead = new Date(document.body.dataset.now) - Date.now();
let chosen = -1;

const post = (path, fields) =>
  fetch(path, { method: 'POST', body: new URLSearchParams({ ...fields, zone }) });

function readable(root) {
  for (const time of root.querySelectorAll('.by time')) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    time.title = new Date(time.dateTime).toLocaleString();
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
  if (old) { old.replaceWith(message); } else { list.append(message); show(message); }
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
  chosen = -1;
}

text.addEventListener('input', suggest);
text.addEventListener('blur', close);
text.addEventListener('keydown', event => {
  if (suggestions.hidden) { return; }
  if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
  if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
  if (event.key === 'Tab') { event.preventDefault(); take(suggestions.children[Math.max(chosen, 0)]); }
  if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); take(suggestions.children[chosen]); }
  if (event.key === 'Escape') { close(); }
});

composer.addEventListener('submit', event => {
  event.preventDefault();
  const said = text.value;
  if (!said.trim()) { return; }
  text.value = '';
  close();
  post(`/chat/${chat}/messages`, { text: said });
});

list.addEventListener('click', async event => {
  const button = event.target.closest('button[data-action]');
  if (!button) { return; }
  button.disabled = true;
  await post(`/chat/${chat}/presses`, { message: button.closest('.message').id.slice(1), action: button.dataset.action });
  button.disabled = false;
});

document.getElementById('clock')?.addEventListener('submit', async event => {
  event.preventDefault();
  const button = event.target.querySelector('button');
  button.disabled = true;
  button.textContent = 'Reading what will be new …';
  const answer = await post('/chat/clock', { time: document.getElementById('time').value });
  if (answer.ok) { ahead = new Date((await answer.json()).now) - Date.now(); }
  button.disabled = false;
  button.textContent = 'Make it that time';
  tick();
});

let arrivals = Promise.resolve(); // one after the other, so that messages keep their order
new EventSource('/chat/events').addEventListener('message', event => {
  arrivals = arrivals.then(() => arrive(event)).catch(console.error);
});
setInterval(tick, 10_000);
tick();
readable(document);
toEnd();
