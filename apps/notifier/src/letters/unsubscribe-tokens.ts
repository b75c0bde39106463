import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isMandatory, NOTICE_KINDS, type NoticeKind } from '@plenum/contracts';
import { NotifierConfig } from '../notifier.config.js';

/** Whose mails of which kinds are to end. */
export interface Unsubscription {
  readonly memberId: string;
  readonly kinds: readonly NoticeKind[];
}

/** The kinds that a token may name, each by its bit: only ever added to, since mails with tokens are out there. */
const BITS: { readonly [K in Exclude<NoticeKind, 'duties' | 'service' | 'votes' | 'account'>]: number } = {
  proposals: 1,
  'unit-matters': 2,
  results: 4,
  sessions: 8,
  announcements: 16,
};
const MUTABLE_KINDS = NOTICE_KINDS.filter((kind): kind is keyof typeof BITS => !isMandatory(kind));

const [ID_BYTES, SIGNATURE_BYTES, KEY_BYTES] = [16, 16, 32];
const TOKEN_BYTES = ID_BYTES + 1 + SIGNATURE_BYTES;

/**
 * What stands in a mail for whoever wants no more of its kind: a person and kinds, signed, so that nobody ends another's mails. It says
 * nothing else and opens nothing else. Signed by a key made of the one that signs events: each replica has it, and no one else.
 */
@Injectable()
export class UnsubscribeTokens {
  private readonly key: Buffer;

  constructor({ eventSigningKey }: NotifierConfig) {
    this.key = Buffer.from(hkdfSync('sha256', eventSigningKey, '', 'plenum unsubscribe', KEY_BYTES));
  }

  /** The token for some kinds of somebody; null where one of them is nobody's to mute. */
  tokenFor({ memberId, kinds }: Unsubscription): string | null {
    if (kinds.length === 0 || kinds.some(isMandatory)) return null;
    const bits = MUTABLE_KINDS.filter((kind) => kinds.includes(kind)).reduce((sum, kind) => sum | BITS[kind], 0);
    const said = Buffer.concat([Buffer.from(memberId.replaceAll('-', ''), 'hex'), Buffer.of(bits)]);
    return Buffer.concat([said, this.signatureOf(said)]).toString('base64url');
  }

  /** What a token says; null where it was not given out here, or was cut off on its way. */
  read(token: string): Unsubscription | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return null;
    const [said, signature] = [bytes.subarray(0, ID_BYTES + 1), bytes.subarray(ID_BYTES + 1)];
    if (!timingSafeEqual(signature, this.signatureOf(said))) return null;
    const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(said.toString('hex', 0, ID_BYTES)) as RegExpExecArray;
    const bits = said.readUInt8(ID_BYTES);
    return { memberId: parts.join('-'), kinds: MUTABLE_KINDS.filter((kind) => (bits & BITS[kind]) > 0) };
  }

  private signatureOf(said: Buffer): Buffer {
    return createHmac('sha256', this.key).update(said).digest().subarray(0, SIGNATURE_BYTES);
  }
}
