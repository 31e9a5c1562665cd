// Sentences about transplantation and graft-versus-host disease.

export const transplant = {
  'transplant.what': 'a transplantation',
  'transplant.gvhd': '{name}, grade {grade}, within {days} days',
  'transplant.gvhd-doubtful': 'possibly graft-versus-host disease: {name}',
  'transplant.gvhd-ungraded': '{name}, no grade recorded',
  'transplant.gvhd-low': '{name}, grade {grade}: it speaks of a transplant',
  'transplant.gvhd-over': '{name}, grade {grade}, ended {date}: it speaks of a transplant',
  'transplant.gvhd-end-unknown': 'the record does not say exactly when {name} ended',
  'transplant.gvhd-end': 'last day of {name}',
} as const satisfies Record<string, string>;
