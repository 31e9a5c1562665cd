// At how many parts of a day is one dose to be given, said in words ("in the morning and at bedtime", "早、晚各", "at 8 am and 8 pm")?

const clock = '(?:[01]?\\d|2[0-3])(?::[0-5]\\d)?';
const english =
  '(?:q?am|a\\.m\\.?|mornings?|breakfast|noon|midday|lunch|afternoons?|evenings?|dinner|supper|q?pm|p\\.m\\.?|nights?|bedtime|q?hs)(?![a-z])';
const leading = '(?:(?:again|every|each|in|at|on|with|before|after|the|a) )*';
const chinese =
  '(?:早[晨上]?|晨起?|上午|中午?|下午|午后?|晚上?|睡前)(?:餐|饭)?[前后]?(?:(?:[01]?\\d|2[0-3])(?:点|时|:[0-5]\\d))?';
const hour = '(?:(?:[01]\\d|2[0-3])[0-5]\\d|(?:[01]?\\d|2[0-3]):[0-5]\\d)(?!\\d)';

/** A list of parts of the day with nothing but a conjunction between them, and what is counted in it. */
const listOf = (part: string, between: string, first = part) =>
  ({ whole: new RegExp(`${first}(?:${between}${part})+`), part: new RegExp(part, 'g') }) as const;
const lists = [
  listOf(
    `${leading}(?:${clock} ?)?${english}`,
    ' ?(?:,? ?and |[,&+/] ?(?:and )?)',
    `(?<![a-z.])(?:${clock} ?)?${english}`,
  ),
  listOf(chinese, '[、,和及与/]?'),
  listOf(hour, ' ?(?:,? ?and |[,&+/] ?)(?:at )?', `\\bat ${hour}`),
];
const meals = /[三3]餐|(?:each|every|3|three) meals?\b/;

/** How many parts of the day a plain text names for the dose before or after them; 1 where it names none, or one. */
export function partsOfDay(plain: string): number {
  if (meals.test(plain)) return 3;
  const counts = lists.map(({ whole, part }) => whole.exec(plain)?.[0].match(part)?.length ?? 1);
  return Math.max(1, ...counts);
}

const count = '(?:\\d+(?:\\.\\d+)?|one|two|three|four|five|six|half)';
const unitOnce = new RegExp(
  `(?<=(?<![a-z])${count} ?(tablets?|tabs?|capsules?|caps?|pills?|mg|ml)(?: [a-z]+){0,3} ${english},? (?:and |& |\\+ )?${count})(?= ${leading}${english})`,
  'g',
);

/** "1 tablet in the morning, 1 at noon and 2 at night" with the unit said each time. */
export function unitsRepeated(plain: string): string {
  const repeated = plain.replaceAll(unitOnce, (_, unit: string) => ` ${unit}`);
  return repeated === plain ? plain : unitsRepeated(repeated);
}
