/** The layers of a service, each a folder with what lies below it, from the lowest to the highest: a layer imports only those before it. */
export interface ServiceLayers {
  /** What every capability stands on: storage, access, and the shapes that several endpoints ask or answer with. */
  readonly ground: readonly string[];
  /** One folder a capability, with a Nest module of its own. */
  readonly capabilities: readonly string[];
}

/** The layers of every service; the module on top, the boot and the config lie beside them. */
export const SERVICES: Readonly<Record<string, ServiceLayers>> = {
  'apps/congress/src': {
    ground: ['storage', 'access', 'credentials'],
    capabilities: [
      'sign-in',
      'accounts',
      'organisations',
      'calendar',
      'members',
      'roster',
      'sessions',
      'seating',
      'offices',
      'attendance',
      'mandates',
      'readiness',
    ],
  },
  'apps/ballot/src': {
    ground: ['storage', 'access', 'presence', 'eligibility', 'shapes'],
    capabilities: [
      'preparing',
      'describing',
      'nominating',
      'sealed/verification',
      'sealed/ceremony',
      'sealed/board',
      'sealed/casting',
      'sealed/decryption',
      'issuing/desk',
      'issuing/slips',
      'issuing/accounts',
      'voting',
      'timing',
      'turnout',
      'counting',
      'paper-desk',
      'declaring',
      'objecting',
      'open-seats',
      'documents',
      'evidence',
      'rehearsing',
      'reading',
      'pending-tasks',
    ],
  },
  'apps/notifier/src': {
    ground: ['storage', 'access', 'messages', 'ways', 'notices'],
    capabilities: ['inbox', 'mailing', 'group-posts', 'organisation-ways', 'reminders', 'preferences', 'unreached'],
  },
  'apps/proposals/src': {
    ground: ['storage', 'access', 'shapes'],
    capabilities: [
      'calls',
      'participation',
      'filing',
      'seconding',
      'endorsement',
      'requests',
      'merging',
      'texts',
      'attachments',
      'similar',
      'review',
      'handling',
      'replying',
      'feedback',
      'commitments',
      'supervision',
      'confidentiality',
      'decisions',
      'publication',
      'opinions',
      'board',
      'report',
      'awards',
      'letters',
      'pending-tasks',
      'deadlines',
      'saved-filters',
    ],
  },
};
