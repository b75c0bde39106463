import { assertVersion, DomainError, type Policy, policyDecisions } from './index.js';

interface Door {
  readonly state: 'OPEN' | 'SHUT';
  readonly isHatch: boolean;
}
type DoorPolicy = Policy<'open' | 'shut' | 'paint', Door, { readonly hasKey: boolean }, [hour: number]>;

const refused = (code: string, details?: Record<string, string>): DomainError => new DomainError(code, 'conflict', details);

const OPEN: DoorPolicy = {
  action: 'open',
  who: (_, { hasKey }) => (hasKey ? null : refused('no-key')),
  from: ['SHUT'],
  precondition: (_, __, hour) => (hour < 22 ? null : refused('too-late')),
};
const SHUT: DoorPolicy = { action: 'shut', who: () => null, from: ['OPEN'] };
const PAINT: DoorPolicy = { action: 'paint', who: () => null, from: ['OPEN', 'SHUT'] };

const { refusal, assertAllowed, allowed } = policyDecisions<DoorPolicy, Door, { readonly hasKey: boolean }, [hour: number]>({
  wrongState: (action, state) => refused('wrong-state', { action, state }),
  notApplicable: ({ action }, { isHatch }) => (isHatch && action === 'paint' ? refused('no-paint') : null),
  obstructed: ({ action }, _, hour) => (hour === 12 && action === 'open' ? refused('lunch') : null),
});

const holder = { hasKey: true };
const shut: Door = { state: 'SHUT', isHatch: false };

describe('a table of policies', () => {
  it('asks who acts before it says anything of the thing, then its kind, its state, and what else must hold', () => {
    const open: Door = { state: 'OPEN', isHatch: true };
    expect(refusal(OPEN, open, { hasKey: false }, 23)?.code).toBe('no-key');
    expect(refusal(PAINT, open, holder, 23)?.code).toBe('no-paint');
    expect(refusal(OPEN, open, holder, 23)).toMatchObject({ code: 'wrong-state', details: { action: 'open', state: 'OPEN' } });
    expect(refusal(OPEN, shut, holder, 23)?.code).toBe('too-late');
    expect(refusal(OPEN, shut, holder, 21)).toBeNull();
  });

  it('asks last what stands in the way', () => {
    expect(refusal(OPEN, shut, holder, 12)?.code).toBe('lunch');
    expect(refusal(OPEN, shut, { hasKey: false }, 12)?.code).toBe('no-key');
    expect(allowed([SHUT, OPEN], shut, holder, 12)).toEqual([]);
  });

  it('throws the refusal where an action is asserted, and nothing where it may be taken', () => {
    expect(() => assertAllowed(SHUT, shut, holder, 21)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
    expect(() => assertAllowed(OPEN, shut, holder, 21)).not.toThrow();
  });

  it('offers what it would not refuse, in the order given', () => {
    expect(allowed([PAINT, SHUT, OPEN], shut, holder, 21)).toEqual(['paint', 'open']);
    expect(allowed([PAINT, SHUT, OPEN], shut, { hasKey: false }, 21)).toEqual(['paint']);
  });
});

describe('a version that was read', () => {
  const outdated = (current: number): DomainError => new DomainError('outdated', 'conflict', { current });

  it('is refused once somebody has changed the thing since, and not asked where there is none', () => {
    expect(() => assertVersion({ version: 3 }, 2, outdated)).toThrow(
      expect.objectContaining({ code: 'outdated', details: { current: 3 } }),
    );
    expect(() => assertVersion({ version: 3 }, 3, outdated)).not.toThrow();
    expect(() => assertVersion({ version: 3 }, undefined, outdated)).not.toThrow();
  });
});
