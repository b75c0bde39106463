import { type Action, type Authority, POLICIES, refusal } from './policy.js';

const MEMBER: Authority = { memberId: 'm1', runsOrganisation: false, runsSession: false };
const OF_SESSION: Authority = { ...MEMBER, runsSession: true };
const OF_ORGANISATION: Authority = { ...OF_SESSION, runsOrganisation: true };

/** Who may, written down a second time: any member, the session's secretariat and the organisation's, or the latter alone. */
const WHO: Readonly<Record<'anybody' | 'oneself' | 'session' | 'organisation', readonly Action[]>> = {
  anybody: ['read-unit', 'read-session', 'read-agenda', 'read-papers', 'read-duties', 'settle-duty'],
  oneself: ['sign-in-to-session', 'leave-session'],
  session: [
    'open-session',
    'close-session',
    'revise-agenda',
    'agree-agenda',
    'adopt-agenda',
    'reopen-agenda',
    'restore-agenda',
    'read-paper-readers',
    'bring-paper',
    'bring-paper-version',
    'send-papers',
    'withdraw-paper',
    'set-papers-rule',
    'form-delegation',
    'amend-delegation',
    'seat-delegate',
    'seat-many',
    'unseat-delegate',
    'read-attendees',
  ],
  organisation: [
    'set-up-unit',
    'rename-unit',
    'set-calendar',
    'read-readiness',
    'register-member',
    'amend-member',
    'issue-sign-in-code',
    'unlock-sign-in',
    'read-accounts',
    'preview-roster',
    'choose-creations',
    'confirm-roster',
    'read-roster',
    'assign-office',
    'relieve-office',
    'set-up-term',
    'set-up-session',
    'define-duty-rule',
    'amend-duty-rule',
    'stop-duty-rule',
    'waive-duty',
  ],
};
const mayOf = (action: Action, memberId: string | null = null) =>
  [MEMBER, OF_SESSION, OF_ORGANISATION].map((by) => refusal(action, by, memberId)?.code ?? 'may');

describe('the policies of the congress', () => {
  it('are all written down here', () => {
    expect(Object.values(WHO).flat().sort()).toEqual(Object.keys(POLICIES).sort());
  });

  it.each(WHO.anybody)('let any member %s', (action) => {
    expect(mayOf(action)).toEqual(['may', 'may', 'may']);
  });

  it.each(WHO.session)('let the secretariat of the session %s', (action) => {
    expect(mayOf(action)).toEqual(['congress.forbidden', 'may', 'may']);
    expect(POLICIES[action].subject).toBe('session');
  });

  it.each(WHO.organisation)('let the secretariat of the organisation alone %s', (action) => {
    expect(mayOf(action)).toEqual(['congress.forbidden', 'congress.forbidden', 'may']);
  });

  it.each(WHO.oneself)('let a member %s for themselves, and the desk for anybody', (action) => {
    expect(mayOf(action, 'm1')).toEqual(['may', 'may', 'may']);
    expect(mayOf(action, 'm2')).toEqual(['congress.forbidden', 'may', 'may']);
    expect(mayOf(action)).toEqual(['congress.forbidden', 'may', 'may']);
  });
});
