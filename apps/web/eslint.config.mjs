import house from '../../eslint.config.mjs';

const oneWay = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });
const FEATURES = { regex: '/features/', message: 'The flow is one way: shared -> features -> app.' };
const APP = { regex: '/app/', message: 'The flow is one way: shared -> features -> app.' };

const NEW_IN = (since, instead) => `Built in since ${since}: browsers of 2021 do not have it. ${instead}`;
/** What browsers of 2021 lack; what the language itself has added since, the compiler refuses (`lib` in tsconfig.json). */
const TOO_NEW = [
  { object: 'AbortSignal', property: 'any', message: NEW_IN(2023, 'Listen to both signals.') },
  { object: 'AbortSignal', property: 'timeout', message: NEW_IN(2022, 'Use a timer.') },
  { object: 'crypto', property: 'randomUUID', message: NEW_IN(2022, 'And only on https: see use-retry-key.ts.') },
  { object: 'window', property: 'structuredClone', message: NEW_IN(2022, 'Copy by hand.') },
];

/** Features never import each other; what two of them need is in `shared`. No file gathers others for import. */
export default [
  ...house,
  {
    files: ['src/**/*.{ts,tsx}', 'apps/web/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': ['error', ...TOO_NEW],
      'no-restricted-globals': [
        'error',
        { name: 'structuredClone', message: NEW_IN(2022, 'Copy by hand.') },
        { name: 'BroadcastChannel', message: NEW_IN(2022, 'Use the storage event.') },
      ],
    },
  },
  oneWay(['src/{api,i18n,shared}/**/*.{ts,tsx}', 'apps/web/src/{api,i18n,shared}/**/*.{ts,tsx}'], [FEATURES, APP]),
  ...[1, 2].map((depth) => {
    const [folders, up] = ['/*'.repeat(depth), '\\.\\./'.repeat(depth)];
    return oneWay(
      [`src/features${folders}/*.{ts,tsx}`, `apps/web/src/features${folders}/*.{ts,tsx}`],
      [{ regex: `^${up}(?!\\.\\./)`, message: 'Features never import each other: move what both need to shared.' }, APP],
    );
  }),
];
