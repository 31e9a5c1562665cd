// Which colours does the timeline use? A set that colour-blind readers tell apart; shape and words always say the same.
//
// @source Okabe M, Ito K. Color Universal Design (2008), https://jfly.uni-koeln.de/color/ : blue, vermillion, bluish green, orange

export const colours = {
  ink: '#1c2530',
  muted: '#566472',
  grid: '#e4e9ee',
  year: '#b9c3cd',
  today: '#1c2530',
  dose: '#0072b2',
  doseSoft: '#b5d6ea',
  high: '#fae3ae',
  possible: '#dba021',
  limit: '#b03a00',
  pulse: '#b03a00',
  counted: '#0072b2',
  hydroxychloroquine: '#00795a',
  other: '#7b8794',
  notCounted: '#7b8794',
} as const;

export const font = '11px system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
