import type { MeView, SessionView } from '../../api/shapes.js';
import { sessionsToRun } from './sessions-to-run.js';

const NOW = new Date('2027-03-20T08:00:00+08:00');
const session = (id: string, state: SessionView['state'], opensAt = '2027-03-20T09:00:00+08:00') => ({ id, state, opensAt }) as SessionView;
const me = (office: string, sessionId: string | null) => ({ offices: [{ office, sessionId }] }) as unknown as MeView;
const run = (person: MeView, ...sessions: SessionView[]) => sessionsToRun(sessions, person, NOW).map(({ id }) => id);

describe('the sessions somebody runs today', () => {
  it('are those that are on and those about to begin, also where their time has passed', () => {
    const secretary = me('SECRETARIAT', null);
    expect(
      run(
        secretary,
        session('on', 'OPEN'),
        session('next', 'SET_UP'),
        session('late', 'SET_UP', '2027-03-19T09:00:00+08:00'),
        session('later', 'SET_UP', '2027-03-22T09:00:00+08:00'),
        session('over', 'CLOSED'),
      ),
    ).toEqual(['on', 'next', 'late']);
  });

  it('are of the secretariat alone, and of one session where the office is of one', () => {
    expect(run(me('PRESIDIUM', null), session('on', 'OPEN'))).toEqual([]);
    expect(run(me('SECRETARIAT', 'own'), session('on', 'OPEN'), session('own', 'OPEN'))).toEqual(['own']);
  });
});
