import type { Ballot } from '../record/ballot.js';
import type { Channel } from '../rules/vocabulary.js';
import { DELEGATE, NOON, ORGANISER, RESOLUTION_RULES, aBallot } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { open } from '../voting/opening.js';
import { appointmentDone, appointmentMoot, appointmentRefused, dueAppointment, isMoot, nextTime, schedule } from './appointments.js';

const hours = (n: number): Date => new Date(NOON.getTime() + n * 3_600_000);
const RULES = { ...RESOLUTION_RULES, procedure: { timing: 'by-the-clock' } };
const of = (channel: Channel = 'sealed', rules: object = RULES) => aBallot({ channel, rules: { ...rules } });
const set = (ballot: Ballot, times: Parameters<typeof schedule>[2], now = NOON): Ballot => schedule(ballot, ORGANISER, times, now).ballot;
const codeOf = (work: () => unknown): string => refusalOf(work).code;

describe('times at which the voting opens and closes by itself', () => {
  it('are set by an organiser, replaced, and taken back', () => {
    const both = set(of().frozen, { opensAt: hours(1), closesAt: hours(3) });
    expect(both.appointments).toEqual([
      { act: 'open', at: hours(1), setBy: 'organiser', end: null },
      { act: 'close', at: hours(3), setBy: 'organiser', end: null },
    ]);
    expect(nextTime(both)).toEqual(hours(1));
    const later = set(both, { opensAt: hours(2) });
    expect(later.appointments).toMatchObject([
      { act: 'close', at: hours(3) },
      { act: 'open', at: hours(2) },
    ]);
    expect(set(later, { opensAt: null }).appointments).toMatchObject([{ act: 'close', at: hours(3) }]);
    expect(nextTime(set(later, { opensAt: null, closesAt: null }))).toBeNull();
  });

  it('need rules that say so, an organiser, and a vote that is not over', () => {
    expect(codeOf(() => set(of('sealed', RESOLUTION_RULES).frozen, { opensAt: hours(1) }))).toBe('ballot.not-by-the-clock');
    expect(codeOf(() => schedule(of().frozen, DELEGATE, { opensAt: hours(1) }, NOON))).toBe('ballot.not-an-organiser');
    expect(codeOf(() => set(of().drafted, { opensAt: hours(1) }))).toBe('ballot.wrong-state');
    expect(codeOf(() => set({ ...of().frozen, state: 'CLOSED' }, { closesAt: hours(1) }))).toBe('ballot.wrong-state');
    expect(codeOf(() => set({ ...of().frozen, state: 'OPEN' }, { opensAt: hours(1) }))).toBe('ballot.wrong-state');
    expect(set({ ...of().frozen, state: 'OPEN' }, { closesAt: hours(1) }).appointments).toHaveLength(1);
  });

  it('lie ahead, the closing after the opening', () => {
    expect(refusalOf(() => set(of().frozen, { opensAt: NOON }))).toEqual({ code: 'ballot.time-past', details: { act: 'open' } });
    expect(refusalOf(() => set(of().frozen, { closesAt: hours(-1) }))).toEqual({ code: 'ballot.time-past', details: { act: 'close' } });
    expect(codeOf(() => set(of().frozen, { opensAt: hours(2), closesAt: hours(2) }))).toBe('ballot.closes-before-opening');
    const opening = set(of().frozen, { opensAt: hours(2) });
    expect(codeOf(() => set(opening, { closesAt: hours(1) }))).toBe('ballot.closes-before-opening');
  });

  it.each(['hands', 'paper', 'mixed'] as const)('open a vote by %s, and never close it: that needs figures', (channel) => {
    expect(set(of(channel).frozen, { opensAt: hours(1) }).appointments).toHaveLength(1);
    expect(codeOf(() => set(of(channel).frozen, { closesAt: hours(1) }))).toBe('ballot.closing-needs-figures');
  });

  it('are due when their time has come, the opening first', () => {
    const both = set(of().frozen, { opensAt: hours(1), closesAt: hours(3) });
    expect(dueAppointment(both, hours(0.9))).toBeNull();
    expect(dueAppointment(both, hours(1))).toMatchObject({ act: 'open' });
    expect(dueAppointment(both, hours(9))).toMatchObject({ act: 'open' });
  });

  it('are kept once; what ended stays and is not due again', () => {
    const waiting = set(of('hands').named, { opensAt: hours(1) });
    const due = dueAppointment(waiting, hours(1));
    if (!due) throw new Error('nothing is due');
    const change = appointmentDone(open(waiting, ORGANISER, { present: 6, issued: null, sessionIsOpen: true }, hours(1)), due, hours(1));
    expect(change).toMatchObject({
      ballot: {
        state: 'OPEN',
        version: waiting.version + 1,
        appointments: [{ act: 'open', end: { what: 'done', at: hours(1), refusal: null } }],
      },
      events: [{ type: 'BallotOpened' }],
    });
    expect(dueAppointment(change.ballot, hours(9))).toBeNull();
  });

  it('are refused once, which is kept and told; another time may then be set', () => {
    const waiting = set(of().frozen, { opensAt: hours(1) });
    const due = dueAppointment(waiting, hours(1));
    if (!due) throw new Error('nothing is due');
    const refusal = { code: 'ballot.no-quorum', details: { roll: 6, present: 3, needed: 4 } };
    const { ballot, events } = appointmentRefused(waiting, due, refusal, hours(1));
    expect(ballot.appointments).toMatchObject([{ act: 'open', end: { what: 'refused', refusal } }]);
    expect(events).toEqual([{ type: 'ScheduleRefused', act: 'open', code: 'ballot.no-quorum' }]);
    expect(dueAppointment(ballot, hours(9))).toBeNull();
    expect(set(ballot, { opensAt: hours(4) }, hours(2)).appointments).toMatchObject([
      { end: { what: 'refused' } },
      { act: 'open', at: hours(4), end: null },
    ]);
  });

  it('come to nothing where it was done by hand before', () => {
    const waiting = set(of().frozen, { opensAt: hours(1), closesAt: hours(2) });
    const [opening, closing] = waiting.appointments;
    if (!opening || !closing) throw new Error('nothing is appointed');
    expect([isMoot(waiting, opening), isMoot(waiting, closing)]).toEqual([false, false]);
    expect([isMoot({ ...waiting, state: 'OPEN' }, opening), isMoot({ ...waiting, state: 'OPEN' }, closing)]).toEqual([true, false]);
    expect(isMoot({ ...waiting, state: 'ANNULLED' }, closing)).toBe(true);
    expect(appointmentMoot(waiting, opening, hours(1))).toMatchObject({
      ballot: {
        appointments: [
          { act: 'open', end: { what: 'moot' } },
          { act: 'close', end: null },
        ],
      },
      events: [],
    });
  });
});
