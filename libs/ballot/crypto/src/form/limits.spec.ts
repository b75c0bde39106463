import { verifyArchive } from '../archive/verify-archive.js';
import { verifyRoll } from '../credentials/roll.js';
import { verifyElection } from '../election/election.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { aBallot } from '../testing/index.js';
import { verifyTrustees } from '../trustees/trustees.js';
import { verifyPolynomial } from '../trustees/ceremony.js';
import {
  ARCHIVE_BYTES_MAX,
  ELECTION_TEXT_MAX,
  EVENTS_MAX,
  MESSAGE_BYTES_MAX,
  ROLL_MAX,
  SIDECAR_BYTES_MAX,
  TRUSTEES_MAX,
} from './limits.js';
import { verifyCertificate } from '../trustees/certificate.js';

// Sizes beyond the stated ones are refused before anything is computed. The sizes of papers, records, questions, answers
// and weights are tested beside what they limit.
const arithmetic = new BigIntArithmetic();
const ballot = aBallot(arithmetic);
const entries = (count: number, entry: string): string => `[${Array.from({ length: count }, () => entry).join()}]`;
/** Says that it is that long; whoever looks at a byte of it fails the test. */
const claimed = (length: number): Uint8Array => Object.freeze({ length }) as unknown as Uint8Array;

it('an archive', () => {
  expect(verifyArchive(claimed(ARCHIVE_BYTES_MAX + 1), { arithmetic })).toMatchObject({ check: 'archive-size' });
});

it('a sidecar', () => {
  expect(verifyArchive(ballot.box().bytes, { arithmetic, sidecar: claimed(SIDECAR_BYTES_MAX + 1) })).toMatchObject({
    check: 'sidecar-form',
    reason: expect.stringContaining('bytes'),
  });
});

it('the number of events', () => {
  const box = ballot.box();
  box.spelledEvent(JSON.stringify({ parent: box.head.hash, height: EVENTS_MAX + 1, type: 'EndBallots' }));
  expect(verifyArchive(box.bytes, { arithmetic })).toMatchObject({ check: 'event-form', reason: `not a whole number up to ${EVENTS_MAX}` });
});

it('an election, also one made to tire a reader', () => {
  for (const text of [`"${'a'.repeat(ELECTION_TEXT_MAX)}"`, `"${'\\\\'.repeat(ELECTION_TEXT_MAX / 2)}"`]) {
    expect(verifyElection(text)).toMatchObject({ check: 'election-form', reason: `longer than ${ELECTION_TEXT_MAX}` });
  }
  for (const text of [
    `"${'a'.repeat(ELECTION_TEXT_MAX - 2)}"`,
    `"${'\\\\'.repeat(ELECTION_TEXT_MAX / 2 - 1)}"`,
    `[${' '.repeat(ELECTION_TEXT_MAX - 2)}]`,
  ]) {
    expect(verifyElection(text)).toMatchObject({ check: 'election-form', reason: 'not an object' });
  }
});

it('a roll', () => {
  expect(verifyRoll(entries(ROLL_MAX + 1, '"4"'), arithmetic)).toMatchObject({
    check: 'roll-form',
    reason: `more than ${ROLL_MAX} entries`,
  });
  expect(verifyRoll(entries(ROLL_MAX, '"4"'), arithmetic)).toMatchObject({ check: 'roll-repeated' });
});

it('the number of trustees, alone or in a threshold group', () => {
  expect(verifyTrustees(arithmetic, entries(TRUSTEES_MAX + 1, '0'))).toMatchObject({
    check: 'trustees-form',
    reason: `more than ${TRUSTEES_MAX} entries`,
  });
  const thresholdTrustees = `{"threshold":1,"certs":${entries(TRUSTEES_MAX + 1, '0')},"coefexps":[],"verification_keys":[]}`;
  expect(verifyTrustees(arithmetic, `[["Pedersen",${thresholdTrustees}]]`)).toMatchObject({
    check: 'trustees-form',
    reason: `more than ${TRUSTEES_MAX} entries`,
  });
});

it('a message of the ceremony', () => {
  const message = JSON.stringify({ message: 'x'.repeat(MESSAGE_BYTES_MAX + 1), signature: { challenge: '0', response: '0' } });
  expect(verifyCertificate(arithmetic, message, { size: 1, threshold: 1, index: 1 })).toMatchObject({
    check: 'threshold-certificate',
    reason: `longer than ${MESSAGE_BYTES_MAX}`,
  });
  expect(verifyPolynomial(arithmetic, { certificates: [message], threshold: 1 }, 1, '{}').ok).toBe(false);
});
