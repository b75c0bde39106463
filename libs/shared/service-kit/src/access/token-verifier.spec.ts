import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { ACCESS_TOKEN } from './access-token.js';
import { TokenVerifier } from './token-verifier.js';

const ACTOR = { memberId: '11111111-1111-4111-8111-111111111111', organisationId: '22222222-2222-4222-8222-222222222222' };
const SIGN_IN = '33333333-3333-4333-8333-333333333333';
const HOLDS = { actor: ACTOR, signInId: SIGN_IN };
const START_MS = Date.UTC(2026, 0, 1);

describe('a token verifier', () => {
  let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
  let nowMs: number;
  let asked: number;
  let verifier: TokenVerifier;
  beforeAll(async () => {
    keys = await generateKeyPair(ACCESS_TOKEN.algorithm);
  });
  beforeEach(() => {
    [nowMs, asked] = [START_MS, 0];
    const getKey = () => {
      asked += 1;
      return keys.publicKey;
    };
    verifier = new TokenVerifier(getKey, () => nowMs);
  });

  const token = (privateKey = keys.privateKey): Promise<string> =>
    new SignJWT({ org: ACTOR.organisationId, sid: SIGN_IN })
      .setProtectedHeader({ alg: ACCESS_TOKEN.algorithm })
      .setSubject(ACTOR.memberId)
      .setIssuer(ACCESS_TOKEN.issuer)
      .setAudience(ACCESS_TOKEN.audience)
      .setExpirationTime(START_MS / 1000 + ACCESS_TOKEN.lifeS)
      .sign(privateKey);

  it('checks a signature once and remembers whose token it is', async () => {
    const given = await token();
    expect([await verifier.verify(given), await verifier.verify(given)]).toEqual([
      expect.objectContaining(HOLDS),
      expect.objectContaining(HOLDS),
    ]);
    expect(asked).toBe(1);
  });

  it('forgets a token when it expires', async () => {
    const given = await token();
    await verifier.verify(given);
    nowMs += (ACCESS_TOKEN.lifeS + 6) * 1000;
    expect(await verifier.verify(given)).toBeNull();
  });

  it('remembers nothing of a token that does not hold, nor lets a changed one pass for it', async () => {
    const other = await generateKeyPair(ACCESS_TOKEN.algorithm);
    const forged = await token(other.privateKey);
    expect([await verifier.verify(forged), await verifier.verify(forged)]).toEqual([null, null]);
    const given = await token();
    await verifier.verify(given);
    expect(await verifier.verify(`${given.slice(0, -4)}AAAA`)).toBeNull();
  });
});
