import { createPrivateKey, createPublicKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotifierConfig } from '../notifier.config.js';

/** How push services know this house (VAPID, RFC 8292). */
export interface PushIdentity {
  /** The point of the public key, as base64url: what browsers ask to be given. */
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service may write to. */
  readonly subject: string;
}

/** The key of the house for push services; null where it has none, and pushes nothing. */
@Injectable()
export class PushKeys {
  readonly identity: PushIdentity | null;

  /** @throws where the key is none on the curve P-256 */
  constructor({ pushKey, mailFrom }: NotifierConfig) {
    this.identity = pushKey === undefined ? null : { ...halvesOf(pushKey), subject: `mailto:${addressIn(mailFrom)}` };
  }
}

function halvesOf(pem: string): Pick<PushIdentity, 'publicKey' | 'privateKey'> {
  const key = createPrivateKey(pem);
  const { crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  const { d } = key.export({ format: 'jwk' });
  if (crv !== 'P-256' || !x || !y || !d) throw new Error('NOTIFIER_PUSH_KEY is no key on the curve P-256');
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { publicKey: point.toString('base64url'), privateKey: d };
}

const addressIn = (sender: string): string => /[^\s<>]+@[^\s<>]+/.exec(sender)?.[0] ?? 'postmaster@plenum.invalid';
