/** What access tokens are made of: issuer, audience, signature algorithm and life in seconds. */
export const ACCESS_TOKEN = { issuer: 'plenum', audience: 'plenum', algorithm: 'ES256', lifeS: 600 } as const;
