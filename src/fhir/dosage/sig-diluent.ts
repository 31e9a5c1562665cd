// Which millilitres of an instruction are those of the fluid in which a drug is given, or of its rate, so that they are no dose?

const fluid =
  '(?:\\d+(?:\\.\\d+)?% ?)?(?:(?:ns|gns|gs|d5w|normal saline|saline|sodium chloride|dextrose|glucose|sterile water)(?![a-z])|生理盐水|(?:葡萄糖)?氯化钠|葡萄糖|灭菌注射用水|注射用水)(?: ?(?:\\d+(?:\\.\\d+)?%|injection|solution|注射液|溶液))*';
const volume = '\\d+(?:\\.\\d+)? ?(?:ml|毫升)(?![a-z/])';
const diluent = new RegExp(
  `${fluid} ?(?:中)?${volume}|${volume} ?(?:of )?${fluid}|\\d+(?:\\.\\d+)? ?(?:ml|毫升)\\/(?:h|hr|hour|min|小时|分钟?)(?![a-z])`,
  'g',
);

/** A plain text without its fluids and rates. */
export const withoutDiluent = (plain: string): string =>
  /ml|毫升/.test(plain) ? plain.replaceAll(diluent, ' ') : plain;
