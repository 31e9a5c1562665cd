import { describe, expect, it } from 'vitest';
import { isUnder, linkUnder, parseBase, withoutSlash } from '../../src/access/base-url.ts';

const base = new URL('https://ehr.example.org/fhir/r4');

describe('a base URL', () => {
  it.each([
    'ftp://e.org',
    'https://u:p@e.org/fhir',
    'https://u@e.org/fhir',
    'https://:p@e.org/fhir',
    'https://e.org/fhir?',
    'https://e.org/fhir#',
    'https://e.org/fhir?x=1',
    'https://e.org/fhir#x',
    'e.org/fhir',
    '',
    'javascript:1',
  ])('is refused: %s', (text) => expect(parseBase(text)).toBeUndefined());

  it.each(['https://ehr.example.org/fhir/r4', 'http://10.20.0.7:8080/', 'https://ehr.example.org/fhir//'])(
    'is taken as it stands: %s',
    (text) => expect(parseBase(text)?.href).toBe(text),
  );

  it('is written without the slashes at its end, and with all the others', () => {
    expect(withoutSlash(new URL('https://ehr.example.org/fhir//r4///'))).toBe('https://ehr.example.org/fhir//r4');
    expect(withoutSlash(new URL('https://ehr.example.org/'))).toBe('https://ehr.example.org');
  });

  it('with slashes at its end holds what it holds without', () => {
    const slashed = new URL(`${base.href}///`);
    expect(isUnder(new URL('https://ehr.example.org/fhir/r4'), slashed)).toBe(true);
    expect(isUnder(new URL('https://ehr.example.org/fhir/r4/Condition'), slashed)).toBe(true);
    expect(isUnder(new URL('https://ehr.example.org/fhir/r4evil'), slashed)).toBe(false);
  });

  it.each([
    ['https://ehr.example.org/fhir/r4', true],
    ['https://ehr.example.org/fhir/r4/', true],
    ['https://EHR.example.org:443/fhir/r4/Condition', true],
    ['https://ehr.example.org/fhir/r4evil', false],
    ['https://ehr.example.org/fhir/r4/../admin', false],
    ['https://ehr.example.org/fhir', false],
    ['https://ehr.example.org.evil.com/fhir/r4', false],
    ['https://ehr.example.org@evil.com/fhir/r4', false],
    ['https://ehr.example.org:81/fhir/r4', false],
    ['http://ehr.example.org/fhir/r4', false],
  ])('holds what lies below it: %s %s', (url, under) => {
    expect(isUnder(new URL(url), base)).toBe(under);
  });
});

describe('a next link', () => {
  it.each([
    ['https://ehr.example.org/fhir/r4?_getpages=1', 'https://ehr.example.org/fhir/r4?_getpages=1'],
    ['Condition?page=2', 'https://ehr.example.org/fhir/r4/Condition?page=2'],
    ['http://ehr.example.org/fhir/r4/Condition?page=2', 'https://ehr.example.org/fhir/r4/Condition?page=2'],
    ['http://ehr.example.org:443/fhir/r4/Condition?page=2', 'https://ehr.example.org/fhir/r4/Condition?page=2'],
  ])('is read on the base: %s', (link, url) => {
    expect(linkUnder(link, base)?.href).toBe(url);
  });

  it.each([
    'https://evil.example.org/fhir/r4/Condition',
    'https://ehr.example.org:8443/fhir/r4/Condition',
    'https://ehr.example.org/admin',
    '//evil.example.org/fhir/r4',
    '/admin',
    '../../admin',
    'javascript:alert(1)',
    'xhttps://ehr.example.org/fhir/r4/Condition',
    'ftp://ehr.example.org/fhir/r4/Condition',
    'https://user@ehr.example.org/fhir/r4',
    `Condition?page=${'2'.repeat(9_000)}`,
  ])('is not followed: %.60s', (link) => {
    expect(linkUnder(link, base)).toBeUndefined();
  });

  it('may be as long as 8,000 characters', () => {
    const link = (length: number): string => 'Condition?page='.padEnd(length, '2');
    expect(linkUnder(link(8_000), base)?.search).toHaveLength(7_991);
    expect(linkUnder(link(8_001), base)).toBeUndefined();
  });

  it('of a server on a port of its own is followed to that port and to no other', () => {
    const own = new URL('http://ehr.example.org:8080/fhir');
    expect(linkUnder('http://ehr.example.org:8080/fhir/Condition', own)?.href).toBe(
      'http://ehr.example.org:8080/fhir/Condition',
    );
    expect(linkUnder('http://ehr.example.org/fhir/Condition', own)).toBeUndefined();
    expect(linkUnder('http://ehr.example.org:8081/fhir/Condition', own)).toBeUndefined();
  });
});
