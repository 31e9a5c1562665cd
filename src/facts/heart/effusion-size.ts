// What does a text say of a pericardial effusion: is there one, and how large?

import { polarityAt, type Polarity } from '../../terminology/polarity.ts';

export type EffusionSize = 'small' | 'moderate' | 'large' | 'unclear';

export type EffusionSaid = { readonly polarity: Polarity; readonly size: EffusionSize };

/** An effusion by name, also with words in between ("心包腔内可见少量积液"), or a tamponade. */
const effusion =
  /pericardial (?:effusion|fluid)s?|effusion(?:,| (?:in|of|within|around|into)(?: the)?) pericardi\w+(?! effusion)|perikarderguss|herzbeutelerguss|ha?emopericardium|心包(?!炎)[^,。;、]{0,12}?(?:积液|积血|液性暗区|液暗区)|tamponade|心(?:包|脏)(?:填|压)塞/g;
const tamponade = /tamponade|填塞|压塞/;
const denied = /无|未/;
const gone = /^[^.;,。]{0,20}\b(?:resolved|disappeared|drained)\b|^[^.;,。]{0,6}(?:已吸收|消失|吸收完全|完全吸收)/;

/** "small to moderate" is not graded either way; the other words name one size. */
const sizes: readonly (readonly [RegExp, EffusionSize])[] = [
  [/(?:small|mild|trace|minimal|少|微)\w*量?\s*(?:-|–|—|~|to|至|到)\s*(?:moderate|medium|中)\w*等?量?/g, 'unclear'],
  [/\b(?:large|massive|severe|groß\w*|ausgeprägt\w*|massiv\w*)\b|大量/g, 'large'],
  [/\b(?:moderate|medium)(?:-sized)?\b|\b(?:mäßig|moderat|mittelgr)\w*|中等量|中量|中度/g, 'moderate'],
  [
    /\b(?:small|mild|trace|tiny|trivial|minimal|minor|physiologic\w*|gering\w*|klein\w*|schmal\w*|minimal\w*)\b|少量|微量|少许|极少量|轻度/g,
    'small',
  ],
  [/重度/g, 'large'],
];

const gravity = ({ polarity, size }: EffusionSaid): number =>
  ({ no: 0, maybe: 10, yes: 20 })[polarity] + { small: 1, unclear: 2, moderate: 3, large: 4 }[size];

/** The gravest of several statements. */
export const gravestOf = <Said extends EffusionSaid>(said: readonly Said[]): Said | undefined =>
  said.toSorted((a, b) => gravity(b) - gravity(a))[0];

/** A size that was: "decreased from large to small", "由大量减少为少量". */
const former =
  /\b(?:from|previously (?=[^.;]*\bnow\b)) ?(?:a )?(?:trace|tiny|small|mild|moderate|medium|large|massive)(?:-sized)?\b|[由从](?:大|中等?|少)量(?=[^,。;]{0,4}(?:减|降|吸收|变|转|增|至|到))/g;

const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(former, '')
    .replaceAll(/[ \t]+/g, ' ');

/** An effusion of no named place, in a text that speaks of tamponade ("no tamponade; moderate effusion"): it may be the pericardium's. */
const placeless = /(?<![a-z] )(?:(?:trace|small|mild|moderate|medium|large|massive) )+effusion\b/g;

/** The gravest mention of a pericardial effusion, with the size word nearest to it in its sentence. Undefined without a mention. */
export function effusionIn(text: string): EffusionSaid | undefined {
  const whole = normalised(text);
  const sentences = whole.split(/[.;。\n](?!\d)/);
  const named = sentences.flatMap((sentence) =>
    [...sentence.matchAll(effusion)].map((match): EffusionSaid => {
      const [start, end] = [match.index, match.index + match[0].length];
      const none = denied.test(match[0]) || gone.test(sentence.slice(end));
      const size = tamponade.test(match[0]) ? 'large' : nearest(sentence, start, end);
      return { polarity: none ? 'no' : polarityAt(sentence, start, end), size };
    }),
  );
  const unplaced = tamponade.test(whole)
    ? [...whole.matchAll(placeless)].map((match): EffusionSaid => ({
        polarity: 'maybe',
        size: sizeIn(match[0]) ?? 'unclear',
      }))
    : [];
  return gravestOf([...named, ...unplaced]);
}

/** The size that an answer alone names, such as the severity of a diagnosis ("大量"). */
export function sizeIn(answer: string): EffusionSize | undefined {
  const text = normalised(answer);
  return sizes.find(([pattern]) => text.search(pattern) >= 0)?.[1];
}

function nearest(sentence: string, start: number, end: number): EffusionSize {
  let best: { readonly size: EffusionSize; readonly distance: number } = { size: 'unclear', distance: 40 };
  for (const [pattern, size] of sizes) {
    for (const match of sentence.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const distance = Math.max(start - to, from - end, 0);
      if (distance < best.distance) best = { size, distance };
    }
  }
  return best.size;
}
