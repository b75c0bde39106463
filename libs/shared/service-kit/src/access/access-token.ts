/** What access tokens are made of: issuer, audience, signature algorithm and life in seconds. */
export const ACCESS_TOKEN = { issuer: 'plenum', audience: 'plenum', algorithm: 'ES256', lifeS: 600 } as const;

/**
 * What confirmations are made of: that somebody showed the password again, for one act on one thing, by the sign-in that acts. Another
 * audience than the access token's, so that neither passes for the other.
 */
export const CONFIRMATION = { issuer: 'plenum', audience: 'plenum-confirmation', algorithm: 'ES256', lifeS: 120 } as const;

/** What is done only by whoever has just shown the password again: a session that stands open is not enough. */
export const CONFIRMED_ACTS = ['rate-reply'] as const;
export type ConfirmedAct = (typeof CONFIRMED_ACTS)[number];
