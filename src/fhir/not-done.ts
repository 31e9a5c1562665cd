// Do the words in the place of a result only say that the test was not done?

/** A test that was not run, or that gave nothing to report: the words every reader of a result knows. In lower case, NFKC. */
export const neverRun =
  /未做|未测|未检(?!出|测到)|取消|作废|拒收|\bnot (?:done|performed|tested)\b|\bnicht (?:durchgeführt|bestimmt)|\bcancel/;
/** The same of the specimen or the run, or that the result is still to come, where nothing else is said. */
const noSpecimen =
  /待回报|待出|未回报|结果未回|\bpending\b|\bto follow\b|退检|标本.{0,4}(?:溶血|不合格|不足|凝)|\bnot run\b|\bqns\b|quantity not sufficient|insufficient (?:sample|specimen|quantity|volume)|(?:sample|specimen) (?:ha?emoly[sz]ed|clotted|insufficient|rejected|not received|unsuitable|unsatisfactory)|unsatisfactory (?:sample|specimen)|^(?:grossly )?ha?emoly[sz]ed\.?$/;
/** Beside a number or an answer these words are a remark. */
const alsoAnswers = /\d|[<>±+]|detected|positiv|negativ|reactive|阳性|阴性|检出|检测到/;

/** "Specimen hemolyzed, test not performed", "标本溶血": no value, as if nothing had been sent. */
export function saysNotDone(written: string): boolean {
  const text = written.normalize('NFKC').toLowerCase();
  return text.length <= 80 && (neverRun.test(text) || noSpecimen.test(text)) && !alsoAnswers.test(text);
}
