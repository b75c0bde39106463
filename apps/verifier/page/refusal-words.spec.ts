import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '@plenum/ballot-crypto';
import { BUNDLE_CHECKS } from '../src/evidence/verify-bundle.js';
import { checkInside, grouped, REASONS, reasonFor } from './refusal-words.js';

type Texts = { readonly [name: string]: string | Texts };
const wordsOf = (language: string): Texts => JSON.parse(readFileSync(join(__dirname, 'words', `${language}.json`), 'utf8')) as Texts;
const placesIn = (texts: Texts, at = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${at}${name} ${(text.match(/\{\w+\}/g) ?? []).sort().join()}`] : placesIn(text, `${at}${name}.`),
  );

describe('the words of the page', () => {
  it('are the same in both languages, with the same facts in them', () => {
    expect(placesIn(wordsOf('en'))).toEqual(placesIn(wordsOf('zh-CN')));
  });

  it('have every reason', () => {
    expect(Object.keys(wordsOf('zh-CN')['reasons'] ?? {}).sort()).toEqual([...REASONS].sort());
  });
});

describe('a refusal in words', () => {
  it.each([
    ['paper-repeated', 'papersTwice'],
    ['lots', 'lots'],
    ['paper-off-roll', 'offRoll'],
    ['paper-sum-proof', 'paper'],
    ['event-parent', 'chain'],
    ['record-hash', 'file'],
    ['result-value', 'result'],
    ['share-proof', 'share'],
    ['tally-product', 'sum'],
    ['since-extension', 'since'],
    ['sidecar-proof', 'sidecar'],
    ['trustee-proof', 'setup'],
    ['part-hash', 'bundle'],
    ['record-digest', 'signatures'],
    ['record', 'figures'],
    ['sheets-figures', 'figures'],
    ['audit-chain', 'audit'],
  ])('%s is told as "%s"', (check, reason) => expect(reasonFor(check)).toBe(reason));

  it('says "the file" of those checks alone that are about the file', () => {
    expect([...CHECKS, ...BUNDLE_CHECKS].filter((check) => reasonFor(check) === 'file')).toEqual([
      'archive-size',
      'archive-record',
      'archive-header',
      'record-hash',
      'record-unused',
      'archive',
    ]);
  });

  it('tells of the archive in a bundle what is wrong with the archive', () => {
    expect(checkInside('archive', 'paper-repeated: this very paper was cast before')).toBe('paper-repeated');
    expect(checkInside('outcome', 'paper-repeated: no')).toBe('outcome');
  });
});

it('a fingerprint is read in groups of four', () => {
  expect(grouped('0123456789ab')).toBe('0123 4567 89ab');
  expect(grouped('')).toBe('');
});
