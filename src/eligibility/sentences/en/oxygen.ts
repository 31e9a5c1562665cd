// Sentences about oxygen saturation.

export const oxygen = {
  'oxygen.on-air': 'oxygen saturation {value} in room air is at least {percent} %',
  'oxygen.air-assumed':
    'oxygen saturation {value} is at least {percent} %; nothing is said about oxygen, room air is assumed',
  'oxygen.drug': 'oxygen given',
  'oxygen.order': 'oxygen ordered',
  'oxygen.ordered':
    'oxygen saturation {value}: oxygen was ordered for that day, and nothing says whether it was measured in room air',
  'oxygen.perhaps':
    'oxygen saturation {value}: oxygen may have been given at that time, and nothing says whether it was measured in room air',
  'oxygen.too-low': 'oxygen saturation {value} is below {percent} %',
  'oxygen.on-oxygen':
    'oxygen saturation {value} was measured with oxygen and does not show at least {percent} % in room air',
  'oxygen.support-unreadable': 'oxygen saturation {value}: the oxygen given with it cannot be read',
  'oxygen.undecided': 'oxygen saturation {value} does not show whether it is at least {percent} %',
} as const satisfies Record<string, string>;
