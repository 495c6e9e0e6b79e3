/**
 * The whole script of a report: language switch, the panel that explains a cell, keyboard moves in tables, opening what a link
 * leads to, and opening everything for print. It writes text only through textContent.
 */
export const SCRIPT = `
(() => {
  'use strict';
  const doc = document;
  const root = doc.documentElement;
  const data = JSON.parse(doc.getElementById('equations').textContent);
  const panel = doc.getElementById('cell');
  const make = (tag, text, name) => {
    const node = doc.createElement(tag);
    if (text !== undefined) node.textContent = text;
    if (name) node.className = name;
    return node;
  };
  const both = (parent, zh, en) => parent.append(make('span', zh, 'z'), make('span', en, 'e'));

  const buttons = doc.querySelectorAll('button[data-to]');
  const speak = (lang) => {
    root.dataset.lang = lang;
    root.lang = lang === 'zh' ? 'zh-CN' : 'en';
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.to === lang));
  };
  for (const button of buttons) button.addEventListener('click', () => speak(button.dataset.to));

  const open = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    const target = id && doc.getElementById(id);
    if (!target) return;
    for (let node = target; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
    target.scrollIntoView({ block: 'center' });
  };
  addEventListener('hashchange', open);
  open();

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...doc.querySelectorAll('details:not([open])')];
    for (const node of closed) node.open = true;
  });
  addEventListener('afterprint', () => { for (const node of closed) node.open = false; });

  const rowName = (cell) => {
    let node = cell.closest('td');
    while (node && node.tagName !== 'TH') node = node.previousElementSibling;
    return node ? node.textContent.trim() : '';
  };
  const columnName = (cell) => {
    const table = cell.closest('table[data-cols]');
    return table ? JSON.parse(table.dataset.cols)[cell.dataset.c] || '' : '';
  };
  const nameOf = (cell) => [rowName(cell), columnName(cell)].filter(Boolean).join(' · ');

  let byFact;
  const equationsOf = (id) => {
    if (!byFact) {
      byFact = new Map();
      data.equations.forEach((equation, i) => {
        for (const term of equation[3]) {
          const list = byFact.get(Math.abs(term));
          if (list) list.push(i);
          else byFact.set(Math.abs(term), [i]);
        }
      });
    }
    const at = data.ids.indexOf(id);
    return at < 0 ? [] : byFact.get(at + 1) || [];
  };
  const line = (equation, own) => {
    const item = make('li');
    const [zh, en] = data.identities[equation[0]];
    const [sZh, sEn] = data.statuses[equation[1]];
    both(item, zh + ' · ' + sZh + (equation[2] ? ' ' + equation[2] : ''), en + ' · ' + sEn + (equation[2] ? ' ' + equation[2] : ''));
    item.append(make('br'));
    equation[3].slice(0, 60).forEach((term, i) => {
      const id = data.ids[Math.abs(term) - 1];
      const cell = doc.getElementById(id);
      item.append(i === 0 ? '' : term > 0 ? ' − ' : i === 1 ? ' = ' : ' + ');
      const text = cell ? cell.firstChild.textContent : id;
      if (id === own) item.append(make('b', text));
      else {
        const link = make('a', text);
        link.href = '#' + encodeURIComponent(id);
        if (cell) link.title = nameOf(cell);
        item.append(link);
      }
    });
    if (equation[3].length > 60) item.append(' …');
    return item;
  };

  let current = null;
  const close = () => {
    panel.hidden = true;
    if (current) { current.classList.remove('on'); current.focus(); }
    current = null;
  };
  const show = (cell) => {
    if (current) current.classList.remove('on');
    current = cell;
    cell.classList.add('on');
    panel.replaceChildren();
    const button = make('button');
    both(button, '关闭', 'close');
    button.addEventListener('click', close);
    const title = make('strong', nameOf(cell));
    title.lang = 'zh-CN';
    panel.append(button, title);
    const list = make('dl');
    const add = (zh, en, fill) => {
      const line = make('div');
      const name = make('dt');
      both(name, zh, en);
      const value = make('dd');
      if (typeof fill === 'function') fill(value);
      else value.textContent = fill;
      line.append(name, value);
      list.append(line);
    };
    add('印作', 'printed', cell.dataset.r ?? cell.firstChild.textContent);
    add('编号', 'id', cell.id);
    add('位置', 'place', (value) => {
      for (const place of cell.dataset.l.split(' ').filter(Boolean)) {
        if (place.startsWith('@')) {
          const address = decodeURIComponent(place.slice(1));
          both(value, address + ' ', address + ' ');
          continue;
        }
        const [page, number, start, end] = place.split(':');
        const span = end ? ' [' + start + '–' + end + ']' : '';
        both(value, '第 ' + page + ' 页' + (number ? '第 ' + number + ' 行' : '') + span + ' ', 'p. ' + page + (number ? ', line ' + number : '') + span + ' ');
      }
    });
    const state = data.states.find((it) => cell.classList.contains(it[0]));
    const placed = data.placements[cell.dataset.m || 'printed'];
    if (state) add('状态', 'state', (value) => both(value, state[1] + '；' + placed[0], state[2] + '; ' + placed[1]));
    if (cell.dataset.q) add('置信度', 'confidence', cell.dataset.q);
    if (cell.dataset.o) {
      const names = JSON.parse(cell.closest('table').dataset.cols);
      add('其他可能的列', 'other columns', cell.dataset.o.split(' ').map((at) => names[at] || at).join(' | '));
    }
    panel.append(list);
    const equations = equationsOf(cell.id);
    const count = make('div');
    both(count, '所在等式：' + equations.length, 'equations with this cell: ' + equations.length);
    const lines = make('ul');
    for (const i of equations.slice(0, 20)) lines.append(line(data.equations[i], cell.id));
    panel.append(count, lines);
    panel.hidden = false;
  };
  doc.addEventListener('click', (event) => {
    const cell = event.target.closest('.f[data-l]');
    if (cell) show(cell);
  });

  for (const table of doc.querySelectorAll('table')) {
    const first = table.querySelector('.f[data-l]');
    if (first) first.tabIndex = 0;
  }
  const step = (cell, key) => {
    const box = cell.closest('td');
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const side = key === 'ArrowLeft' ? 'previousElementSibling' : 'nextElementSibling';
      for (let node = box[side]; node; node = node[side]) {
        const found = node.matches('.f[data-l]') ? node : node.querySelector('.f[data-l]');
        if (found) return found;
      }
      return null;
    }
    const side = key === 'ArrowUp' ? 'previousElementSibling' : 'nextElementSibling';
    for (let row = box.parentElement[side]; row; row = row[side]) {
      const node = row.cells[box.cellIndex];
      const found = node && (node.matches('.f[data-l]') ? node : node.querySelector('.f[data-l]'));
      if (found) return found;
    }
    return null;
  };
  doc.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) return close();
    const cell = event.target.closest('.f[data-l]');
    if (!cell) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      show(cell);
    } else if (/^Arrow/.test(event.key)) {
      const next = step(cell, event.key);
      if (!next) return;
      event.preventDefault();
      cell.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  });
})();
`;
