import { generateKeyPairSync, sign } from 'node:crypto';
import { shortHash } from '@plenum/ballot-crypto';
import { type Receipt, isSignedFor } from './receipt.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const electionWith = (key: string) =>
  JSON.stringify({ description: `Plenum ballot 7. Acknowledgements are signed with Ed25519 key ${key}.` });
const ELECTION = electionWith(publicKey.export({ format: 'jwk' }).x ?? '');
const PLACE = { tracker: 'abc', position: 4, head: 'f00' };

/** Signs as the service does, with OpenSSL. */
function signed(place = PLACE, key = privateKey): Receipt {
  const text = `plenum-acknowledgement|${shortHash(ELECTION)}|${place.tracker}|${place.position}|${place.head}`;
  return { ...place, signature: sign(null, Buffer.from(text), key).toString('base64url') };
}

describe('a receipt', () => {
  it('stands when it was signed with the key that the election names', () => {
    expect(isSignedFor(signed(), ELECTION)).toBe(true);
  });

  it.each<[string, Receipt, string]>([
    ['of another paper', { ...signed(), tracker: 'abd' }, ELECTION],
    ['of another place', { ...signed(), position: 5 }, ELECTION],
    ['of another board', { ...signed(), head: 'f01' }, ELECTION],
    ['of another key', signed(PLACE, generateKeyPairSync('ed25519').privateKey), ELECTION],
    ['for another election', signed(), `${ELECTION} `],
    ['of an election that names no key', signed(), JSON.stringify({ description: '' })],
    ['without a signature', { ...signed(), signature: '' }, ELECTION],
    ['with something else in its place', { ...signed(), signature: '!!' }, ELECTION],
  ])('does not stand %s', (_, receipt, election) => {
    expect(isSignedFor(receipt, election)).toBe(false);
  });
});
