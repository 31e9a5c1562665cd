// Is a name written in a language that is not read here, so that nobody can tell what it leaves out?
//
// English and simplified Chinese are read. Another language shows by its script, by letters with accents, by Chinese characters
// outside the simplified standard set, by its small words, by endings, or by its spelling of what is grave.

import { lazy } from '../logic/lazy.ts';

/** Names of people, and a few other words, that English writes with accents. */
const accented =
  /(?<!\p{L})(?:sjögren|behçet|ménière|barré|schönlein|café|calvé|déjerine|sézary|möbius|müller|müllerian|löfgren|waldenström|münchausen|naïve|köhler|bárány|ménétrier|ångström|fröhlich|röntgen|grönblad|sörensen|löffler|kümmell|hürthle|schüller|lévy|chédiak|cariño|gélineau)(?!\p{L})/gu;

const han = /[\u3400-\u9fff\uf900-\ufaff]/g;

type Range = readonly [number, number];

/** The Chinese characters of a two-byte encoding, by the ranges of its first and second bytes. */
function charactersOf(encoding: string, [first, last]: Range, [from, to]: Range): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead += 1)
    for (let trail = from; trail <= to; trail += 1) bytes.push(lead, trail);
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)).match(han));
}

/** What traditional Chinese and Japanese write and simplified Chinese does not: GB 2312, the part of GB 18030 with these bytes. */
const otherCharacters = lazy((): ReadonlySet<string> => {
  const simplified = charactersOf('gb18030', [0xb0, 0xf7], [0xa1, 0xfe]);
  const traditional = charactersOf('big5', [0xa4, 0xf9], [0x40, 0xfe]);
  const japanese = charactersOf('shift_jis', [0x88, 0xea], [0x40, 0xfc]);
  return new Set([...traditional, ...japanese].filter((each) => !simplified.has(each)));
});

/** Letters of any script but those of English, Chinese, and the Greek ones that stand alone. */
const otherLetter = /(?![a-zα-ω\u3400-\u9fff\uf900-\ufaff])\p{L}|[α-ω]{3}/u;

/**
 * Small words of German, French, Spanish, Italian, Portuguese, Dutch, Swedish and Polish that English does not have; those that are
 * short names there too ("ET tube", "bleeding DU", "V-Y flap", "der(9)") only between words.
 */
const smallWord =
  /\b(?:und|bei|ohne|nach|nicht|zustand|rechts|zur|zum|durch|aux|sans|avec|chez|dans|une|con|por|sin|della|dello|delle|degli|nel|nella|senza|een|zonder|bij|niet|och|hos|ved|uden|ikke|przez|bez|ostre|ostra|nie)\b|(?<=\b[a-z]{3,} )(?:et(?! al\b| tube| intubation)|y|da(?! vinci| costa)|des(?! exposure| daughter| stent)|du(?! chat)|(?<!van )der|dem|vom|mit|del)(?= [a-z]{3})|\b(?<!(?:cornelia|gilles|torsades?|points?|mal) )de(?= [a-z]{2})(?! (?:novo|lange|quervain|toni|la tourette|la chapelle|musset|facto|morsier|sanctis|barsy|clerambault))|\b[dl]['’](?=[aeiouhy])(?!orange)/;

const ending =
  /(?<!\b(?:calor|cook|eer|gen|mar|prair|fol|cur|bow|budg|coll|hood|charl|zomb|cam|stadd|brow|reb|coter|rever|menager|camarader))ie\b(?<=[a-z]{6})|(?<!\b(?:techn|un|crit|phys|obl|ant|myst|p|cl))ique?s?\b(?<=ique?s?\b)(?<=[a-z]{7})|(?:[a-z]{4}(?:keit|heit|schaft|schwache|storung|versagen)|[a-z]{5}(?<!yo|spr|str)ung|[a-z]{3}isch(?:e[rnms]?)?|[a-z]{4}(?:zione|cion|ciones|miento|cao|coes))\b|(?:bronch|gastr|arthr|artr|hepat|epat|mening|enc[e]?[fp]h?al|card|pancreat|cist|cyst|sinus|[fp]h?aryng|faring|dermat|conjonctiv|congiuntiv|pneumon|append|apendic|vascul|my?os|mios|uve|cellul|celul|periton|pleur|my?el|miel|tonsill|amigdal|rhin|laryng|laring|esofag|prostat|nephr|nefr)ites?\b/;

/** What is grave, as other languages spell it. */
const grave =
  /leu[ck][ao]?emi[eiko]|leucemia|leucos[ei]|leukos[ei]|linfom|limfom|lymphom(?:e|en)?\b|lymfom|karcin|karzin|sarkom|(?:sarc|melan|gli|blast|carcin|ly?mph?|my?el)ome\b|tumeur|tumou?r[aei]\b|tumoren\b|\b(?!pseudo|anti|micro|macro)[a-z]{3,}tumor\b|geschwul|geschwür|neoplasi[ec]|krebs|kanker|rakovin|\brak\b|kreft|cancro|nowotw|bialaczk|chloniak|trasplant|transplant(?:e|es|ace|asi|acja|azione)\b|(?:nieren|leber|herz|lungen|pankreas|darm|organ|haut|zell|marks?|nier|lever|hart|njur)transplant|trapiant|greff|przeszczep|tuberkul|tubercolo|tuberculose|gruzlic|[ck]ardiopat(?!hy|hies)|herzfehler|vitium|infarto|infarkt|infarct(?:us|o)\b|diali[sz]|dialyse\b|epilepsia|epilessia|epilepsi\b|krampf|convulsiv[ao]|psicos|psychose\b|insuficienc|insuffisance|insufficienza|niewydoln|\bvih\b|s[iy]fil[ia]|erythemateu|eritematos|eritemato|artrit|nefrit|nefrop|vaskulit|miosit|mielit|miokard|enfermedad|maladie|malattia|doenca|krankheit|erkrankung|choroba|sindrom|syndrom\b|sjukdom|sygdom|ziekte|trastorno|disturbo|fievre|fiebre|febbre|fieber|akut[ae]?[rsn]?\b|kronis[ck]|chronisch|cronic[oa]|agud[oa]|aigue?s?\b|congenito\b|angeboren|insuffizienz|insufficientie|harnwegsinf|erguss\b|miocard|derrame|(?<!p)neumon|taquicard|difetto|polmon|hart(?:inf|afw|ziek)|ontsteking|zawal|\bserca|bobrek|losemi|asthme\b|[a-z]{4}ico\b|aortica\b|cardiaca\b|[a-z]{4}(?<!questionn|million|solit)aire\b|[a-z]{4}cios[ao]\b|embarazo|gravid(?:anza|ez|itet)|grossesse|zwangers|\bciaza|hj(?:erte|arta|erne)|padaczka|as[sc]cesso|absceso|angine\b|maligna?o?\b(?<!malign)/;

/**
 * True if a name shows that it is of a language that is not read here. A name that shows nothing of the kind is taken for English
 * or Chinese; codes are read whatever the language of their display.
 */
export function isForeign(written: string): boolean {
  const text = written.normalize('NFKC').toLowerCase().replaceAll(accented, '');
  if (otherLetter.test(text)) return true;
  for (const [character] of text.matchAll(han)) if (otherCharacters().has(character)) return true;
  return smallWord.test(text) || ending.test(text) || grave.test(text);
}
