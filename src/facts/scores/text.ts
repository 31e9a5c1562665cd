// Which totals of a disease score does a free text state, for which day?

import { parseDay, type Day } from '../../logic/calendar.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';

/** A total as the text states it. Without `total` the text names the score and figures that cannot be read as one total. */
export type StatedScore = {
  readonly name: MeasurementName;
  readonly total?: number;
  /** The day the clause itself names, instead of the day of the text. */
  readonly day?: Day;
  readonly asWritten: string;
};

/** A score's name in a text; `nameOf` tells the version from what was matched. */
export type ScorePhrase = { readonly phrase: RegExp; readonly nameOf: (matched: string) => MeasurementName };

const clauseEnd = /[。；;\n]|\.\s/;
const filler =
  '(?:\\s|[()（）\\]】]|评分|积分|总分|得分|分值|结果|标准|分类|今日|今天|目前|当前|本次|today|now|currently|this visit|total|score|classification|criteria|points?|(?<=\\D)2019年?)*';
const total = new RegExp(
  `^${filler}(?:[:：=]|为|是|is|was|of)?\\s*(\\d+(?:\\.\\d+)?)(?:\\s*/\\s*(?:105|51))?\\s*(?:分|points?|pts)?\\s*(.?.?)`,
  'i',
);
/** After a figure: a range, a change or a sum follows, or it counts something else ("24 items", "30 days"). */
const range =
  /^(?:[-–—~～→/至到升降±+＋=×\d天日周月年项个岁%]|->|(?!(?:today|now|currently|this visit|with|which|due|despite|consistent|indicat\w*|suggest\w*|high|moderate|mild|severe|active)\b)[a-z])/i;
/** Later in the clause: the figure was that of another day, or a limit. */
const otherwise =
  /^[^(（]{0,4}(?:以上|以下|及以上|或以上)|\bago\b|\brequired\b|[天周月年]前|(?:\bnow\b|\bcurrently\b|\blast\b|现|目前|本次|今日)[^,，]{0,6}\d/i;
const condition = /(?:要求|需|须|如|若|目标|\bif\b|\btarget\b|\bgoal\b|\brequires?\b)[^,，]{0,6}$/i;
const datedRight = /^\s*(?:分|points?|pts)?\s*[(（]\s*(?:于|on )?\s*(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/i;
const figures = /\d/;
const past = /previous|prior|last\b|baseline|at diagnosis|at admission|入院时|上次|既往|此前|初诊|治疗前|基线|曾/i;
const dated = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/;

/**
 * Reads every total of a score in a text, such as "SLEDAI-2K评分：14分" or "SLEDAI-2K: 12". A total of an earlier occasion without
 * a date of its own is left out; a range, a change ("18→6") or a comparison is no total.
 */
export function scoresInText(text: string, { phrase, nameOf }: ScorePhrase): readonly StatedScore[] {
  return [...text.matchAll(phrase)].flatMap((match): readonly StatedScore[] => {
    const before = text.slice(0, match.index).split(clauseEnd).at(-1) ?? '';
    const after = (text.slice(match.index + match[0].length).split(clauseEnd)[0] ?? '').slice(0, 40);
    const found = total.exec(after);
    const rest = found === null ? '' : after.slice(found[0].length - (found[2] ?? '').length);
    const day = dayNamed(before) ?? dayIn(datedRight.exec(rest));
    if (day === undefined && past.test(before)) return [];
    const name = nameOf(match[0]);
    const own = { name, ...(day !== undefined && { day }) };
    if (found?.[1] !== undefined && !range.test(rest) && !otherwise.test(rest) && !condition.test(before)) {
      return [
        {
          ...own,
          total: Number(found[1]),
          asWritten: `${match[0]}${after.slice(0, found[0].length - (found[2] ?? '').length)}`.trim(),
        },
      ];
    }
    return figures.test(after.slice(0, 15)) ? [{ ...own, asWritten: `${match[0]}${after.slice(0, 15)}`.trim() }] : [];
  });
}

const dayNamed = (clause: string): Day | undefined => dayIn(dated.exec(clause));

function dayIn(match: RegExpExecArray | null): Day | undefined {
  if (match === null) return undefined;
  const [year = '', month = '', dayOfMonth = ''] = match.slice(1);
  return parseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
}
