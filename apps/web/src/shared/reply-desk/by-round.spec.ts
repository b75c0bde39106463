import type { HandlingView } from '../../api/shapes.js';
import { byRound } from './by-round.js';

const replies = [{ at: '2026-04-01T02:00:00.000Z' }, { at: '2026-06-01T02:00:00.000Z' }] as HandlingView['replies'];
const asked = (id: string, askedAt: string) => ({ id, askedAt });

describe('what was asked about the work of a unit', () => {
  it('stands by round, the round under way first, in its order within one', () => {
    const requests = [
      asked('third', '2026-06-02T02:00:00.000Z'),
      asked('first', '2026-03-02T02:00:00.000Z'),
      asked('second', '2026-05-02T02:00:00.000Z'),
      asked('other', '2026-05-01T02:00:00.000Z'),
    ];
    expect(byRound({ replies }, requests).map(({ round, asked: of }) => [round, of.map(({ id }) => id)])).toEqual([
      [3, ['third']],
      [2, ['second', 'other']],
      [1, ['first']],
    ]);
  });

  it('is of the first round before any reply, and nothing where nothing was asked', () => {
    expect(byRound({ replies: [] }, [asked('one', '2026-03-02T02:00:00.000Z')])).toMatchObject([{ round: 1 }]);
    expect(byRound({ replies }, [])).toEqual([]);
  });
});
