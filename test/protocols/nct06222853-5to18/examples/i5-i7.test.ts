import type { Json } from '../../../../src/fhir/record.ts';
import type { Answer } from '../../../../src/facts/screening.ts';
import type { Asked } from '../../../ask.ts';
import { day, textObservation } from '../../../builders.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import { prove } from './prove.ts';

const answered = (question: string, more: Partial<Answer> = {}): Asked => ({
  screening: { answers: [{ question, verdict: 'met', author: 'Dr. Example', date: day(ago(12)), ...more }] },
});
const until = { until: day(ago(1)) };

prove('I5', {
  I5: {
    'whatever the record says': [[]],
    'the investigator answered yes, without an end': [[], answered('I5')],
    'the answer of the investigator held until yesterday': [[], answered('I5', until)],
  },
});

const inBlood = (value: string, date: string) => textObservation('血HCG(妊娠试验)', value, date);
const inUrine = (value: string, date: string) => textObservation('尿HCG(妊娠试验)', value, date);
const ofTen: Asked = { patient: { birthDate: '2016-06-01' } };
const boy: Asked = { patient: { gender: 'male' } };
const beforeMenarche: Json = textObservation('月经初潮状态', '未初潮', ago(12));

prove('I6', {
  'I6.test': {
    'girl of 14, negative test in blood 7 days ago': [[inBlood('阴性(-)', ago(7))]],
    'girl of 14, negative test in blood 8 days ago': [[inBlood('阴性(-)', ago(8))]],
    'girl of 14, positive test in urine': [[inUrine('阳性', ago(2))]],
    boy: [[], boy],
  },
  'I6.contraception': {
    'girl of 14': [[]],
    'girl of 10 before menarche': [[beforeMenarche], ofTen],
    'girl of 10, menarche not documented': [[], ofTen],
    boy: [[], boy],
  },
});

prove('I7', {
  I7: {
    'whatever the record says': [[]],
    'the investigator answered yes, without an end': [[], answered('I7')],
    'the answer of the investigator held until yesterday': [[], answered('I7', until)],
  },
});
