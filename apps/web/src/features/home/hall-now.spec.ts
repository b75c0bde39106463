import type { BallotRow, MeView, BallotTask } from '../../api/shapes.js';
import { hallNow, openMandateOf } from './hall-now.js';

const ballot = (id: string, state: BallotRow['state'], sessionId = 's') => ({ id, state, sessionId }) as BallotRow;
const owed = (matter: BallotTask['matter'], dueAt: string | null = null) => ({ ballotId: 'b', matter, dueAt }) as BallotTask;
const mandate = (sessionId: string, sessionState: string, kind = 'DELEGATE') =>
  ({ sessionId, sessionState, kind }) as MeView['mandates'][number];
const me = (...mandates: MeView['mandates']) => ({ mandates }) as unknown as MeView;

describe('what the hall does now', () => {
  it('is to sign in, before everything else, also for who left and comes back', () => {
    expect(hallNow('EXPECTED', [owed('vote')], [ballot('b', 'OPEN')], 's')).toEqual({ step: 'sign-in', cameBefore: false });
    expect(hallNow('LEFT', [], [], 's')).toEqual({ step: 'sign-in', cameBefore: true });
  });

  it('is what a vote asks of this person now, not what has time', () => {
    expect(hallNow('HERE', [owed('archive', '2027-04-01T00:00:00.000Z'), owed('vote')], [ballot('b', 'OPEN')], 's')).toMatchObject({
      step: 'owed',
      item: { matter: 'vote' },
    });
  });

  it('is to follow the vote of the others, then the count, then the result of this session', () => {
    const others = [ballot('other', 'OPEN', 'elsewhere'), ballot('old', 'DECLARED')];
    expect(hallNow('HERE', [], [...others, ballot('b', 'OPEN')], 's')).toMatchObject({ step: 'voting', ballot: { id: 'b' } });
    expect(hallNow('HERE', [], [...others, ballot('b', 'TALLIED')], 's')).toMatchObject({ step: 'counting', ballot: { id: 'b' } });
    expect(hallNow('HERE', [], others, 's')).toMatchObject({ step: 'result', ballot: { id: 'old' } });
    for (const state of ['APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'] as const)
      expect(hallNow('HERE', [], [ballot('b', state), ...others], 's')).toMatchObject({ step: 'result', ballot: { id: 'b' } });
    expect(hallNow('HERE', [], [ballot('b', 'ANNULLED')], 's')).toEqual({ step: 'wait' });
    expect(hallNow('HERE', [owed('archive', '2027-04-01T00:00:00.000Z')], [ballot('draft', 'RULES_DRAFT')], 's')).toEqual({ step: 'wait' });
  });

  it('happens in the session that is on, where somebody has a vote first', () => {
    expect(openMandateOf(me(mandate('before', 'CLOSED'), mandate('guest', 'OPEN', 'INVITEE'), mandate('own', 'OPEN')))?.sessionId).toBe(
      'own',
    );
    expect(openMandateOf(me(mandate('guest', 'OPEN', 'INVITEE')))?.sessionId).toBe('guest');
    expect(openMandateOf(me(mandate('next', 'SET_UP')))).toBeNull();
  });
});
