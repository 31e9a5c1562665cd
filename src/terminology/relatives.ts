// Do the words around the name of a disease or procedure speak of a relative, or of one who gave an organ or cells?

/** `relative`: the patient is not meant. `maybe-donor`: the relative may be the donor of a transplant that is the patient's own. */
export type Kin = 'relative' | 'maybe-donor';

const english =
  'family|familial history|maternal|paternal|(?:grand)?(?:mother|father)|sisters?|brothers?|siblings?|parents?|cousin|aunt|uncle|niece|nephew|familienanamnese|mutter|vater|schwester|bruder|großmutter|großvater';
const chinese =
  '家族|母亲|父亲|祖父|祖母|姐姐|妹妹|哥哥|弟弟|兄弟|姊妹|外婆|外公|其母|其父|之母|之父|爸爸|妈妈|爷爷|奶奶|姥姥|姥爷|舅舅|舅父|叔叔|叔父|伯父|伯母|姑姑|姑母|姑妈|姨妈|姨母|[表堂][兄弟姐妹哥]';

/** Who tells of the patient is not the one who is ill: "mother reports", "母亲代诉". */
const relativeBefore = new RegExp(
  `\\b(?<!\\bby )(?:${english})\\b(?! (?:tongue|reports?|reported|states?|stated|says|said)\\b).*$|(?:${chinese})(?!代?[诉述])[^,。;]{0,12}$`,
);

/** A heading that is all about relatives ("Family history: …", "母亲：…"), up to a healthy one or to the patient herself. */
const heading = new RegExp(
  `(?:^|[.;,。\\n])\\s*(?:(?:the|her|his|patient['’]?s) )?(?:${english}|fhx?|(?:患[儿者]之?|其)?(?:${chinese}|[父母兄弟姐妹]))(?: (?:medical )?history|史)?\\s*:(?!\\s*(?:no|none|nil|negative|denied|unremarkable|healthy|well|unknown|无|否认|体健|健康|不详))(?:(?!\\bpatient|患[儿者]|本人)[^.;。\\n])*$`,
);

const whose = String.raw`(?:(?:the|her|his|their|patient['’]?s?|child['’]?s?|biological|maternal|paternal) ){0,3}`;
const relativeAfter = new RegExp(
  `^(?:(?: (?:status|history|disease|diagnosed))? (?:of|in) ${whose}(?:${english})\\b(?!['’]| (?:tongue|history))|(?: (?:status|history|disease))? ?[,(:–-]+ ?${whose}(?:(?:${english})|(?<=[( ](?:m|p)aternal )(?:grandmother|grandfather|aunt|uncle))\\s*\\)?\\s*(?:$|[.;,])|[^,。;(]{0,4}[,(: ]+(?:患[儿者]?之?|其)?(?:${chinese}|[父母兄弟姐妹])\\s*\\)?\\s*(?:$|[。;,]))`,
);

const donor =
  /\bdonor|\bdonat|\bdonee|\bliving related|\b(?:mis)?matched|\bhaplo|\ballo|spender|[供捐]|亲属活体|亲体|相合|同胞/;
const transplant = /transpl|\b(?:hsct|bmt|sct|kmt)\b|graft|移植|tx\b/;

/**
 * Whom the words of a clause before and after a name (lower case, single width) speak of, if not of the patient alone; a heading may
 * stand before the clause.
 */
export function kinAround(before: string, name: string, after: string, upTo = before): Kin | undefined {
  const given = donor.test(before) || donor.test(after) || /^[^.;,]{0,10} from /.test(after);
  if (relativeBefore.test(before) || (upTo.includes(':') && heading.test(upTo)))
    return given ? 'maybe-donor' : 'relative';
  if (given || !relativeAfter.test(after)) return undefined;
  return transplant.test(name) ? 'maybe-donor' : 'relative';
}
