// Which languages are there, and how does a reader of each write a date and a list?

/** BCP 47 tags, as `--lang` and the configuration take them; the first is the default. */
export const languages = ['en', 'zh-CN'] as const;

export type Language = (typeof languages)[number];

const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Between the two dates of a span. */
const between = /\/| – /;

/**
 * An ISO date as a sentence writes it: "2026-06-01" or 2026年6月1日. English keeps ISO, which Britons and Americans read alike.
 * A month, a year, or two of them with a slash or a dash between are taken too; other text is answered as it is.
 */
export function dateIn(language: Language, iso: string): string {
  if (language === 'en') return iso;
  const days = iso.split(between);
  return days.length <= 2 && days.every((each) => isoDate.test(each)) ? days.map(chineseDate).join('至') : iso;
}

function chineseDate(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  const parts = [`${year}年`, ...(month === undefined ? [] : [`${String(Number(month))}月`])];
  return [...parts, ...(day === undefined ? [] : [`${String(Number(day))}日`])].join('');
}

/** Between two things that may have commas of their own. */
export const separatorIn = (language: Language): string => (language === 'en' ? '; ' : '；');

/** Longest name that Chinese lists with 、; between longer ones, and between sentences, stands ；. */
const shortName = 8;

/** A list in one line: things, or ids such as I3 and I4. */
export function listIn(language: Language, items: readonly string[], kind: 'things' | 'ids' = 'things'): string {
  if (language === 'en') return items.join(kind === 'ids' ? ', ' : separatorIn(language));
  const isName = (item: string): boolean =>
    !/[、，；：。,;:]/.test(item) && (kind === 'ids' || item.length <= shortName);
  return items.join(items.every(isName) ? '、' : separatorIn(language));
}
