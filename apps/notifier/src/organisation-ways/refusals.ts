import { DomainError } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import type { Organisers } from '../access/organisers.js';
import type { GroupWay } from '../group-posts/group-ways.repository.js';

/** @throws `notifier.not-an-organiser` */
export async function assertOrganiser(organisers: Organisers, actor: Actor): Promise<void> {
  if (!(await organisers.include(actor))) throw new DomainError('notifier.not-an-organiser', 'forbidden');
}

/** @throws `notifier.outdated` where it is another version than was read, 0 for none */
export function assertUnchanged(way: GroupWay | null, read: number): void {
  if ((way?.version ?? 0) !== read) throw new DomainError('notifier.outdated', 'conflict');
}

/** @throws `notifier.group-not-set` where there is no robot */
export function assertSet(way: GroupWay | null): asserts way is GroupWay {
  if (way === null) throw new DomainError('notifier.group-not-set', 'not-found');
}

/** What the audit trail keeps of a robot: neither its address nor its secret. */
export const audited = ({ provider, isOn, secret, locale, version }: Omit<GroupWay, 'waiting'>): object => ({
  provider,
  isOn,
  isSigned: secret !== null,
  locale,
  version,
});
