// For which patient was a card overridden in this window? A service that then keeps quiet does so for a reason.

/** @param {string} patientId */
const keyOf = (patientId) => `overridden ${patientId}`;

/**
 * @param {string} patientId
 * @param {string} reason as the card put it, or what the clinician wrote
 */
export const rememberOverride = (patientId, reason) => {
  sessionStorage.setItem(keyOf(patientId), reason);
};

/**
 * @param {string} patientId
 * @returns {string | undefined}
 */
export const overrideOf = (patientId) => sessionStorage.getItem(keyOf(patientId)) ?? undefined;
