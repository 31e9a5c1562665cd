// How large does a text say that a pericardial effusion is?

export type EffusionSize = 'small' | 'moderate' | 'large' | 'unclear';

const effusion =
  /pericardial (?:effusion|fluid)s?|effusion[^.;]{0,20}pericardi\w+|心包腔?(?:内)?(?:[少中大微]量|中等量)?积?液(?:性暗区)?|tamponade|心包填塞|心包压塞/g;

/** "small to moderate" is not graded either way; the other words name one size. */
const sizes: readonly (readonly [RegExp, EffusionSize])[] = [
  [/(?:small|mild|trace|minimal|少|微)\w*量?\s*(?:-|–|—|~|to|至|到)\s*(?:moderate|medium|中)\w*等?量?/g, 'unclear'],
  [/\b(?:large|massive|severe)\b|大量/g, 'large'],
  [/\b(?:moderate|medium)(?:-sized)?\b|中等量|中量|中度/g, 'moderate'],
  [/\b(?:small|mild|trace|tiny|trivial|minimal|minor|physiologic\w*)\b|少量|微量|少许|极少量|轻度/g, 'small'],
  [/重度/g, 'large'],
];

/** The size word nearest to each mention of the effusion in its sentence; the largest of several. Undefined without a mention. */
export function effusionSizeIn(text: string): EffusionSize | undefined {
  const order = ['large', 'moderate', 'unclear', 'small'] as const;
  const found = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[.;。\n](?!\d)/)
    .flatMap((sentence) =>
      [...sentence.matchAll(effusion)].map((match) => nearest(sentence, match.index, match.index + match[0].length)),
    );
  return found.length === 0 ? undefined : order.find((size) => found.includes(size));
}

function nearest(sentence: string, start: number, end: number): EffusionSize {
  let best: { readonly size: EffusionSize; readonly distance: number } = { size: 'unclear', distance: 40 };
  for (const [pattern, size] of sizes) {
    for (const match of sentence.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const distance = to <= start ? start - to : from >= end ? from - end : 0;
      if (distance < best.distance) best = { size, distance };
    }
  }
  return best.size;
}
