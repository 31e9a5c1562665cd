// What does an instruction in German say in English ("morgens 1 Tbl." is "in the morning 1 tablet")?

/** Words of instructions that only German has; most instructions hold none of them. */
const german =
  /täglich|\btgl|morgens|abends|mittags|nachts|\bfrüh|zur nacht|\btbl|\btabl\b|tablette|kapsel|\bkps|\bstück|\bstk|\bjede[nrs]?\b|\balle (?:\d|zwei|drei|vier|sechs|acht|zwölf)|wöch|woche|monat|\btage?\b|bedarf|\bb\. ?b\.|pausier|abgesetzt|absetzen|ausschleich|reduzier|\bdann\b|danach|\bnach (?:plan|schema)|\blaut\b|stunden|\baußer\b|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|\bbisher|\bbis \d|\bhöchstens|\bmaximal\b|kontrolle/;

const count = '(\\d+|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf)';
const piece = '(?:tablet|capsule)';
const of = '(?:/|pro|am|in der|je|jede) ?';

/** In this order: the longer words before what stands in them too. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g, '$3-$2-$1'],
  [/(\d),(?=\d{1,2}(?!\d))/g, '$1.'],
  [
    /\b(?:film|retard|schmelz|brause|kau)?tabletten?\b|\b(?:f|film)?tbl\b\.?|\btabl\b\.?|(?<![a-zäöü])stücke?(?![a-zäöü])|\bstk\b\.?/g,
    'tablet',
  ],
  [/\b(?:hart|weich|retard)?kapseln?\b|\bkps\b\.?/g, 'capsule'],
  [/\b(?:eineinhalb|anderthalb|einundeinhalb)\b/g, '1.5'],
  [/\bzweieinhalb\b/g, '2.5'],
  [/\bdreieinhalb\b/g, '3.5'],
  [/\b(?:eine )?halbe\b|\b(?:ein )?halber?\b/g, '1/2'],
  [/\bviertel\b/g, '1/4'],
  [new RegExp(`\\beine? (?=${piece})`, 'g'), '1 '],
  [/\beinmal\b/g, '1x'],
  [/\b(zwei|drei|vier)mal\b/g, '$1 x'],
  [/\bjede[nr]? (?:zweiten|2\.?|übernächsten) ?tag\b|\balle (?:2|zwei) tage\b/g, 'every other day'],
  [new RegExp(`\\balle ${count} ?(?:stunden|std\\b\\.?|h\\b)`, 'g'), 'every $1 hours'],
  [new RegExp(`\\balle ${count} tage\\b`, 'g'), 'every $1 days'],
  [new RegExp(`\\balle ${count} wochen\\b`, 'g'), 'every $1 weeks'],
  [new RegExp(`\\balle ${count} monate\\b`, 'g'), 'every $1 months'],
  [new RegExp(`${count} ?[x×*] ?(?:tgl\\b\\.?|täglich|${of}tag\\b|/ ?d\\b)`, 'g'), '$1 times daily'],
  [new RegExp(`${count} ?[x×*] ?(?:wöchentlich|${of}woche\\b)`, 'g'), '$1 times a week'],
  [/\bjede[rn]? tag\b|\btäglich\b|\btgl\b\.?/g, 'daily'],
  [new RegExp(` ?(?:/|pro|am) ?tag\\b`, 'g'), '/day'],
  [/\b(?:jede|pro) woche\b|\bwöchentlich\b|\/ ?woche\b/g, 'weekly'],
  [/\b(?:jeden|pro) monat\b|\bmonatlich\b/g, 'monthly'],
  [/\b(?:zum|vor dem|nach dem|mit dem) frühstück\b/g, 'with breakfast'],
  [/\bmorgens\b|\bam morgen\b|\b(?:in der )?früh\b/g, 'in the morning'],
  [/\bmittags\b|\bam mittag\b/g, 'at noon'],
  [/\bnachmittags\b/g, 'in the afternoon'],
  [/\babends\b|\bam abend\b/g, 'in the evening'],
  [/\bnachts\b|\bzur nacht\b|\bvor dem schlafen(?:gehen)?\b/g, 'at bedtime'],
  [
    /\b(?:labor|blutbild|ekg|augen|gewichts|blutdruck)?(?:kontrollen?|werte)\b|\bblutbild\b|\b(?:wieder)?vorstellung\b/g,
    'labs',
  ],
  [/\b(?:bei|nach) bedarf\b|\bb\. ?b(?:ed)?\./g, 'as needed'],
  [/\b(?:bei|falls|wenn) (?=fieber|infekt|schub|op\b|operation|stress|schmerz|übelkeit|erbrechen)/g, 'if ill '],
  [/\bnicht (?:selbst|selbständig|eigenmächtig|plötzlich|abrupt)? ?(?:absetzen|pausieren|reduzieren)\b/g, ''],
  [/\bpausier(?:t|en)\b|\bpause\b/g, 'on hold'],
  [/\b(?:ab)?gesetzt\b|\babsetzen\b|\bbeendet\b/g, 'on hold'],
  [/\b(?:aus|ein)(?:zu)?schleich\w*|\breduzier\w*|\breduktion\b|\bsteiger\w*|\berhöh\w*|\bdosisanpassung\b/g, 'taper'],
  [/\b(?:nach|laut|gemäß|siehe|lt\.) (?:plan|schema|anordnung|verordnung|spiegel|arzt)\w*/g, 'as directed'],
  [/\b(?:bisher|zuvor|vorher|früher)\b/g, 'previously'],
  [/\bhöchstens\b|\bmaximal\b/g, 'max'],
  [/\baußer(?: am| an)?\b|\bnicht (?=am |an |sonn|sams|mon|diens|mitt|donn|frei)(?:am |an )?/g, 'except '],
  [/\bam wochenende\b|\bwochenends?\b/g, 'weekend'],
  [/\bwerktags\b|\ban werktagen\b/g, 'weekdays'],
  [/\b(?:montags?|mo)\b(?=\.?[ ,/-]*(?:und )?(?:diens|mitt|donn|frei|di\b|mi\b|do\b|fr\b))|\bmontags?\b/g, 'on mon'],
  [/\bdienstags?\b|(?<=\bmon\b.{0,3})di\b/g, 'tue'],
  [/\bmittwochs?\b|(?<=\b(?:mon|tue)\b.{0,3})mi\b/g, 'wed'],
  [/\bdonnerstags?\b|(?<=\b(?:mon|tue|wed)\b.{0,3})do\b/g, 'thu'],
  [/\bfreitags?\b|(?<=\b(?:mon|tue|wed|thu)\b.{0,3})fr\b/g, 'fri'],
  [/\b(?:samstags?|sonnabends?)\b/g, 'sat'],
  [/\bsonntags?\b/g, 'sun'],
  [/\b(?:dann|danach|anschließend)\b/g, 'then'],
  [/\bbis (?:zum |einschließlich )?(?=\d{4}-)/g, 'until '],
  [/(?<=\d ?)bis (?:zu )?(?=\d+(?:\.\d+)? ?(?:tablet|capsule|m[gl]|x|times))/g, 'to '],
  [/(?<![a-zäöü])(?:für|über) (?=\d+ (?:tage|wochen|monate)\b)/g, 'for '],
  [/\btagen?\b|\btage\b/g, 'days'],
  [/\btag\b/g, 'day'],
  [/\bwochen\b/g, 'weeks'],
  [/\bmonate\b/g, 'months'],
  [/\bund\b/g, 'and'],
  [/\boder\b/g, 'or'],
  [/\bje (?=\d)/g, ''],
  [/\bzwei\b/g, '2'],
  [/\bdrei\b/g, '3'],
  [/\bvier\b/g, '4'],
  [/\bfünf\b/g, '5'],
  [/\bsechs\b/g, '6'],
  [/\bsieben\b/g, '7'],
  [/\bacht\b/g, '8'],
  [/\bzehn\b/g, '10'],
  [/\bzwölf\b/g, '12'],
];

/** A lower-case instruction with its German words in English; others as they are. */
export const inEnglish = (text: string): string =>
  german.test(text) ? rules.reduce((left, [words, english]) => left.replaceAll(words, english), text) : text;
