// Do the words around the name of a disease or procedure speak of a relative, or of one who gave an organ or cells?

/**
 * `no`: a relative is meant and not the patient. `maybe`: the relative may be the donor of a transplant that is the patient's own,
 * or may have seen in the patient what is named ("母亲发现…").
 */
type IsPatients = 'no' | 'maybe' | undefined;

const english =
  'family|familial history|maternal|paternal|(?:grand|step|half[- ]?)?(?:mother|father|brothers?|sisters?)|siblings?|parents?|cousin|aunt|uncle|niece|nephew|familienanamnese|mutter|vater|schwester|bruder|großmutter|großvater|oma|opa|mom|mum|dad|mg[mf]|pg[mf]|grand(?:ma|pa)|fh(?:\\+|(?= of\\b))|fhx|fam(?:\\.| )?hx|twin(?= (?:has|had|died|with the same|also)\\b)|relatives?(?= (?:with|who|has|have|had)\\b)|class-?mates?|school-?mates?|room-?mates?|house-?mates?|neighbou?rs?|friends?|nanny|babysitter|teacher|household (?:member|contact)s?';
const chinese =
  '家族|母亲|父亲|祖父|祖母|姐姐|妹妹|哥哥|弟弟|兄弟|姊妹|外婆|外公|其[父母兄弟姐妹]|之母|之父|爸爸|妈妈|爷爷|奶奶|姥姥|姥爷|舅舅|舅父|叔叔|叔父|伯父|伯母|姑姑|姑母|姑妈|姨妈|姨母|[表堂][兄弟姐妹哥]|同学|室友|邻居|朋友|亲戚|保姆|照护者|密切接触者|(?:家人|家属|亲属)(?:中|里)?(?:有人?|患|曾)|[父母兄弟姐妹](?=[患有曾因])';
/** Who stands right before the name and nowhere else: "父肺结核". */
const directly = /^fh $|^(?:患[儿者]之?)?[父母兄弟姐妹]$|(?:同胞|亲属|家属|家人)$/;

const tells =
  'tongue|reports?|reported|states?|stated|says|said|notic\\w+|notes|noted|observ\\w+|witness\\w+|describ\\w+|saw|sees|denies|thinks|believes|informed|concerned|worried|present|brought|videoed|filmed';
/** Who tells of the patient is not the one who is ill: "mother reports", "母亲代诉". */
const relativeBefore = new RegExp(
  `(?:^|(?<![a-z]))(?<!\\bby )(?:${english})(?![a-z])(?! (?:${tells})\\b).*$|(?:${chinese})(?!代?[诉述]|称|发现|目睹|看到|观察)[^,。;]{0,12}$`,
);
const seenByRelative = new RegExp(`(?:${chinese})(?:发现|目睹|看到|观察到?)([^,。;]{0,12})$`);

/** A heading that is all about relatives ("Family history: …", "母亲：…"), up to a healthy one or to the patient herself. */
const heading = new RegExp(
  `(?:^|[.;,。\\n])\\s*(?:(?:the|her|his|patient['’]?s) )?(?:${english}|fhx?|(?:患[儿者]之?|其)?(?:${chinese}|[父母兄弟姐妹]))(?: (?:medical )?history|史)?\\s*:(?!\\s*(?:no|none|nil|negative|denied|unremarkable|healthy|well|unknown|无|否认|体健|健康|不详))(?:(?!\\bpatient|患[儿者]|本人)[^.;。\\n])*$`,
);

const whose = String.raw`(?:(?:the|her|his|their|patient['’]?s?|child['’]?s?|biological|maternal|paternal) ){0,3}`;
const relativeAfter = new RegExp(
  `^(?: in (?:an? )?(?:first|second|1st|2nd)[- ]degree relatives?\\b|(?: (?:status|history|disease|diagnosed))? (?:of|in) ${whose}(?:${english})\\b(?!['’]| (?:tongue|history))|(?: (?:status|history|disease))? ?[,(:–-]+ ?${whose}(?:(?:${english})|(?<=[( ](?:m|p)aternal )(?:grandmother|grandfather|aunt|uncle))\\s*\\)?\\s*(?:$|[.;,])|[^,。;(]{0,4}[,(: ]+(?:患[儿者]?之?|其)?(?:${chinese}|[父母兄弟姐妹])\\s*\\)?\\s*(?:$|[。;,]))`,
);

/** "HIV-positive mother", "乙肝表面抗原阳性母亲": the name says that somebody carries it, and who follows right behind. */
const carrier = new RegExp(
  `^[^,;.(。]{0,40}(?:(?:positive|infected|carrier)[ -](?:${english})\\b(?!['’])|(?:阳性|感染|携带)者?的?(?:${chinese}|产妇|孕妇))`,
);

const donor =
  /\bdonor|\bdonat|\bdonee|\bliving related|\b(?:mis)?matched|\bhaplo|\ballo|spender|[供捐]|亲属活体|亲体|相合|同胞/;
const transplant = /transpl|\b(?:hsct|bmt|sct|kmt)\b|graft|移植|tx\b/;

/**
 * Whether the words of a clause before and after a name (lower case, single width) let it be the patient's own; undefined where they
 * speak of nobody else. A heading may stand before the clause.
 */
export function kinAround(before: string, name: string, after: string, upTo = before): IsPatients {
  const given = donor.test(before) || donor.test(after) || /^[^.;,]{0,10} from /.test(after);
  if (relativeBefore.test(before) || (upTo.includes(':') && heading.test(upTo))) return given ? 'maybe' : 'no';
  const isTransplant = transplant.test(name);
  if (directly.test(before) && !(given && isTransplant)) return isTransplant ? 'maybe' : 'no';
  const seen = seenByRelative.exec(before)?.[1];
  if (seen !== undefined) return /患[儿者]|孩子|其/.test(seen) ? undefined : 'maybe';
  if (given || !(relativeAfter.test(after) || carrier.test(`${name}${after}`))) return undefined;
  return isTransplant ? 'maybe' : 'no';
}
