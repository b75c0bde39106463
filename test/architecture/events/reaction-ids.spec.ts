import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../lib/repository.js';

/**
 * Every id that an inbox of a house may hold. One that changes makes events that were handled and are delivered again be handled again: a
 * line is added here with a new reaction, and taken away only with its reaction.
 */
const STORED = {
  'apps/ballot': ['KeepAccountReset', 'KeepDeskSignIn', 'KeepSessionAnnouncement'],
  'apps/congress': ['KeepMotionWhenDecided', 'RecordMandatesWhenElected', 'WithdrawAgendaWhenAnnulled', 'WithdrawMandatesWhenAnnulled'],
  'apps/notifier': [
    'EndNoticesWhen ${event}',
    'ForgetDevicesWhenSignInsEnded',
    'KeepBallotDeadlineWhenSet',
    'KeepDeadlineWhen ${event}',
    'KeepDeadlineWhenSet',
    'KeepMobileWhenChanged',
    'SettleBallotDeadlineWhenMet',
    'SettleDeadlineWhen ${event}',
    'SettleDeadlineWhenMet',
    'SettleDeadlineWhenStopped',
    'StopDeadlineWhen ${event}',
    'TellPeopleWhen ${event}',
  ],
  'apps/proposals': [
    'FixDueDatesWhenSessionSetUp',
    'KeepDecisionsWhenMotionDecided',
    'ReopenAwardsWhenAnnulled',
    'SettleAwardsWhenMotionDecided',
    'WithdrawDecisionsWhenAnnulled',
  ],
  'libs/shared/directory': [
    'EndSignInsWhenEnded',
    'KeepAttendanceWhenChanged',
    'KeepCalendarWhenSet',
    'KeepDelegationWhenFormed',
    'KeepMemberWhenRegistered',
    'KeepOfficeWhenAssigned',
    'KeepOfficeWhenRelieved',
    'KeepOrganisationWhenFounded',
    'KeepSeatWhenSeated',
    'KeepSeatWhenUnseated',
    'KeepSessionWhenClosed',
    'KeepSessionWhenOpened',
    'KeepSessionWhenSetUp',
    'KeepUnitWhenSetUp',
  ],
};

const REACTION = /implements Reaction<[\s\S]+?\n {2,4}readonly id = ['`](.+)['`];/g;

describe.each(Object.entries(STORED))('the reactions of %s', (folder, ids) => {
  it('keep the ids under which inboxes know them', () => {
    const src = join(repositoryRoot(), folder, 'src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('spec'));
    const found = files.flatMap((file) => [...readFileSync(join(src, file), 'utf8').matchAll(REACTION)].map(([, id]) => id));
    expect(found.sort()).toEqual(ids);
  });
});
