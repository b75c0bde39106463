import type { Readiness } from './readiness.js';
import { missingOffices, setUpSteps } from './set-up-steps.js';

const EMPTY: Readiness = {
  units: 0,
  members: 1,
  membersWithoutUnit: 1,
  membersWithoutSignIn: 0,
  terms: 0,
  session: null,
  offices: [{ office: 'SECRETARIAT', holders: 1 }],
};
const SESSION = {
  id: 's1',
  title: '一次会议',
  state: 'SET_UP' as const,
  delegations: 2,
  delegationsWithoutHead: 0,
  entitled: 57,
  needed: 38,
  delegatesWithoutDelegation: 0,
  membersNotSeated: 12,
};
const READY: Readiness = {
  ...EMPTY,
  units: 3,
  members: 57,
  membersWithoutUnit: 0,
  terms: 1,
  session: SESSION,
  offices: [
    ...EMPTY.offices,
    { office: 'PROPOSALS_COMMITTEE', holders: 3 },
    { office: 'UNIT_HANDLER', holders: 2 },
    { office: 'UNIT_HEAD', holders: 1 },
  ],
};
const open = (readiness: Readiness, hasCall: boolean) =>
  setUpSteps(readiness, hasCall)
    .filter(({ isDone }) => !isDone)
    .map(({ name }) => name);

describe('the set-up path', () => {
  it('begins with everything to do but the sign-ins, and what needs a session waits for it', () => {
    expect(open(EMPTY, false)).toEqual(['units', 'people', 'session', 'delegations', 'delegates', 'offices', 'call']);
    expect(
      setUpSteps(EMPTY, false)
        .filter(({ to }) => to === null)
        .map(({ name }) => name),
    ).toEqual(['delegations', 'delegates', 'call']);
  });

  it('is through when nothing is missing; who is not seated need not be', () => {
    expect(open(READY, true)).toEqual([]);
    expect(open(READY, false)).toEqual(['call']);
  });

  it('names each office that nobody holds', () => {
    expect(missingOffices(EMPTY)).toEqual(['PROPOSALS_COMMITTEE', 'UNIT_HANDLER', 'UNIT_HEAD']);
    expect(missingOffices(READY)).toEqual([]);
  });
});
