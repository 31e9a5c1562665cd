// Where does an assessment differ from what was expected, and is the difference dangerous?

type OneOrMore = string | readonly string[];

export type Expected = {
  readonly patient: string;
  readonly status: OneOrMore;
  readonly criteria: Readonly<Record<string, OneOrMore>>;
  readonly parts: Readonly<Record<string, OneOrMore>>;
  readonly flags: readonly string[];
};

export type Actual = {
  readonly patient: string;
  readonly status: string;
  readonly criteria: readonly ActualCriterion[];
  readonly flags: readonly string[];
};

type ActualCriterion = {
  readonly id: string;
  readonly verdict?: string;
  readonly reason?: string;
  readonly parts?: readonly ActualCriterion[];
};

export type Difference = {
  readonly where: string;
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly reason: string;
  /** Candidate where ineligible is expected; an inclusion met, or an exclusion not met, where the opposite is expected. */
  readonly dangerous: boolean;
};

const oneOf = (wanted: OneOrMore): readonly string[] => (typeof wanted === 'string' ? [wanted] : wanted);

/** Compares status, criteria, parts and flags; `count` is how many verdicts were asked for (flags are listed, not counted). */
export function compare(wanted: Expected, actual: Actual, where: string): { count: number; found: Difference[] } {
  const all = new Map(actual.criteria.flatMap((each) => [each, ...(each.parts ?? [])]).map((each) => [each.id, each]));
  const questions = [...Object.entries(wanted.criteria), ...Object.entries(wanted.parts)];
  const found = questions.flatMap(([id, verdicts]): readonly Difference[] => {
    const got = all.get(id);
    const verdict = got?.verdict ?? 'absent';
    const right = oneOf(verdicts);
    if (right.includes(verdict)) return [];
    const dangerous = id.startsWith('I')
      ? verdict === 'met' && right.includes('not-met')
      : verdict === 'not-met' && right.includes('met');
    return [{ where, what: id, expected: right.join(' or '), actual: verdict, reason: got?.reason ?? '', dangerous }];
  });
  const states = oneOf(wanted.status);
  if (!states.includes(actual.status)) {
    const dangerous = actual.status === 'candidate' && states.includes('ineligible');
    found.push({ where, what: 'status', expected: states.join(' or '), actual: actual.status, reason: '', dangerous });
  }
  if (wanted.patient !== actual.patient) {
    found.push({
      where,
      what: 'patient',
      expected: wanted.patient,
      actual: actual.patient,
      reason: '',
      dangerous: true,
    });
  }
  for (const flag of wanted.flags) {
    if (actual.flags.includes(flag)) continue;
    found.push({
      where,
      what: `flag ${flag}`,
      expected: 'raised',
      actual: actual.flags.join(' '),
      reason: '',
      dangerous: false,
    });
  }
  return { count: questions.length + 1, found };
}
