import { missingIn } from './missing.js';

it.each([
  [null, null, 'both'],
  [null, 'ab', 'text'],
  ['A teacher.', null, 'picture'],
  ['A teacher.', 'ab', null],
] as const)('of text %j and picture %j, %j is missing', (text, picture, missing) => {
  expect(missingIn({ text, picture })).toBe(missing);
});
