/**
 * The first word of every query key, and whether a notice may be about what is asked under it: then it is asked anew when it is looked at.
 * The compiler takes no key that begins with another word. Not how a matter is supervised: a notice may say that it is so no longer, and
 * whoever still has it on screen would be refused.
 */
export const CHANGED_BY_NOTICES = {
  notices: true,
  proposals: true,
  proposal: true,
  calls: true,
  requests: true,
  'reply-desk': true,
  contacts: true,
  merging: true,
  commitments: true,
  opinions: true,
  publication: true,
  'published-matters': true,
  awards: true,
  announcements: true,
  ballots: true,
  ballot: true,
  agenda: true,
  papers: true,
  duties: true,
  'duty-rules': false,
  attendance: false,
  calendar: false,
  'call-presets': false,
  certificates: false,
  'counted-day': false,
  delegates: false,
  delegations: false,
  'headed-delegation': false,
  house: false,
  'key-names': false,
  mandates: false,
  me: false,
  members: false,
  offices: false,
  'own-devices': false,
  'own-key': false,
  'own-lot': false,
  'own-paper': false,
  picture: false,
  reminders: false,
  preferences: false,
  pushes: false,
  presets: false,
  proofs: false,
  readiness: false,
  'saved-filters': false,
  session: false,
  sessions: false,
  similar: false,
  supervision: false,
  terms: false,
  units: false,
  unreached: false,
  ways: false,
} as const satisfies Readonly<Record<string, boolean>>;

export type QueryFamily = keyof typeof CHANGED_BY_NOTICES;

declare module '@tanstack/react-query' {
  interface Register {
    queryKey: readonly [QueryFamily, ...(readonly unknown[])];
  }
}
