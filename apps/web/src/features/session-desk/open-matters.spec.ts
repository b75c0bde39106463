import type { BallotRow, BallotState } from '../../api/shapes.js';
import { openMattersOf } from './open-matters.js';

const ballot = (id: string, state: BallotState, sessionId = 's') => ({ id, state, sessionId }) as BallotRow;
const ids = (rows: readonly BallotRow[]) => rows.map(({ id }) => id);

describe('what a closing would leave behind', () => {
  it('is told by what each ballot waits for', () => {
    const matters = openMattersOf(
      [
        ballot('runs', 'OPEN'),
        ballot('closed', 'CLOSED'),
        ballot('counted', 'TALLIED'),
        ballot('signed', 'SIGNED'),
        ballot('draft', 'RULES_DRAFT'),
        ballot('frozen', 'ROLL_FROZEN'),
      ],
      's',
    );
    expect(Object.fromEntries(Object.entries(matters).map(([stage, rows]) => [stage, ids(rows as readonly BallotRow[])]))).toEqual({
      running: ['runs'],
      uncounted: ['closed', 'counted'],
      undeclared: ['signed'],
      unheld: ['draft', 'frozen'],
    });
  });

  it('is nothing that is over, and nothing of another session', () => {
    const matters = openMattersOf(
      [ballot('declared', 'DECLARED'), ballot('annulled', 'ANNULLED'), ballot('elsewhere', 'OPEN', 'other')],
      's',
    );
    expect(Object.values(matters).flat()).toEqual([]);
  });
});
