// How does a reader move between the tabs of a chart, also without a mouse?

import { el } from './dom.js';
import { say } from './words.js';

/** @import { Tab } from './page-types.d.ts' */

/**
 * @param {readonly Tab[]} tabs
 * @param {number} first index of the tab to open
 * @param {(index: number) => void} onOpen
 * @returns {HTMLElement}
 */
export function tabsView(tabs, first, onOpen) {
  const buttons = tabs.map(({ title, count }, index) =>
    el(
      'button',
      { type: 'button', role: 'tab', id: `tab-${String(index)}`, 'aria-controls': `panel-${String(index)}` },
      title,
      el('span', { class: 'count' }, String(count)),
    ),
  );
  const panels = tabs.map(({ content }, index) =>
    el('div', { role: 'tabpanel', id: `panel-${String(index)}`, 'aria-labelledby': `tab-${String(index)}` }, content),
  );
  /** @param {number} chosen */
  const open = (chosen) => {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
    }
    for (const [index, panel] of panels.entries()) panel.hidden = index !== chosen;
    onOpen(chosen);
  };
  for (const [index, button] of buttons.entries()) {
    button.addEventListener('click', () => {
      open(index);
    });
    button.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = (index + step + buttons.length) % buttons.length;
      open(next);
      buttons[next]?.focus();
    });
  }
  open(first < tabs.length ? first : 0);
  return el('div', {}, el('div', { role: 'tablist', 'aria-label': say('page.chart') }, ...buttons), ...panels);
}
