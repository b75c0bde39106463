import { randomUUID } from 'node:crypto';
import { MUTABLE, NOTICE_KINDS, type NoticeKind } from '@plenum/contracts';
import fc from 'fast-check';
import type { NotifierConfig } from '../notifier.config.js';
import { UnsubscribeTokens } from './unsubscribe-tokens.js';

const tokensOf = (eventSigningKey: string) => new UnsubscribeTokens({ eventSigningKey } as NotifierConfig);
const KINDS = NOTICE_KINDS.filter((kind) => MUTABLE.includes(`${kind}:mail`));

describe('the token of a mail for whoever wants no more of its kind', () => {
  const tokens = tokensOf('the key of this house');

  it('says whose mails and which kinds, and fits into an address', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.subarray(KINDS, { minLength: 1 }), (memberId, kinds) => {
        const token = tokens.tokenFor({ memberId, kinds }) as string;
        expect(token).toMatch(/^[\w-]{44}$/);
        expect(tokens.read(token)).toEqual({ memberId, kinds });
      }),
    );
  });

  it.each(['duties', 'service', 'votes', 'account'] as const)('is not given for %s, alone or among others', (kind: NoticeKind) => {
    expect(tokens.tokenFor({ memberId: randomUUID(), kinds: [kind] })).toBeNull();
    expect(tokens.tokenFor({ memberId: randomUUID(), kinds: ['proposals', kind] })).toBeNull();
    expect(tokens.tokenFor({ memberId: randomUUID(), kinds: [] })).toBeNull();
  });

  it('is worth nothing once a bit of it is another, it is cut off, or another house gave it', () => {
    const token = tokens.tokenFor({ memberId: randomUUID(), kinds: ['results'] }) as string;
    const bytes = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(tokens.read(forged.toString('base64url'))).toBeNull();
    }
    for (const broken of ['', token.slice(0, -1), `${token}A`, `${token}=`, 'x'.repeat(44), token.replace(/^./, '%')])
      expect(tokens.read(broken)).toBeNull();
    expect(tokensOf('the key of another').read(token)).toBeNull();
  });
});
