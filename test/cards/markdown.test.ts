import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { escaped, gfm, table } from '../../src/cards/markdown.ts';

/** A renderer that lets everything through: raw HTML, bare links, emphasis, tables. */
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: true });

const asParagraph = (datum: string): string => renderer.render(gfm`say ${datum} end`.markdown).trim();
const asItem = (datum: string): string => renderer.render(gfm`- ${datum}`.markdown);
const asCell = (datum: string): string =>
  renderer.render(table([gfm`a`, gfm`b`], [[gfm`${datum}`, gfm`second`]]).markdown);

const tags = (html: string): readonly string[] => [...html.matchAll(/<(\w+)/g)].map((match) => match[1] ?? '');

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://evil.example/x.png)',
  '[click](javascript:alert(1))',
  '[click]: https://evil.example',
  '**bold** _em_ `code` ~~gone~~',
  '# head',
  '- item',
  '1. item',
  '1) item',
  '+ item',
  '> quote',
  '    code',
  '```\ncode',
  'a\n\n# b\n\n<b>c</b>',
  'a | b | c',
  'https://evil.example/x www.evil.example mailto:a@evil.example a@evil.example ftp://evil.example',
  'HTTPS://EVIL.EXAMPLE WWW.EVIL.EXAMPLE',
  '&lt;b&gt; &#60;script&#62; &amp;',
  '\\<b>',
  'a\u202Eb\u200Bc\u0000d',
  '===',
  '---',
  '| --- |',
  '<!-- -->',
  '\\',
  '`',
];

describe('a datum in Markdown', () => {
  it.each(attacks)('stays text: %j', (attack) => {
    expect(tags(asParagraph(attack))).toEqual(['p']);
    expect(tags(asItem(attack))).toEqual(['ul', 'li']);
    expect(tags(asCell(attack))).toEqual(['table', 'thead', 'tr', 'th', 'th', 'tbody', 'tr', 'td', 'td']);
  });

  it('stays text whatever it is made of', () => {
    const piece = constantFrom(
      ...attacks,
      '\n',
      ' ',
      '*',
      '_',
      '`',
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '|',
      '#',
      '-',
      '1.',
      '中',
    );
    const text = oneof(
      string({ unit: 'binary', maxLength: 60 }),
      array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    assert(
      property(text, (datum) => {
        expect(tags(asParagraph(datum))).toEqual(['p']);
        expect(tags(asCell(datum))).toHaveLength(9);
        expect(tags(asItem(datum))).toEqual(['ul', 'li']);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is left as it is where nothing has a meaning', () => {
    expect(escaped('creatinine 0.7 mg/dL (2026-05-28), 肌酐 62 μmol/L')).toBe(
      'creatinine 0.7 mg/dL (2026-05-28), 肌酐 62 μmol/L',
    );
    expect(escaped('0.7')).toBe('0.7');
  });

  it('reads the same after rendering', () => {
    expect(asParagraph('a*b_c [d] 5 < 6 | x\\y')).toBe('<p>say a*b_c [d] 5 &lt; 6 | x\\y end</p>');
  });

  it('is cut when it is very long', () => {
    expect(escaped('x'.repeat(1_000))).toHaveLength(400);
  });
});
