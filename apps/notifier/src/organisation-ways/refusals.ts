import { DomainError } from '@plenum/kernel';
import type { GroupWay } from '../group-posts/group-ways.repository.js';
import type { KeptMessageApp } from '../personal-messages/message-apps.repository.js';
import type { KeptSmsGateway } from '../sms/sms-gateways.repository.js';

/** @throws `notifier.outdated` where it is another version than was read, 0 for none */
export function assertUnchanged(way: { readonly version: number } | null, read: number): void {
  if ((way?.version ?? 0) !== read) throw new DomainError('notifier.outdated', 'conflict');
}

/** @throws the code where there is none */
export function assertSet<W>(
  way: W | null,
  code: 'notifier.group-not-set' | 'notifier.app-not-set' | 'notifier.sms-not-set',
): asserts way is W {
  if (way === null) throw new DomainError(code, 'not-found');
}

const BETWEEN_TRIALS_MS = 10_000; // Trials count among what a provider takes in a minute.

/** @throws `notifier.tested-just-now` */
export function assertNotJustTried({ testedAt }: { readonly testedAt: Date | null }, now: Date): void {
  if (testedAt && now.getTime() - testedAt.getTime() < BETWEEN_TRIALS_MS)
    throw new DomainError('notifier.tested-just-now', 'conflict', { seconds: BETWEEN_TRIALS_MS / 1_000 });
}

/** What the audit trail keeps of a robot: neither its address nor its secret. */
export const audited = ({ provider, isOn, secret, locale, version }: Omit<GroupWay, 'waiting'>): object => ({
  provider,
  isOn,
  isSigned: secret !== null,
  locale,
  version,
});

/** What the audit trail keeps of an app: no secret. */
export const auditedApp = ({ provider, appId, agentId, idIs, isOn, version }: KeptMessageApp): object => ({
  provider,
  appId,
  agentId,
  idIs,
  isOn,
  version,
});

/** What the audit trail keeps of a gateway: where it is, and neither its secret nor what may hold one. */
export const auditedGateway = ({ url, method, format, secret, signature, charactersMax, isOn, version }: KeptSmsGateway): object => ({
  origin: new URL(url).origin,
  method,
  format,
  hasSecret: secret !== null,
  signature,
  charactersMax,
  isOn,
  version,
});
