// Does the name under which a drug is filed speak of something else than taking it: a level, an allergy, a plan, another person?

import { kinAround } from '../terminology/relatives.ts';
import { saysNotTaken } from './not-taken.ts';

/** Names of a test of a drug, of a talk about it or of its approval, unless they also give the strength of a product. */
const aboutIt =
  /\b(?:levels?|troughs?|peaks?|concentrations?|assays?|metabolites?|monitoring|screening|exams?|examination|tests?|testing|observation|education|teaching|counsel+ing|consult(?:ation)?|consent|referral|(?:prior )?auth(?:ori[sz]ation)?|approval|spiegel|talspiegel)\b[)\]\s.:]*$|^tpmt\b|(?:血药|谷|峰)?浓度|监测|测定|检测|宣教|知情同意/;
const strength = /\d ?(?:mg|g|mcg|ml|毫克|克|片)(?![a-z])/;

const intolerance =
  /(?<!\bno )(?<!\bno known )\b(?:allerg(?:y|ies(?= to))(?! (?:relief|\d|sinus|nasal|spray|tab|otc|eye|med))|allergic to|intoleran(?:ce|t)|hypersensitivity|adverse (?:drug )?(?:reaction|event|effect)s?|side effects?|toxicity|overdose|poisoning|not tolerated|contraindicat(?:ed|ion)|allergie|unverträglichkeit|überempfindlichkeit|nebenwirkung(?:en)?|kontraindi[kz]iert|kontraindikation)\b|(?<!抗)过敏(?!反应|性|药)|不耐受|不良反应|中毒|禁忌|副作用/;

const plannedBefore =
  /^(?:\?+ ?(?=[a-z\u4e00-\u9fff])|(?:consider(?:ing|ed)?|discuss(?:ed|ing)?|avoid|plan(?:s|ning)?(?= to\b| for\b| ?[:-])|will (?:start|begin)|(?:about )?to start|awaiting|pending|recommend(?:ed)?|suggest(?:ed)?|propos(?:e|ed)|offered|eligible for|candidate for|declin(?:e[ds]?|ing)|refus(?:e[ds]?|ing)|never|not (?:on|taking|taken|given|started)|without|off(?= )|no(?: longer)?(?= )|kein(?:en?)?|ohne|geplant|erwäge)\b|考虑|建议|计划|准备|避免|禁止|不宜|不用|未|否认|拟|待(?!查)|无(?!糖|菌|水|醇))/;
const plannedAfter =
  /(?:\b(?:planned|declined(?: by \w+)?|refused(?: by \w+)?|denied|pending|(?:not |never )(?:yet )?(?:started|given|taken|used|filled|dispensed|covered|approved|tolerated|administered)(?: yet)?|cancell?ed|geplant|verweigert|nicht (?:ein)?genommen|nicht gegeben)|[:–-] ?(?:no|none|nil|nein|keine)|未[服使]?用|未服|未执行|禁用|待[用定]|计划中|[:：] ?(?:无|否|未用))[)）\]\s.]*$|(?<=[a-z\u4e00-\u9fff)\]]) ?\?[)\]\s]*$/;

/** An order to stop, or what is over. */
const endedBefore =
  /^(?:hold(?:ing)?|held|on hold|stop(?:ped|ping)?|d\/?c(?:['’]?e?d)?|discontinued?|abgesetzt|pausiert|已?停[用药]?|暂停)(?![a-z机])/;
/** Of an entry that says it goes on. */
const endedAfter =
  /(?:\b(?:discontinued|stopped|completed|finished|on hold|held|d\/?c['’]?e?d|abgesetzt|pausiert|beendet)\b[ :,-]*(?:(?:on|in|since|am|seit) )?[\d./-]*|已?停[用药]?|暂停)[)）\]\s.]*$/;

const animal = /\b(?:veterinary|canine|feline)\b|\((?:dog|cat)\)/;

/** Who gives it is not who takes it. */
const giver = /\b(?:mother|father|parents?) (?:to|will|may|can) (?:give|administer|inject)\b/g;

const plainOf = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(giver, '').trim();

/** The name of no drug that this patient takes: "azathioprine level", "allergy to …", "consider …", "mother takes …", "planned". */
export function isNamedOtherwise(name: string): boolean {
  const plain = plainOf(name);
  return (
    (aboutIt.test(plain) && !strength.test(plain)) ||
    intolerance.test(plain) ||
    plannedBefore.test(plain) ||
    plannedAfter.test(plain) ||
    endedBefore.test(plain) ||
    animal.test(plain) ||
    saysNotTaken(plain) ||
    kinAround(plain, '', '') !== undefined
  );
}

/** The same of an entry that says it goes on: "prednisone (stopped)" contradicts that. */
export const isNamedAsOver = (name: string): boolean => isNamedOtherwise(name) || endedAfter.test(plainOf(name));
