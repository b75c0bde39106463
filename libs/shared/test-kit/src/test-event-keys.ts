import { generateKeyPairSync } from 'node:crypto';

import { SUBSCRIBERS } from '@plenum/contracts';

/** The keys of events as a service is given them. */
export interface TestEventKeys {
  readonly eventSigningKey: string;
  readonly eventPublicKeys: string;
}

let made: ReturnType<typeof newPair> | undefined;

/**
 * Keys for services under test: one pair stands for all of them, and for whoever else is named, so that a test may speak as any service.
 * `isFresh` makes a pair that nobody else in the test has.
 */
export function testEventKeys(names: readonly string[] = [], { isFresh = false } = {}): TestEventKeys {
  const { signing, published } = isFresh ? newPair() : (made ??= newPair());
  return { eventSigningKey: signing, eventPublicKeys: [...SUBSCRIBERS, ...names].map((name) => `${name}:${published}`).join(' ') };
}

function newPair(): { readonly signing: string; readonly published: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    signing: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    published: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}
