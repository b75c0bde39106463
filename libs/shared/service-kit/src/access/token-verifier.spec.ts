import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { ACCESS_TOKEN, CONFIRMATION } from './access-token.js';
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

  describe('of a confirmation', () => {
    const wanted = { ...HOLDS, act: 'rate-reply', about: '44444444-4444-4444-8444-444444444444' } as const;
    const confirmation = (claims: object = {}, endsAtMs = START_MS + CONFIRMATION.lifeS * 1000) =>
      new SignJWT({ org: ACTOR.organisationId, sid: SIGN_IN, act: wanted.act, abt: wanted.about, aud: CONFIRMATION.audience, ...claims })
        .setProtectedHeader({ alg: CONFIRMATION.algorithm })
        .setSubject(ACTOR.memberId)
        .setIssuer(CONFIRMATION.issuer)
        .setExpirationTime(endsAtMs / 1000)
        .sign(keys.privateKey);

    it('takes one that says who did what to what, by which sign-in', async () => {
      expect(await verifier.confirms(await confirmation(), wanted)).toBe(true);
    });

    it.each([
      ['of another sign-in', { sid: ACTOR.memberId }],
      ['of another organisation', { org: SIGN_IN }],
      ['of something else', { abt: SIGN_IN }],
      ['of another act', { act: 'vote' }],
      ['that is an access token', { aud: ACCESS_TOKEN.audience }],
    ])('takes none %s', async (_what, claims) => {
      expect(await verifier.confirms(await confirmation(claims), wanted)).toBe(false);
    });

    it('takes none of somebody else, none that is over, no nonsense, and none as an access token', async () => {
      const given = await confirmation();
      expect(await verifier.confirms(given, { ...wanted, actor: { ...ACTOR, memberId: SIGN_IN } })).toBe(false);
      expect(await verifier.confirms('a.b.c', wanted)).toBe(false);
      expect(await verifier.verify(given)).toBeNull();
      nowMs += (CONFIRMATION.lifeS + 6) * 1000;
      expect(await verifier.confirms(given, wanted)).toBe(false);
    });
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
