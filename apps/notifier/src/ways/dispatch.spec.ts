import { minuteOfDay } from '@plenum/calendar';
import {
  DIGESTS,
  isMandatory,
  KIND_OF_NOTICE,
  type KindOnWay,
  NOTICE_KINDS,
  NOTICES,
  type NoticeCode,
  PERSONAL_WAYS,
} from '@plenum/contracts';
import fc from 'fast-check';
import { type Dispatch, dispatchesOf, type Reach, type Wishes } from './dispatch.js';

const PACE = { windowMs: 60_000, zone: 'Asia/Shanghai' };
const BY_MAIL: Reach = { ways: ['mail'], hasAddress: true };
const PLAIN: Wishes = { muted: [], quiet: null, digest: 'each', digestHour: 8, digestDay: 1 };
const at = (instant: string): Date => new Date(`2026-03-31T${instant}+08:00`); // A Tuesday.

describe('what goes out of a notice', () => {
  const dispatches = (code: NoticeCode, wishes: Partial<Wishes> = {}, now = at('12:00:00'), reach = BY_MAIL) =>
    dispatchesOf(code, { ...PLAIN, ...wishes }, reach, now, PACE);
  const moments = (...given: Parameters<typeof dispatches>) => dispatches(...given).map(({ notBefore, dueAt }) => [notBefore, dueAt]);

  it('waits for what else may happen within the window, and goes with it', () => {
    expect(dispatches('proposals.proposal-seconded')).toEqual([
      { way: 'mail', notBefore: at('12:00:00'), dueAt: at('12:01:00'), digest: null },
    ]);
  });

  it.each(['ballot.ballot-opened', 'ballot.ballot-called-off', 'ballot.signatures-due', 'congress.sign-in-code-given'] as const)(
    'of %s waits for nothing, not for the morning either',
    (code) => {
      expect(moments(code, { quiet: { from: 0, to: 1_439 }, digest: 'weekly' })).toEqual([[at('12:00:00'), at('12:00:00')]]);
    },
  );

  it('waits for the end of quiet hours, over midnight too, and for no other', () => {
    const quiet = { from: 22 * 60, to: 7 * 60 };
    const morning = new Date('2026-04-01T07:00:00+08:00');
    expect(moments('proposals.proposal-replied', { quiet }, at('21:58:59'))).toEqual([[at('21:58:59'), at('21:59:59')]]);
    // What would go out a moment into them does so after them, or with what cannot wait.
    expect(moments('proposals.proposal-replied', { quiet }, at('21:59:30'))).toEqual([[at('21:59:30'), morning]]);
    expect(moments('proposals.proposal-replied', { quiet }, at('23:00:00'))).toEqual([[morning, morning]]);
    expect(moments('proposals.proposal-replied', { quiet }, at('06:59:30'))).toEqual([[at('07:00:00'), at('07:00:30')]]);
    expect(moments('proposals.proposal-replied', { quiet }, at('07:00:00'))).toEqual([[at('07:00:00'), at('07:01:00')]]);
  });

  it('is gathered for the next day or week where it can be, on the mail alone', () => {
    expect(dispatches('proposals.proposal-seconded', { digest: 'daily' }, at('08:00:00'))).toMatchObject([
      { digest: 'daily', dueAt: new Date('2026-04-01T08:00:00+08:00') },
    ]);
    expect(dispatches('proposals.proposal-seconded', { digest: 'daily' }, at('07:59:59'))).toMatchObject([{ dueAt: at('08:00:00') }]);
    expect(dispatches('proposals.proposal-seconded', { digest: 'weekly', digestDay: 2, digestHour: 0 }, at('12:00:00'))).toMatchObject([
      { digest: 'weekly', dueAt: new Date('2026-04-07T00:00:00+08:00') },
    ]);
    const both: Reach = { ways: ['mail', 'push'], hasAddress: true };
    expect(dispatches('proposals.proposal-seconded', { digest: 'daily' }, at('12:00:00'), both).map(({ digest }) => digest)).toEqual([
      'daily',
      null,
    ]);
    // Their hour may be a quiet one: then they come after it.
    expect(moments('proposals.proposal-seconded', { digest: 'daily', quiet: { from: 0, to: 540 } }, at('07:00:00'))[0]?.[0]).toEqual(
      at('09:00:00'),
    );
  });

  it('is nothing on a muted way; what nobody can do without is mailed all the same, and comes on each to who has no address', () => {
    const all: Reach = { ways: ['mail', 'sms', 'push'], hasAddress: true };
    const muted: readonly KindOnWay[] = ['proposals:mail', 'proposals:sms', 'duties:mail', 'duties:sms'];
    const ways = (code: NoticeCode, reach: Reach) => dispatches(code, { muted }, at('12:00:00'), reach).map(({ way }) => way);
    expect(ways('proposals.proposal-seconded', all)).toEqual(['push']);
    expect(ways('proposals.proposal-to-handle', all)).toEqual(['mail', 'push']);
    expect(ways('proposals.proposal-to-handle', { ...all, hasAddress: false })).toEqual(['mail', 'sms', 'push']);
  });
});

describe('the dispatches of anybody at any time', () => {
  const codes = fc.constantFrom(...(Object.keys(NOTICES) as NoticeCode[]));
  const minutes = fc.integer({ min: 0, max: 1_439 });
  const wishes: fc.Arbitrary<Wishes> = fc.record({
    muted: fc.subarray(NOTICE_KINDS.flatMap((kind) => PERSONAL_WAYS.map((way) => `${kind}:${way}` as const))),
    quiet: fc.option(fc.record({ from: minutes, to: minutes }).filter(({ from, to }) => from !== to)),
    digest: fc.constantFrom(...DIGESTS),
    digestHour: fc.integer({ min: 0, max: 23 }),
    digestDay: fc.integer({ min: 1, max: 7 }),
  });
  const reaches: fc.Arbitrary<Reach> = fc.record({
    ways: fc.subarray([...PERSONAL_WAYS], { minLength: 1 }).map((ways) => [...new Set(['mail' as const, ...ways])]),
    hasAddress: fc.boolean(),
  });
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/Los_Angeles');

  it('never lose what is mandatory, and give nothing on a way that was muted but that', () => {
    fc.assert(
      fc.property(codes, wishes, reaches, instants, zones, (code, wish, reach, now, zone) => {
        const ways = dispatchesOf(code, wish, reach, now, { ...PACE, zone }).map(({ way }) => way);
        const kind = KIND_OF_NOTICE[code];
        expect(ways.filter((way) => !reach.ways.includes(way))).toEqual([]);
        if (isMandatory(kind)) expect(ways).toEqual(expect.arrayContaining(reach.hasAddress ? ['mail'] : [...reach.ways]));
        else expect(ways).toEqual(reach.ways.filter((way) => !wish.muted.includes(`${kind}:${way}`)));
      }),
    );
  });

  it('are never before their time, nor later than a week, the night and the window after it', () => {
    const [week, night] = [8 * 86_400_000, 2 * 86_400_000];
    fc.assert(
      fc.property(codes, wishes, reaches, instants, zones, (code, wish, reach, now, zone) => {
        for (const { notBefore, dueAt, digest } of dispatchesOf(code, wish, reach, now, { ...PACE, zone })) {
          expect(notBefore.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(notBefore.getTime());
          expect(dueAt.getTime() - now.getTime()).toBeLessThanOrEqual(PACE.windowMs + night + (digest === null ? 0 : week));
        }
      }),
    );
  });

  it('never fall into quiet hours, but for what waits for nothing', () => {
    fc.assert(
      fc.property(codes, wishes, reaches, instants, (code, wish, reach, now) => {
        for (const { dueAt } of dispatchesOf(code, wish, reach, now, PACE)) {
          if (wish.quiet === null || dueAt.getTime() === now.getTime()) continue;
          const { from, to } = wish.quiet;
          const minute = minuteOfDay(dueAt, PACE.zone);
          expect(from < to ? minute < from || minute >= to : minute >= to && minute < from).toBe(true);
        }
      }),
    );
  });

  it('keep the order in which things happened, on each way', () => {
    const after = fc.integer({ min: 0, max: 10 * 86_400_000 });
    fc.assert(
      fc.property(codes, wishes, reaches, instants, after, zones, (code, wish, reach, now, ms, zone) => {
        const byWay = (instant: Date) =>
          new Map(dispatchesOf(code, wish, reach, instant, { ...PACE, zone }).map((dispatch) => [dispatch.way, dispatch]));
        const [first, second] = [byWay(now), byWay(new Date(now.getTime() + ms))];
        expect([...first.keys()]).toEqual([...second.keys()]);
        for (const [way, { notBefore, dueAt }] of first) {
          const next = second.get(way) as Dispatch;
          expect(next.notBefore.getTime()).toBeGreaterThanOrEqual(notBefore.getTime());
          expect(next.dueAt.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
        }
      }),
    );
  });
});
