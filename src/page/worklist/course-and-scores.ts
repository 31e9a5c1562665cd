// How do the drawing and the score sheets of the evidence page look on the page of the list?

import '../styles/timeline.css';
import type { Language } from '../../logic/language.ts';
import { el } from '../dom.ts';
import { eularAcrSheet } from '../scores/eular-acr-sheet.ts';
import type { Judging } from '../scores/judgement.ts';
import { sledaiSheet } from '../scores/sledai-sheet.ts';
import { withPlainSources } from '../source.ts';
import type { TimeWindow } from '../timeline/time-window.ts';
import { timeline } from '../timeline/timeline.ts';
import type { LookedUp } from './answers.ts';
import type { Speech } from './words.ts';

type Parts = {
  readonly speech: Speech;
  readonly language: Language;
  readonly judging: Judging;
  /** The stretch of time that is shown. */
  readonly shown: { window?: TimeWindow };
  /** Day of the last screening, on which everything else on the page rests. */
  readonly screenedFor: string;
};

/** The same parts as on the evidence page; sources are named, since the list has no right to open them. */
export function courseAndScores(looked: LookedUp, parts: Parts): readonly HTMLElement[] {
  const { speech, language, judging, shown, screenedFor } = parts;
  const { say, shared } = speech;
  const { asOf, chart, sledai, eularAcr, unseen } = looked;
  const section = (id: string, title: string, ...content: readonly (Node | false)[]): HTMLElement =>
    el('section', { 'aria-labelledby': id, class: id }, el('h2', { id }, title), ...content);
  const kept = (): HTMLElement | false =>
    judging.onState !== undefined && el('p', { class: 'note' }, say('looked-up.kept'));
  return [
    section(
      'course',
      shared('timeline.title'),
      el('p', { class: 'note' }, say('looked-up.read-now', { date: asOf, screened: screenedFor })),
      ...unseen.map((words) => el('p', { class: 'warning' }, words)),
      timeline(chart, { asOf, language, words: shared, shown }),
    ),
    el(
      'div',
      { class: 'scores' },
      section('sledai', shared('sledai.title'), sledaiSheet(sledai, judging), kept()),
      section('eular', shared('eular.title'), eularAcrSheet(eularAcr, judging), kept()),
    ),
  ].map(withPlainSources);
}
