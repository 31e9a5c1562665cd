// Chinese sentences about pregnancy, childbearing potential and contraception.

import type { Translation } from '../../../logic/words.ts';
import type { pregnancy as en } from '../en/pregnancy.ts';

export const pregnancy = {
  'pregnancy.test-met': '{what}：阳性',
  'pregnancy.test-not-met': '{what}：阴性',
  'pregnancy.test-needs-investigator': '{what}：临界值或结果矛盾',
  'pregnancy.test-unknown': '{what}：无法读出阳性或阴性',
  'pregnancy.negative': '妊娠试验阴性',
  'pregnancy.only-urine': '标准要求血妊娠试验；仅有尿妊娠试验，或标本未注明',
  'pregnancy.documented': '记录显示目前妊娠',
  'pregnancy.documented-unsure': '有妊娠记录，但未确诊或不能确定为目前妊娠',
  'pregnancy.documented-without-test': '有妊娠记录，无血妊娠试验',
  'pregnancy.incomplete': '检索不完整：可能遗漏妊娠记录',
  'pregnancy.documentation': '全部诊断和妊娠状态记录',
  'pregnancy.not-documented': '无目前妊娠的记录',
  'pregnancy.contraception-ask': '须询问是否同意回输后第一年内采取避孕措施',
  'pregnancy.contraception-male': '标准仅约束女性；仍应讨论避孕',
  'childbearing.male': '男性',
  'childbearing.sterile': '永久性不育：无生育能力',
  'childbearing.sex-unclear': '记录的性别不明确：请询问有无生育能力',
  'childbearing.sex': '临床用性别',
  'childbearing.after-menarche': '有初潮记录：有生育能力',
  'childbearing.before-menarche': '记录为初潮前：无生育能力',
  'childbearing.presumed-yes': '无初潮记录，满 12 岁推定有生育能力',
  'childbearing.presumed-no': '无初潮记录，未满 9 岁推定无生育能力',
  'childbearing.presumed-unknown': '无初潮记录，仅凭年龄不能判断',
  'childbearing.incomplete': '结果检索不完整：初潮可能记录在别处',
  'childbearing.menarche-status': '初潮情况',
} as const satisfies Translation<typeof en>;
