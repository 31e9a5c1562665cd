// Which names are told to be of a language that is not read?

import { describe, expect, it } from 'vitest';
import { isForeign } from '../../src/terminology/foreign-text.ts';
import { valueSetFiles } from '../../src/terminology/value-set-files.ts';
import { chinese, english } from './ordinary-names.ts';

/** Asked before any test, so that the list of characters, which the first name makes, is made by the code as it is written. */
const otherCharacters = Array.from('內纘輥輞亜麕繊廏啊髁薄服').filter(isForeign).join('');

describe('a name', () => {
  it.each([
    'Leucémie aiguë lymphoblastique',
    'Leucemie aigue lymphoblastique',
    'Tumeur cerebrale',
    'Greffe de rein',
    'Cardiopathie congenitale',
    'Insuffisance renale terminale',
    'Infection par le VIH',
    'Myocardite',
    'Akute lymphatische Leukaemie',
    'Hirntumor',
    'Angeborener Herzfehler',
    'Terminale Niereninsuffizienz',
    'Krampfanfall',
    'Lungenentzuendung',
    'Leucemia linfoblastica aguda',
    'Trasplante renal',
    'Infarto agudo de miocardio',
    'Insuficiencia renal cronica',
    'Infeccion por VIH',
    'Trapianto di rene',
    'Tubercolosi polmonare',
    'Epatite B cronica',
    'Infarto do miocárdio',
    'Ziekte van Hodgkin',
    'Niertransplantatie',
    'Przeszczep nerki',
    'Akut lymfatisk leukemi',
    '急性リンパ性白血病',
    '腎移植',
    '心室中隔欠損症',
    'てんかん',
    '惡性腫瘤',
    '腎臟移植',
    '先天性心臟病',
    'Острый лимфобластный лейкоз',
    '급성 림프모구 백혈병',
    'سرطان الدم',
  ])('of another language is told: %s', (name) => {
    expect(isForeign(name)).toBe(true);
  });

  it('that is ordinary in English or Chinese is never taken for one of another language', () => {
    expect(english.length).toBeGreaterThan(300);
    expect(chinese.length).toBeGreaterThan(150);
    expect([...english, ...chinese].filter(isForeign)).toEqual([]);
  });

  it('that our tables know in English or Chinese is never taken for one of another language', () => {
    const known = valueSetFiles.flatMap(([, { texts }]) => [...(texts?.en ?? []), ...(texts?.zh ?? [])]);
    expect(known.filter(isForeign)).toEqual([]);
  });

  it.each([
    'Insertion of ET tube',
    'Central DI',
    'Bleeding DU',
    'Prolonged LOS',
    'Hypotensive LES',
    'V-Y advancement flap',
    'FV Leiden het',
    'der(9) chromosome',
    'In utero DES exposure',
    'De-escalation of therapy',
    'Y-90 radioembolization',
    'Pseudotumor cerebri',
    'Smith et al criteria',
  ])('is English where a short name only looks like a word of another language: %s', (name) => {
    expect(isForeign(name)).toBe(false);
  });

  it('is English with an accent only in the name of a person', () => {
    expect(['Sjögren syndrome', 'Sjögrens Syndrom', 'Syndröme'].map(isForeign)).toEqual([false, true, true]);
  });

  it('is of another language by one character that simplified Chinese does not write', () => {
    expect(otherCharacters).toBe('內纘輥輞亜麕繊廏');
  });

  it('may hold a Greek letter, a Roman numeral and a rare simplified character', () => {
    expect(['β-thalassaemia', '狼疮性肾炎Ⅳ型', '腘窝囊肿', 'Θάλασσα'].map(isForeign)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
