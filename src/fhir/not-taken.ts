// Do the words of an order or statement say that the drug is not taken ("未服用", "患儿自行停药", "暂停", "hold")?

/** Said of the drug itself; "未服用其他药物" and "不能自行停药" are not. */
const untaken =
  /(?:^|[,，;；。(（ ])(?:患[儿者])?(?:从未|未|没有?|拒绝?|不愿)(?:服|使)用?(?:过|药)?(?=$|[,，;；。)） ])|(?<!不[可要得能应宜]?|勿|禁止|避免)(?:自行|擅自|自己)停[药服用]|\b(?:never (?:taken|started|filled|picked up)|(?:is |was )?not (?:being )?taking it|not taken|refuses to take)\b|\bnot (?:currently )?taking(?: this(?: drug| medication)?)?(?= ?(?:$|[,;.:)(-]))|\b(?:refuse[ds]|declined)(?= ?(?:$|[,;.)]))|\b(?:ordered|entered|prescribed) in error\b|误开|开错|录入错误|\bnicht (?:ein)?genommen\b|\bnimmt (?:es |sie |er |das medikament |die tabletten? )?nicht\b|\b(?:einnahme|medikament) (?:wurde )?(?:verweigert|nie begonnen)\b/i;
/** An order whose words begin so is not carried out for the time being. */
const held =
  /^(?:暂停|暂不|停[用服]|禁用|勿[服用]|(?:please )?hold\b|on hold\b|do not (?:take|give|use)(?: (?:this(?: medication| drug)?|it))?(?= ?(?:$|[,.;:)(!-]))|(?:medikament )?(?:pausiert|pausieren|abgesetzt|absetzen)\b|nicht (?:ein)?nehmen|nicht geben)/i;
/** The same at their end, of an entry that goes on: "200 mg daily - HOLD", "0.2g qd 已停用", "200 mg 1-0-1 (pausiert)". */
const halted =
  /^(?:stopped|discontinued|finished|d\/?c['’]?e?d|off (?!label)\w+|已停|停药(?![需前应须请]))(?![a-z])|\bon hold\b|\b(?:no longer (?:taking|takes|on)|stopped taking|self[- ]discontinued|(?:ran|run) out|(?:did|has) not refill(?:ed)?|not (?:re)?filled|(?:weaned|tapered|taken|came) off)\b|[-–:,.(;] ?(?:hold|held|discontinued|stopped)\)? ?[.!]?$|(?<!nicht )\b(?:pausiert|abgesetzt)\b|\bnicht mehr (?:ein)?genommen\b|(?<![\u4e00-\u9fff])(?:已?暂停|已?停用?|已停药)[)）]?$|(?<![不勿未])已停[用药]?(?=$|[,，;；。)）])|已于[^,，。]{0,12}停[用药]/i;
/** "Hold … if" is a condition of the dose. */
const onCondition = /\b(?:if|when|for)\b|若|如/i;

/** Of a statement that has ended, "停用" may mean since: only what denies the taking itself counts. */
export const saysNotTaken = (written: string): boolean => untaken.test(written);

/** Of an order, words such as "停用" and "hold" mean now. */
export function saysHeldOrNotTaken(written: string): boolean {
  const text = written.trim();
  return saysNotTaken(text) || (held.test(text) && !onCondition.test(text));
}

/** Of an entry that goes on, also at the end of its words. */
export const saysHalted = (written: string): boolean => saysHeldOrNotTaken(written) || halted.test(written.trim());

/** A name that leaves open which of two was given: "belimumab vs placebo", "blinded study drug". */
const maybePlacebo = /\bplacebo\b|安慰剂|\b(?:double-)?blind(?:ed)?\b|双盲/i;
/** The name of a drug that may have been a placebo, whoever gave it. */
export const mayBePlacebo = (name: string): boolean => maybePlacebo.test(name);
