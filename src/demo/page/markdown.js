// How does a card's detail (GitHub-flavoured markdown) become part of the page, without becoming a way into it?

import markdownIt from './vendor/markdown-it.js';

// HTML in the text stays text; links can only be http, https or mailto; images, which would call other hosts, are off.
const markdown = markdownIt({ html: false, linkify: false }).disable('image');

const allowed = new Set(
  `A BLOCKQUOTE BR CODE EM H1 H2 H3 H4 H5 H6 HR LI OL P PRE S STRONG TABLE TBODY TD TH THEAD TR UL`.split(' '),
);

/**
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function rendered(text) {
  const template = document.createElement('template');
  template.innerHTML = markdown.render(text);
  // A second lock: whatever the parser let through, only plain elements without attributes stay.
  for (const element of template.content.querySelectorAll('*')) {
    if (!allowed.has(element.tagName)) element.replaceWith(document.createTextNode(element.textContent));
    const href = element.getAttribute('href');
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    if (element.tagName === 'A' && href !== null && /^https?:/.test(href)) {
      element.setAttribute('href', href);
      element.setAttribute('target', '_blank');
      element.setAttribute('rel', 'noopener noreferrer');
    }
  }
  return template.content;
}
