// Does a name mean one item, one domain or a change of a score instead of its total?

const item =
  /seizure|psychosis|organic brain|visual disturb|retina|cranial|headache|\bcva\b|cerebrovascular|stroke|vasculitis|arthritis|myositis|\bcasts?\b|ha?ematuria|proteinuria|pyuria|\brash|alopecia|ulcers?\b|pleurisy|pleuritis|pericarditis|complement|\bds-?dna\b|dna binding|\bfever\b|thrombocytopa?enia|leu[ck]opa?enia|癫痫|抽搐|惊厥|精神症状|精神病|精神异常|器质|视觉|视力|视网膜|颅神经|脑神经|头痛|脑血管|血管炎|关节炎|肌炎|管型|血尿|蛋白尿|脓尿|白细胞|皮疹|脱发|溃疡|胸膜炎|心包炎|补体|dna|发热|血小板/;
const domain =
  /\b(?:domains?|sub-?scores?|sub-?totals?|descriptors?|items?)\b|\b(?:renal|kidney|cns|neuropsychiatric|constitutional|ha?ematologic(?:al)?|mucocutaneous|musculoskeletal|serosal|serologic(?:al)?|immunolog(?:y|ic|ical))\b|antiphospholipid|领域|分项|单项|子项|条目|肾脏|中枢神经|神经精神|血液系统|皮肤|浆膜|肌肉骨骼|抗磷脂|免疫学|自身抗体/;
const change =
  /\b(?:change|delta|reduction|decrease|increase|improvement|difference|responder|ri-?50|flare|peak|highest|max(?:imum|imal)?|min(?:imum|imal)?|worst|mean|average|adjusted)\b|变化|下降|降低|减少|改善|差值|增加|历史最高|最高值|峰值|平均|复发指数/;

/** Another version of the score: weighed otherwise, or without some of its items. */
const variant =
  /\bm-? ?sledai|2k-?g\b|modifi|改良|改进|\bwithout\b|\bohne\b|\bno serolog|non-?serolog|无血清|[不未去]含|除外/;

/** The scores of which a name may mean a part; of SLEDAI's items the points are read under `SLEDAI-item`. */
const partNamed: ReadonlyMap<string, string | undefined> = new Map([
  ['SLEDAI-2K', 'SLEDAI-item'],
  ['SLEDAI', 'SLEDAI-item'],
  ['SLEDAI-1992', 'SLEDAI-item'],
  ['SELENA-SLEDAI', undefined],
  ['EULAR-ACR-2019', undefined],
]);

/** Whether a measurement is the total of a score of lupus. */
export const isScore = (name: string | undefined): boolean => name !== undefined && partNamed.has(name);

const bareTotal = /^(?:overall|(?:total|sum)(?: score)?|score(?: total)?|总分|总评分|得分|评分|合计|总计)$/i;

/** Whether a name beside a score means its total without naming it again ("Total score", 总分). */
export const isBareTotal = (name: string): boolean => bareTotal.test(name.normalize('NFKC'));

/**
 * What a name that holds the name of a score (normalised) stands for: the total (`name` itself), the points of an item of SLEDAI, or
 * none of ours (undefined), as a domain, a change or the highest value of some time.
 */
export function totalOrPart(name: string, text: string): string | undefined {
  if (!partNamed.has(name)) return name;
  if (change.test(text) || variant.test(text)) return undefined;
  if (item.test(text)) return partNamed.get(name);
  return domain.test(text) ? undefined : name;
}
