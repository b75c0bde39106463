import house from '../../eslint.config.mjs';

const oneWay = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });
const FEATURES = { regex: '/features/', message: 'The flow is one way: shared -> features -> app.' };
const APP = { regex: '/app/', message: 'The flow is one way: shared -> features -> app.' };

/** Features never import each other; what two of them need is in `shared`. No file gathers others for import. */
export default [
  ...house,
  oneWay(['src/{api,i18n,shared}/**/*.{ts,tsx}', 'apps/web/src/{api,i18n,shared}/**/*.{ts,tsx}'], [FEATURES, APP]),
  oneWay(
    ['src/features/*/*.{ts,tsx}', 'apps/web/src/features/*/*.{ts,tsx}'],
    [{ regex: '^\\.\\./(?!\\.\\./)', message: 'Features never import each other: move what both need to shared.' }, APP],
  ),
];
