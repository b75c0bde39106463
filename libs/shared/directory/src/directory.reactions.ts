import type { Envelope } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import type { Reaction } from '@plenum/messaging';
import { KeepOfficeWhenAssigned, KeepOfficeWhenRelieved } from './projections/offices.projection.js';
import {
  KeepCalendarWhenSet,
  KeepMemberWhenRegistered,
  KeepOrganisationWhenFounded,
  KeepUnitWhenSetUp,
} from './projections/organisations.projection.js';
import {
  KeepAttendanceWhenChanged,
  KeepDelegationWhenFormed,
  KeepSeatWhenSeated,
  KeepSeatWhenUnseated,
} from './projections/seats.projection.js';
import { EndSignInsWhenEnded } from './projections/sign-ins.projection.js';
import { KeepSessionWhenClosed, KeepSessionWhenOpened, KeepSessionWhenSetUp } from './projections/sessions.projection.js';

/** The reactions that keep the directory; a service adds them to its own with one line. */
export const DIRECTORY_REACTIONS = [
  KeepOrganisationWhenFounded,
  KeepUnitWhenSetUp,
  KeepCalendarWhenSet,
  KeepMemberWhenRegistered,
  EndSignInsWhenEnded,
  KeepSessionWhenSetUp,
  KeepSessionWhenOpened,
  KeepSessionWhenClosed,
  KeepDelegationWhenFormed,
  KeepSeatWhenSeated,
  KeepSeatWhenUnseated,
  KeepOfficeWhenAssigned,
  KeepOfficeWhenRelieved,
  KeepAttendanceWhenChanged,
];

/** Writes one event into the directory, past queue and inbox: for tests that need people before anything else. */
export async function projectIntoDirectory(tx: Transaction, event: Pick<Envelope, 'name' | 'version' | 'data'>): Promise<void> {
  const reactions: readonly Reaction[] = DIRECTORY_REACTIONS.map((reaction) => new reaction());
  for (const reaction of reactions.filter(({ hears }) => hears === event.name)) await reaction.react(event as Envelope, tx);
}
