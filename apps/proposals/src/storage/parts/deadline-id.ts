import type { DeadlineSetEvent } from '@plenum/proposals-domain';
import { derivedId } from '@plenum/service-kit';

/** Follows from what is owed, so that whoever hears that it is met finds it. */
export const deadlineIdOf = ({ about, matter, round }: Pick<DeadlineSetEvent, 'about' | 'matter' | 'round'>): string =>
  derivedId(about.id, matter, round);
