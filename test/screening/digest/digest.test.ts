// Does the digest say what is new, by number only, and is its HTML safe?

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, type Digest } from '../../../src/screening/digest/digest.ts';
import { digestHtml } from '../../../src/screening/digest/html.ts';
import { digestText, digestWords } from '../../../src/screening/digest/lines.ts';
import { sendLetter } from '../../../src/screening/digest/send.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { screenInto, sealed, trial } from '../worklist/list-under-test.ts';
import { mailSink } from './mail-sink.ts';

const yesterday = '2026-06-01T00:00:00.000Z';
const today = '2026-06-02T00:00:00.000Z';
const title = '<img src=x onerror=alert(1)> & "lupus"';

let store: Store;
let digest: Digest;
const numbers: Record<string, string> = {};

beforeAll(async () => {
  store = await openStore(':memory:');
  const before = { run: 'run-1', at: yesterday };
  const after = { run: 'run-2', at: today };
  await screenInto(store, 'p_same', {}, before);
  await screenInto(store, 'p_changed', { I3: 'unknown' }, before);
  await screenInto(store, 'p_hidden', {}, before);
  await screenInto(store, 'p_left', {}, before);
  numbers['same'] = await screenInto(store, 'p_same', {}, after);
  numbers['changed'] = await screenInto(store, 'p_changed', {}, after);
  numbers['hidden'] = await screenInto(store, 'p_hidden', { 'I6.test': 'unknown' }, after);
  numbers['left'] = await screenInto(store, 'p_left', { E1: 'met' }, after);
  numbers['entered'] = await screenInto(store, 'p_entered', { I3: 'unknown' }, after);
  await screenInto(store, 'p_entered', {}, { run: 'run-3', at: today });
  digest = await digestOf(store.database, sealed, { id: trial, title }, { since: yesterday, until: today });
});
afterAll(async () => await store.close());

describe('the digest', () => {
  it('tells who came, who left and whose answers changed since the last one', () => {
    expect(digest).toMatchObject({ open: 4, candidates: 3, states: [{ state: 'new', count: 4 }] });
    expect(digest.entered).toEqual([numbers['entered']]);
    expect(digest.left).toEqual([numbers['left']]);
    expect(digest.changed.toSorted((a, b) => a.questions.length - b.questions.length)).toEqual([
      { number: numbers['hidden'], questions: [] },
      { number: numbers['changed'], questions: ['I3'] },
    ]);
  });

  it('is the same text in both languages, with numbers and without names', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const text = digestText(digestWords(digest, language));
      for (const name of ['entered', 'left', 'changed', 'hidden']) expect(text).toContain(numbers[name]);
      expect(text).not.toContain(numbers['same']);
      expect(text).not.toMatch(/Li Na|Patient\/|p_|I6/);
    }
    expect(digestText(digestWords(digest, 'en'))).toContain(`${String(numbers['hidden'])}: see chart`);
    // In Chinese its counts had the colons of English.
    const chinese = digestText(digestWords({ ...digest, trial: { id: trial, title: '试验' } }, 'zh-CN'));
    expect(chinese).not.toMatch(/: /);
    expect(chinese).toContain('新列入：4人');
  });

  it('says so when nothing has changed', async () => {
    const later = { since: today, until: '2026-06-03T00:00:00.000Z' };
    const nothing = await digestOf(store.database, sealed, { id: trial, title }, later);
    expect(digestWords(nothing, 'en').sections).toEqual([{ heading: 'Nothing has changed.', lines: [] }]);
  });

  it('as HTML shows text as text', () => {
    const html = digestHtml(digestWords(digest, 'en'), 'en');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;lupus&quot;');
    expect(html).not.toMatch(/<img|<script|style=|href=|src="/i);
  });
});

describe('the mail', () => {
  it('arrives as text and HTML, from and to whom it is configured', async () => {
    const sink = await mailSink();
    const words = digestWords(digest, 'en');
    await sendLetter(sink.url, {
      from: 'list@example.org',
      to: ['office@example.org', 'second@example.org'],
      subject: words.subject,
      text: digestText(words),
      html: digestHtml(words, 'en'),
    });
    sink.close();
    expect(sink.mails).toHaveLength(1);
    const [mail] = sink.mails;
    expect(mail).toMatchObject({ from: 'list@example.org', to: ['office@example.org', 'second@example.org'] });
    expect(mail?.data).toContain(`Subject: ${words.subject}`);
    expect(mail?.data).toContain('Content-Type: text/plain');
    expect(mail?.data).toContain('Content-Type: text/html');
    expect(mail?.data).toContain(numbers['entered']);
  });

  it('is not sent over an open line to another machine', async () => {
    const sink = await mailSink();
    const port = new URL(sink.url).port;
    const letter = { from: 'a@example.org', to: ['b@example.org'], subject: 's', text: 't', html: 'h' };
    await expect(sendLetter(`smtp://127.0.0.2:${port}`, letter)).rejects.toThrow('STARTTLS');
    sink.close();
    expect(sink.mails).toEqual([]);
  });
});
