// Does a text say that CAR-T cells were given, or does it only speak of them?

import { allIngredients } from './drug-table.ts';
import { phraseBook } from './phrases.ts';
import { polarityAt } from './polarity.ts';
import { kinAround } from './relatives.ts';
import { wordsOf } from './term-text.ts';
import { valueSetFiles } from './value-set-files.ts';

const names = [
  ...allIngredients
    .filter(({ classes }) => classes.includes('car-t'))
    .flatMap(({ name, zh, names }) => [name, zh, ...names]),
  ...valueSetFiles
    .filter(([set]) => set === 'car-t-procedure')
    .flatMap(([, { texts }]) => [...(texts?.en ?? []), ...(texts?.zh ?? [])]),
];
const book = phraseBook(names.map((name) => [name, name] as const));

/** Several names in a row are one: "CAR-T cells (tisagenlecleucel)". */
const between = /^(?:[ (:/-]|, )*$/;

type Span = { readonly start: number; readonly end: number };

/** Where a text speaks of CAR-T cells. */
function spansIn(words: ReturnType<typeof wordsOf>): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of book(words)) {
    const last = spans.at(-1);
    if (last === undefined || !between.test(words.plain.slice(last.end, start))) spans.push({ start, end });
    else spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return spans;
}

/** What is prepared for, planned, weighed or refused; of what comes after the cells, or with them, it says nothing. */
const aheadOf =
  /(?:\b(?:before|prior to|ahead of|until|await\w*|waiting for|pending|plan|plans|planned|planning|schedul\w+|upcoming|future|intend\w*|proposed|consider\w*|candidate|eligib\w+|referr\w+|consent\w*|recommend\w*|advis\w+|suggest\w*|request\w*|order|ordered|indicat\w+|declin\w+|refus\w+|cancel\w*|postpon\w+|lymphodeplet\w+|conditioning|premedicat\w+|bridging)|\bfor)(?:[ -]+(?!(?:after|post|following|since|status|and|then|with|plus|followed)\b)[\w-]+){0,4}[ :(-]*$|\bpre[ -]?$|(?:拟|(?<!按)计划|准备|预备|等待|待行|将行|将于|将接受|即将|建议|推荐|申请|要求|讨论|预约|拒绝|放弃|取消|推迟|暂缓|未行|未接受|为行|适合|候选|桥接|清淋|预处理)[^,。;后及和并与+]{0,8}$/;

const thing = String.raw`(?:[ ():-]|, |\b(?:cells?|therapy|treatment|infusions?|product|injection|immunotherapy|zell(?:en|therapie|infusion|transfusion)?|therapie|ist|wird|is|was|are|were|has been|have been|to be|being)\b|细胞|治疗|疗法|输注|输液|回输|注射液|产品|免疫)*`;
/** The rest of the name, up to its last word: "cell therapy" after "CAR-T". */
const wholeName =
  /^(?:[ (-]*(?:\b(?:cells?|therapy|treatment|infusions?|product|injection|immunotherapy)\b|细胞|治疗|疗法|输注|输液|回输|注射液|产品|免疫))*/;
const english = String.raw`\b(?:plan|plans|planned|planning|schedul\w+|declin\w+|refus\w+|cancel\w*|postpon\w+|deferr\w+|withdrawn|abandoned|pending|await\w*|(?:not|never)(?: yet)? (?:given|done|performed|received|started|infused|administered)|not yet|intended|proposed|consider\w*|candidate|eligib\w+|referral|consent\w*|recommended|advised|suggested|requested|ordered|indicated|discuss\w+|possibl[ey]|probabl[ey]|suspected|premedicat\w+|pretreatment|pre|conditioning|lymphodeplet\w+|bridging|collect\w+|harvest\w*|apheresis|manufactur\w+|geplant|vorgesehen|abgelehnt|besprochen|empfohlen)\b|\?`;
const chinese =
  '前(?!后)|术前|预处理|清淋|桥接|计划|拟|待|未(?:行|做|接受|回输|输|给|用|进行|实施)|拒绝|放弃|取消|推迟|暂缓|考虑|建议|推荐|申请|知情|同意|适应|候选|可能|可疑|疑似|采集|制备|不(?:考虑|愿|行|做|同意)';
const aheadBy = new RegExp(`^${thing}(?:${english}|${chinese})`);

/** A denial of the cells themselves; "no infection before CAR-T" and "no contraindication to CAR-T" deny something else. */
const deniedBefore =
  /\b(?:no|not|without|denie[sd]|deny|denying|never|nil|negative for|absence of|kein(?:e[nrms]?)?|ohne)(?: (?!before\b|prior to\b|after\b|post\b|since\b|following\b|until\b|contraindicat|to\b)[\w'/-]+){0,4} ?$|(?:无|否认|没有|未见|未发现|未曾|从未)[^,。;:后前禁]{0,6}$/;
const deniedAfter = new RegExp(
  `^${thing}(?:history|史)?[ :(]*(?:none|no|nil|never|absent|denied|negative|无|否|没有|从未)[ )]*(?=$|[,.;。\\n])`,
);
/** What follows the cells or speaks against them: "no CAR-T toxicity" denies the toxicity. */
const ofCells = new RegExp(
  `^${thing}(?:-?(?:related|associated|induced)|toxicit|complication|contraindicat|reaction|adverse|expansion|persist|相关|所致|禁忌|毒性|并发症|不良|扩增)`,
);

/** The clause that a place stands in. */
const clauseEnd = /[.;。\n]/;

/** How a text speaks of CAR-T cells: `denied` where it says that this patient had none, `spoken-of` as coming, possible or declined. */
export type SaidOfCarT = 'given' | 'spoken-of' | 'denied';

/**
 * `given`: at least once it says so plainly. `spoken-of`: only as coming, possible or declined ("cyclophosphamide before CAR-T
 * infusion", "疑似CAR-T治疗"). Undefined where it does not name them.
 */
export function carTInText(text: string): SaidOfCarT | undefined {
  const words = wordsOf(text);
  const said = spansIn(words).map((span) => saidAt(words.plain, span));
  return (['given', 'spoken-of'] as const).find((each) => said.includes(each)) ?? said[0];
}

function saidAt(plain: string, { start, end }: Span): SaidOfCarT {
  const before = plain.slice(0, start).split(clauseEnd).at(-1) ?? '';
  const [after = ''] = plain.slice(end).split(clauseEnd);
  if (deniedAfter.test(after) || (deniedBefore.test(before) && !ofCells.test(after))) return 'denied';
  if (aheadOf.test(before) || aheadBy.test(after)) return 'spoken-of';
  if (kinAround(before, plain.slice(start, end), after) === 'no') return 'denied';
  const named = wholeName.exec(plain.slice(end))?.[0].length ?? 0;
  return polarityAt(plain, start, end + named) === 'yes' ? 'given' : 'spoken-of';
}
