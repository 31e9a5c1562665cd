import { describe, expect, it } from 'vitest';
import { isUnder, linkUnder, parseBase } from '../../src/access/base-url.ts';

const base = new URL('https://ehr.example.org/fhir/r4');

describe('a base URL', () => {
  it.each([
    'ftp://e.org',
    'https://u:p@e.org/fhir',
    'https://e.org/fhir?x=1',
    'https://e.org/fhir#x',
    'e.org/fhir',
    '',
    'javascript:1',
  ])('is refused: %s', (text) => expect(parseBase(text)).toBeUndefined());

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
    'https://user@ehr.example.org/fhir/r4',
    `Condition?page=${'2'.repeat(9_000)}`,
  ])('is not followed: %.60s', (link) => {
    expect(linkUnder(link, base)).toBeUndefined();
  });
});
