import { civilDate } from '@plenum/calendar';
import type { Authority } from '../proposal/authority.js';
import { inState, matterIn, when } from '../testing/a-proposal.js';
import { ASSISTANT, COMMITTEE, HANDLER, LEAD, LEADER, PRESIDIUM, SECONDERS, STRANGER, aDelegate } from '../testing/people.js';
import { MATTER_STATES, type MatterState } from '../vocabulary/vocabulary.js';
import {
  SUPERVISION_ACTIONS,
  type SupervisedMatter,
  type SupervisionAction,
  type SupervisionChange,
  allowedOnSupervision,
  assertSupervisionCurrent,
  logVisit,
  markKey,
  maySeeSupervision,
  nameCaseOwner,
  unmarkKey,
  unsupervised,
} from './supervision.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const [SECONDER] = SECONDERS as [Authority, ...Authority[]];
const OTHER = { memberId: 'another', reviews: true };
const VISIT = { id: 'visit', visitedOn: civilDate('2026-03-10'), withWhom: ' The head of logistics. ', found: ' Half of it is built. ' };

function matter(state: MatterState = 'IN_PROGRESS', isKey = false): SupervisedMatter {
  const proposal = inState[state]();
  const ordinary = { state: proposal.state, proposal, supervision: unsupervised(proposal) };
  if (!isKey) return ordinary;
  const key = { reason: 'Many ask for it.', by: 'committee', at: when().at };
  return { ...ordinary, supervision: { ...ordinary.supervision, state: 'KEY', key } };
}

const TAKE: Record<SupervisionAction, (it: SupervisedMatter, by: Authority) => SupervisionChange> = {
  'mark-key': (it, by) => markKey(it, by, ' Many ask for it. ', when()),
  'unmark-key': (it, by) => unmarkKey(it, by, when()),
  'name-case-owner': (it, by) => nameCaseOwner(it, by, OTHER, when()),
  'log-visit': (it, by) => logVisit(it, by, VISIT, when()),
};
const ROLES = { committee: COMMITTEE, lead: LEAD, seconder: SECONDER, unit: HANDLER, presidium: PRESIDIUM, stranger: STRANGER };
const ENTITLED: Record<SupervisionAction, string> = {
  'mark-key': 'committee',
  'unmark-key': 'committee',
  'name-case-owner': 'committee',
  'log-visit': 'committee lead seconder',
};
const ACCEPTED = ['FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'CLOSED'];
const CELLS = MATTER_STATES.flatMap((state) =>
  SUPERVISION_ACTIONS.flatMap((action) => Object.keys(ROLES).map((role) => [state, action, role] as const)),
);

describe('every way to look after a matter, in every state, by everybody', () => {
  it.each(CELLS)('%s: %s by the %s', (state, action, role) => {
    const it = matter(state, action === 'unmark-key');
    const by = ROLES[role as keyof typeof ROLES];
    // A draft has no seconder yet.
    const isEntitled = ENTITLED[action].split(' ').includes(role) && !(state === 'DRAFT' && role === 'seconder');
    const isAllowed = isEntitled && ACCEPTED.includes(state);
    expect(allowedOnSupervision(it.proposal, it.supervision, by, when()).includes(action)).toBe(isAllowed);
    if (isAllowed) expect(TAKE[action](it, by).supervision.version).toBe(1);
    else expect(() => TAKE[action](it, by)).toThrow(refused(isEntitled ? 'proposals.wrong-state' : 'proposals.not-the-committee'));
  });
});

describe('a key matter', () => {
  it('says who made it one, and why; and is one once', () => {
    const { supervision, events } = TAKE['mark-key'](matter(), COMMITTEE);
    expect(supervision).toMatchObject({ state: 'KEY', key: { reason: 'Many ask for it.', by: 'committee' } });
    expect(events).toEqual([{ type: 'KeyMatterSet', reason: 'Many ask for it.' }]);
    expect(() => TAKE['mark-key'](matter('FILED', true), COMMITTEE)).toThrow(refused('proposals.wrong-state'));
    expect(() => TAKE['unmark-key'](matter(), COMMITTEE)).toThrow(refused('proposals.wrong-state'));
    expect(() => markKey(matter(), COMMITTEE, ' ', when())).toThrow(refused('proposals.reason-required'));
    expect(TAKE['unmark-key'](matter('FILED', true), COMMITTEE).supervision).toMatchObject({ state: 'ORDINARY', key: null });
  });
});

describe('a case owner', () => {
  it('sits on the committee, is told, and may be none', () => {
    expect(TAKE['name-case-owner'](matter(), COMMITTEE)).toMatchObject({
      supervision: { caseOwnerId: 'another' },
      events: [{ type: 'CaseOwnerNamed', memberId: 'another' }],
    });
    expect(nameCaseOwner(matter(), COMMITTEE, COMMITTEE, when()).events).toEqual([]);
    expect(nameCaseOwner(matter(), COMMITTEE, null, when()).supervision.caseOwnerId).toBeNull();
    expect(() => nameCaseOwner(matter(), COMMITTEE, { memberId: 'lead', reviews: false }, when())).toThrow(
      refused('proposals.not-of-the-committee', { memberId: 'lead' }),
    );
  });
});

describe('a visit', () => {
  it('is logged by either side, and says by which', () => {
    const one = logVisit(matter(), COMMITTEE, VISIT, when());
    const both = logVisit({ ...matter(), supervision: one.supervision }, SECONDER, { ...VISIT, id: 'next' }, when());
    expect(both.supervision.visits).toMatchObject([
      { as: 'COMMITTEE', by: 'committee', withWhom: 'The head of logistics.', found: 'Half of it is built.' },
      { as: 'PROPOSER', by: 'ding' },
    ]);
    expect(both.events).toEqual([{ type: 'VisitLogged', by: 'ding', as: 'PROPOSER' }]);
  });

  it('is refused without words, and on a day that is ahead', () => {
    expect(() => logVisit(matter(), LEAD, { ...VISIT, withWhom: ' ', found: '' }, when())).toThrow(
      refused('proposals.incomplete', { fields: ['withWhom', 'found'] }),
    );
    const ahead = { ...VISIT, visitedOn: civilDate('2026-03-11') };
    expect(() => logVisit(matter(), LEAD, ahead, when())).toThrow(refused('proposals.visit-ahead'));
  });
});

describe('how a matter is looked after', () => {
  it('is read by both sides, the units and whoever oversees, and by no other delegate', () => {
    const it = matterIn.IN_PROGRESS();
    const readers = { COMMITTEE, LEAD, SECONDER, HANDLER, ASSISTANT, LEADER, PRESIDIUM };
    for (const by of Object.values(readers)) expect(maySeeSupervision(it, by)).toBe(true);
    for (const by of [STRANGER, aDelegate('another')]) expect(maySeeSupervision(it, by)).toBe(false);
  });

  it('is changed on the version that was read', () => {
    expect(() => assertSupervisionCurrent(unsupervised({ id: 'p', organisationId: 'o' }), 1)).toThrow(refused('proposals.outdated'));
  });
});
