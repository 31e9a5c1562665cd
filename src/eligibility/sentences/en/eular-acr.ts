// Sentences about the 2019 EULAR/ACR classification criteria.

export const eularAcr = {
  'eular.recorded':
    'recorded 2019 EULAR/ACR total {total} (at least {needed} needed) with antinuclear antibodies of 1:80 or more',
  'eular.proven':
    'the record proves at least {lower} points ({needed} needed) with antinuclear antibodies, a clinical item and a confirmed diagnosis; recorded total: {total}',
  'eular.proven-undiagnosed':
    'the record proves at least {lower} points ({needed} needed) with antinuclear antibodies and a clinical item, but no confirmed diagnosis of SLE',
  'eular.total-but-refuted': 'recorded 2019 EULAR/ACR total {total}, but the diagnosis of SLE was refuted',
  'eular.withdrawn':
    'recorded 2019 EULAR/ACR total {total}: the investigator has attributed items of up to {points} points to another cause, and the rest may not reach {needed}',
  'eular.total-not-clinical':
    'recorded 2019 EULAR/ACR total {total} without its items: it does not show a clinical item, and SLE is not confirmed',
  'eular.total-without-ana':
    'recorded 2019 EULAR/ACR total {total}, but every antinuclear antibody on file is negative',
  'eular.diagnosed-ana-negative':
    'SLE is confirmed, but every antinuclear antibody on file is negative: an earlier positive result may be elsewhere',
  'eular.diagnosed-no-ana':
    'SLE is confirmed, but no antinuclear antibody of 1:80 or more is on file (recorded total: {total}; provable: {lower} points)',
  'eular.diagnosed-not-proven':
    'SLE is confirmed; without a usable recorded total the record proves {lower} of {needed} points: please classify',
  'eular.diagnosed-total-below':
    'SLE is confirmed; the recorded total {total} does not settle it and the record proves {lower} of {needed} points: please classify',
  'eular.possible':
    'SLE is suspected but not confirmed, and the criteria cannot be proven ({lower} of {needed} points)',
  'eular.ana-negative': 'every antinuclear antibody on file is negative and SLE is not confirmed',
  'eular.refuted': 'the diagnosis of SLE was refuted',
  'eular.nothing': 'no confirmed diagnosis of SLE, and the record proves {lower} of {needed} points',
  'eular.no-total': 'none',
  'eular.item': '{item} ({points} points)',
  'eular.report': 'report',
  'eular.record-total': '2019 EULAR/ACR total with its items',
  'eular.record-diagnosis': 'confirmed diagnosis of SLE',
  'eular.record-items': 'dated results or findings for the items of the 2019 EULAR/ACR criteria',
  'eular.item.fever': 'fever above 38.3 °C',
  'eular.item.leukopenia': 'leukopenia below 4.0×10⁹/L',
  'eular.item.thrombocytopenia': 'thrombocytopenia below 100×10⁹/L',
  'eular.item.autoimmune-haemolysis': 'autoimmune haemolysis',
  'eular.item.delirium': 'delirium',
  'eular.item.psychosis': 'psychosis',
  'eular.item.seizure': 'seizure',
  'eular.item.alopecia': 'non-scarring alopecia',
  'eular.item.oral-ulcers': 'oral ulcers',
  'eular.item.subacute-or-discoid': 'subacute cutaneous or discoid lupus',
  'eular.item.acute-cutaneous': 'acute cutaneous lupus',
  'eular.item.effusion': 'pleural or pericardial effusion',
  'eular.item.acute-pericarditis': 'acute pericarditis',
  'eular.item.joint-involvement': 'joint involvement',
  'eular.item.proteinuria': 'proteinuria above 0.5 g in 24 h',
  'eular.item.nephritis-class-ii-or-v': 'lupus nephritis class II or V on biopsy',
  'eular.item.nephritis-class-iii-or-iv': 'lupus nephritis class III or IV on biopsy',
  'eular.item.antiphospholipid': 'antiphospholipid antibodies',
  'eular.item.low-c3-or-c4': 'low C3 or low C4',
  'eular.item.low-c3-and-c4': 'low C3 and low C4',
  'eular.item.lupus-antibodies': 'anti-dsDNA or anti-Smith antibodies',
} as const satisfies Record<string, string>;
