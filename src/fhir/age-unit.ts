// In which unit is an age written?

const names = {
  day: /^(?:d|days?|tage?)$|天|日/,
  week: /^(?:wk|weeks?|wochen?)$|周$/,
  month: /^(?:mo|months?|monate?)$|月/,
  year: /^(?:a|y|yrs?|years?|jahre?)$|岁|年/,
} as const;

/** The unit by its UCUM code, its English, German or Chinese name; years without one; undefined for any other. */
export function ageUnit(written = 'a'): keyof typeof names | undefined {
  const text = written.toLowerCase();
  if (names.day.test(text)) return 'day';
  if (names.week.test(text)) return 'week';
  if (names.month.test(text)) return 'month';
  return names.year.test(text) ? 'year' : undefined;
}
