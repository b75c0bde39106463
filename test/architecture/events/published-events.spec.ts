import { EVENT_ROUTES, eventFaults, type EventName, EVENTS, SUBSCRIBERS } from '@plenum/contracts';
import { SAMPLES } from './samples.js';

const names = Object.keys(EVENTS) as EventName[];
const faultsOf = (name: EventName, data: unknown) => eventFaults(name, data).map(({ field, reason }) => `${field} ${reason}`);

describe('the map of who hears what', () => {
  it('routes every published event, and nothing else', () => {
    expect(Object.keys(EVENT_ROUTES).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s has a hearer, each named once', (name) => {
    const hearers: readonly string[] = EVENT_ROUTES[name];
    expect(hearers.length).toBeGreaterThan(0);
    expect(new Set(hearers).size).toBe(hearers.length);
    expect(SUBSCRIBERS).toEqual(expect.arrayContaining([...hearers]));
  });

  it.each(names)('%s says who publishes it, what has happened and its version', (name) => {
    expect(name).toMatch(/^(congress|proposals|ballot)\.[a-z]+(-[a-z]+)+\.v[1-9]$/);
  });
});

describe.each(names)('the contract of %s', (name) => {
  const { ok, notOk, added = [] } = SAMPLES[name];
  const isAdded = (field: string) => (added as readonly string[]).includes(field);

  it('accepts what its publisher may send', () => {
    expect(faultsOf(name, ok)).toEqual([]);
  });

  it('survives the wire', () => {
    expect(faultsOf(name, JSON.parse(JSON.stringify(ok)))).toEqual([]);
  });

  it('names the fault of what it may not', () => {
    expect(faultsOf(name, { ...ok, ...notOk.change })).toEqual(notOk.faults);
  });

  it('accepts what was sent before it had more to say', () => {
    expect(faultsOf(name, Object.fromEntries(Object.entries(ok).filter(([field]) => !isAdded(field))))).toEqual([]);
  });

  it.each(Object.keys(ok).filter((field) => !isAdded(field)))('misses %s when it is not there', (field) => {
    const { [field]: _gone, ...rest } = ok as Readonly<Record<string, unknown>>;
    expect(eventFaults(name, rest).map((fault) => fault.field)).toContain(field);
  });

  it.each([null, undefined, 'text', 7, []])('refuses %p in place of an object', (data) => {
    expect(faultsOf(name, data)).toEqual([' not-an-object']);
  });
});
