// How is a piece of a page built? Text always becomes text, never markup.

type Child = Node | string | false | undefined;

/** A function becomes a listener ("onclick"); `false` and `undefined` leave the attribute out, `true` sets it empty. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An HTML element with attributes and children. */
export function el<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/** The same for an element of a drawing. */
export function svg<T extends keyof SVGElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[T] {
  const element = document.createElementNS(svgNamespace, tag);
  fill(element, attributes, children);
  return element;
}

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
}

/** A list; nothing where there are no items. */
export const list = (className: string, items: readonly Child[]): HTMLElement | undefined =>
  items.length === 0 ? undefined : el('ul', { class: className }, ...items.map((item) => el('li', {}, item)));

/** A button that does something on this page. */
export const button = (label: Child, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement =>
  el('button', { type: 'button', onclick, ...attributes }, label);

export type Row = { readonly cells: readonly Child[]; readonly className?: string };

/**
 * A table in a box that scrolls by itself where it is wider than the page. Each cell knows its column's title
 * (`data-column`), for a style that puts the cells of a row below each other.
 * @param className of the box, besides `scroll`.
 */
export function table(
  caption: string,
  headers: readonly string[],
  rows: readonly Row[],
  className?: string,
): HTMLElement {
  return el(
    'div',
    {
      class: className === undefined ? 'scroll' : `scroll ${className}`,
      tabindex: 0,
      role: 'group',
      'aria-label': caption,
    },
    el(
      'table',
      {},
      el('caption', { class: 'hidden' }, caption),
      el('thead', {}, el('tr', {}, ...headers.map((header) => el('th', { scope: 'col' }, header)))),
      el(
        'tbody',
        {},
        ...rows.map(({ cells, className }) =>
          el(
            'tr',
            { class: className },
            ...cells.map((cell, column) => el('td', { 'data-column': headers[column] }, cell)),
          ),
        ),
      ),
    ),
  );
}

/** Puts other content into a part of the page; the place on the page and the button in use stay as they were. */
export function replaceKeepingPlace(part: HTMLElement, ...content: readonly Node[]): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['focus'] : undefined;
  const top = scrollY;
  part.replaceChildren(...content);
  scrollTo({ top });
  if (focused === undefined) return;
  for (const each of part.querySelectorAll('[data-focus]')) {
    if (each instanceof HTMLElement && each.dataset['focus'] === focused) each.focus({ preventScroll: true });
  }
}

/** The element of the page with this id. @throws where the page has none: a defect of the page. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}

/** Goes to a place of the page and opens it there; the address stays, since it says whose page this is. */
export function goTo(event: Event, id: string): void {
  event.preventDefault();
  const place = byId(id);
  if (place instanceof HTMLDetailsElement) place.open = true;
  place.scrollIntoView();
  (place.querySelector('summary') ?? place).focus({ preventScroll: true });
}
