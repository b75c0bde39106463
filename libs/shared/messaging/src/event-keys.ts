import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The keys as the environment gives them. */
export interface EventKeyTexts {
  /** The service's own private key: Ed25519, as PEM (PKCS 8). */
  readonly eventSigningKey: string;
  /**
   * The public keys of all services: `service:key` with spaces or commas between, the key as base64 of its DER (SPKI). A service may have
   * several, while one takes over from another.
   */
  readonly eventPublicKeys: string;
}

const ENTRY = /^([a-z][a-z0-9-]*):([A-Za-z0-9+/]+={0,2})$/;

/**
 * What a service signs with and knows the others by. Redis is transport, whoever reaches it can write there: what it carries is believed
 * for its signature, never for being there.
 */
export class EventKeys {
  private constructor(
    private readonly own: KeyObject,
    private readonly known: ReadonlyMap<string, readonly KeyObject[]>,
  ) {}

  /** @throws Error that says what does not fit, without a word of the keys. */
  static of(service: string, { eventSigningKey, eventPublicKeys }: EventKeyTexts): EventKeys {
    const keys = new EventKeys(privateKeyOf(eventSigningKey), publicKeysOf(eventPublicKeys));
    // A key that the others do not know would have each of its events refused.
    if (!keys.isSigned(service, service, keys.sign(service)))
      throw new Error(`the event keys do not fit: the public keys have none for the signing key of ${service}`);
    return keys;
  }

  /** The service's signature of a statement, as base64url. */
  sign(statement: string): string {
    return sign(null, Buffer.from(statement), this.own).toString('base64url');
  }

  /** Whether a service signed the statement. */
  isSigned(service: string, statement: string, signature: string): boolean {
    const [bytes, signed] = [Buffer.from(statement), Buffer.from(signature, 'base64url')];
    return (this.known.get(service) ?? []).some((key) => verify(null, bytes, key, signed));
  }
}

function privateKeyOf(text: string): KeyObject {
  const key = quietly(() => createPrivateKey(text));
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error('the event keys do not fit: the signing key is no Ed25519 key in PEM');
  return key;
}

function publicKeysOf(text: string): Map<string, KeyObject[]> {
  const known = new Map<string, KeyObject[]>();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [, service = '', encoded = ''] = ENTRY.exec(entry) ?? [];
    const key = quietly(() => createPublicKey({ key: Buffer.from(encoded, 'base64'), format: 'der', type: 'spki' }));
    if (key?.asymmetricKeyType !== 'ed25519')
      throw new Error('the event keys do not fit: the public keys are pairs service:key of Ed25519 keys');
    known.set(service, [...(known.get(service) ?? []), key]);
  }
  return known;
}

/** OpenSSL's words about a key that it cannot read may quote it. */
function quietly(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
