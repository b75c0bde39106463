import { EVENT_ROUTES } from '@plenum/contracts';
import type { Reaction } from './reaction.js';
import { checkRoutes, RoutesError } from './route-check.js';

class NoteUnit implements Reaction<'congress.unit-set-up.v1'> {
  readonly id = 'NoteUnit';
  readonly hears = 'congress.unit-set-up.v1';
  async react(): Promise<void> {}
}
class NoteMember implements Reaction<'congress.member-registered.v2'> {
  readonly id = 'NoteMember';
  readonly hears = 'congress.member-registered.v2';
  async react(): Promise<void> {}
}

const faultsOf = (check: () => void): readonly string[] => {
  try {
    check();
  } catch (error) {
    if (error instanceof RoutesError) return error.faults;
    throw error;
  }
  return [];
};

describe('checkRoutes', () => {
  const routes = { 'congress.unit-set-up.v1': ['ballot'], 'congress.member-registered.v2': ['proposals', 'ballot'] };

  it('lets a service start whose reactions are its routes', () => {
    expect(faultsOf(() => checkRoutes('ballot', [new NoteUnit(), new NoteMember()], routes))).toEqual([]);
    expect(faultsOf(() => checkRoutes('proposals', [new NoteMember()], routes))).toEqual([]);
    expect(faultsOf(() => checkRoutes('congress', [], routes))).toEqual([]);
  });

  it('names the route that no reaction hears', () => {
    expect(faultsOf(() => checkRoutes('ballot', [new NoteUnit()], routes))).toEqual([
      'route congress.member-registered.v2 has no reaction',
    ]);
    expect(() => checkRoutes('ballot', [new NoteUnit()], routes)).toThrow(/^ballot does not start.*congress\.member-registered\.v2/);
  });

  it('names the reaction that no route leads to', () => {
    expect(faultsOf(() => checkRoutes('proposals', [new NoteUnit(), new NoteMember()], routes))).toEqual([
      'reaction NoteUnit hears congress.unit-set-up.v1, which has no route here',
    ]);
  });

  it('names a route whose event has no contract, and a reaction listed twice', () => {
    expect(faultsOf(() => checkRoutes('ballot', [], { 'ballot.unheard-of.v1': ['ballot'] }))).toContain(
      'route ballot.unheard-of.v1 has no contract',
    );
    expect(faultsOf(() => checkRoutes('ballot', [new NoteUnit(), new NoteUnit(), new NoteMember()], routes))).toEqual([
      'reaction NoteUnit is listed twice',
    ]);
  });

  it('reads the map of the house unless it is given another', () => {
    const toNotifier = Object.values(EVENT_ROUTES).filter((subscribers: readonly string[]) => subscribers.includes('notifier'));
    expect(faultsOf(() => checkRoutes('notifier', []))).toHaveLength(toNotifier.length);
  });
});
