/** Conventional commits; the scope is a project of this workspace (`test/architecture` keeps the list complete). */
export const PROJECT_SCOPES = [
  'congress',
  'proposals',
  'ballot',
  'notifier',
  'web',
  'standalone',
  'verifier',
  'kernel',
  'calendar',
  'contracts',
  'database',
  'messaging',
  'service-kit',
  'directory',
  'local-servers',
  'test-kit',
  'congress-domain',
  'proposals-domain',
  'ballot-domain',
  'ballot-crypto',
  'ballot-verification',
  'test',
];

/** What is nobody's project: the root files and generators, the documents, the images. */
export const OTHER_SCOPES = ['workspace', 'docs', 'docker'];

export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-enum': [2, 'always', [...PROJECT_SCOPES, ...OTHER_SCOPES]],
    'scope-empty': [2, 'never'],
    'subject-case': [0], // "PostgreSQL restarted" is a good beginning of a subject.
    'body-max-line-length': [0], // A quoted log line may be long.
  },
};
