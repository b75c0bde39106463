import { civilDate, WorkingCalendar } from '@plenum/calendar';
import { decideOnOpinion, replyToOpinion, withdrawOpinion } from './answering.js';
import type { Opinion, OpinionChange, OpinionContext } from './opinion.js';
import { opinionDeadlines, settleOpinionDay } from './opinion-deadline.js';
import { type BoxAuthority, newBox } from './opinion-box.js';
import { suggest } from './suggesting.js';

const calendar = new WorkingCalendar();
const on = (day: string): OpinionContext => ({ box: newBox('organisation'), calendar, at: new Date(`${day}T02:00:00Z`) });
const who = (memberId: string, parts: Partial<BoxAuthority> = {}): BoxAuthority => ({
  ...{ memberId, reviews: false, handles: [], isOfUnits: false },
  ...parts,
});
const COMMITTEE = who('committee', { reviews: true });
const KITCHEN = who('cook', { handles: ['kitchen'], isOfUnits: true });
const NEW = { id: 'opinion', organisationId: 'organisation', suggesterId: 'quiet', subject: 'Soup', text: 'It is cold.' };

const received = suggest(NEW, { year: 2026, nth: 7 }, on('2026-03-10')).opinion;
const routed = (it: Opinion, unitId = 'kitchen', day = '2026-03-12') =>
  decideOnOpinion(it, COMMITTEE, { outcome: 'ROUTED', unitId, due: null, reason: null }, on(day)).opinion;
const facts = (before: Opinion | null, { opinion }: Pick<OpinionChange, 'opinion'>) =>
  opinionDeadlines(before, opinion, on('2026-03-12')).map((fact) =>
    fact.type === 'DeadlineSet' ? `${fact.matter} ${fact.round} by ${fact.unitId ?? 'committee'}` : `${fact.matter} ${fact.round} met`,
  );

describe('what is owed on an opinion', () => {
  it('is the decision of the committee from the day it comes, with the steps of the usual ladder', () => {
    expect(opinionDeadlines(null, received, on('2026-03-10'))).toEqual([
      {
        ...{ type: 'DeadlineSet', matter: 'opinion-decision', round: 1, unitId: null, dueAt: new Date('2026-03-24T16:00:00Z') },
        steps: expect.arrayContaining([expect.objectContaining({ workingDays: -1 }), expect.objectContaining({ workingDays: 1 })]),
      },
    ]);
  });

  it('is then the answer of the unit that it is with, of another where it is moved, or of the committee', () => {
    const first = routed(received);
    expect(facts(received, { opinion: first })).toEqual(['opinion-decision 1 met', 'opinion-answer 1 by kitchen']);
    expect(facts(first, { opinion: routed(first, 'gate') })).toEqual(['opinion-answer 1 by gate']);
    const own = decideOnOpinion(first, COMMITTEE, { outcome: 'ACCEPTED', reason: null }, on('2026-03-13'));
    expect(facts(first, own)).toEqual(['opinion-answer 1 by committee']);
  });

  it('is nothing once it is answered, declined or taken back', () => {
    const first = routed(received);
    expect(facts(first, replyToOpinion(first, KITCHEN, 'A second stove.', on('2026-03-13')))).toEqual(['opinion-answer 1 met']);
    const declined = decideOnOpinion(received, COMMITTEE, { outcome: 'DECLINED', reason: 'Not ours.' }, on('2026-03-12'));
    expect(facts(received, declined)).toEqual(['opinion-decision 1 met']);
    expect(facts(received, withdrawOpinion(received, who('quiet'), on('2026-03-12')))).toEqual(['opinion-decision 1 met']);
    for (const { opinion } of [declined, replyToOpinion(first, KITCHEN, 'A second stove.', on('2026-03-13'))])
      expect([opinion.dueOn, opinion.duePeriod, facts(opinion, { opinion })]).toEqual([null, null, []]);
  });

  it('stays as it is where the opinion changes otherwise', () => {
    const first = routed(received);
    expect(facts(first, { opinion: { ...first, version: 9 } })).toEqual([]);
  });
});

describe('a day that rests on holidays not announced', () => {
  const provisional = (it: Opinion): Opinion => ({
    ...it,
    dueOn: civilDate('2026-03-20'),
    duePeriod: { ...it.duePeriod!, dueOn: civilDate('2026-03-20'), provisional: true },
  });

  it('is counted anew once they are, and the unit hears of another day', () => {
    const before = provisional(routed(received));
    const settled = settleOpinionDay(before, on('2026-03-15'))!;
    expect(settled).toMatchObject({
      opinion: { dueOn: '2026-04-11', duePeriod: { provisional: false }, version: before.version + 1 },
      events: [{ type: 'OpinionRouted', unitId: 'kitchen', dueOn: '2026-04-11' }],
    });
    expect(facts(before, settled)).toEqual(['opinion-answer 1 by kitchen']);
    expect(settleOpinionDay(settled.opinion, on('2026-03-16'))).toBeNull();
  });

  it('of the committee is settled without a word besides; one that is final, or still not announced, stays', () => {
    expect(settleOpinionDay(provisional(received), on('2026-03-15'))).toMatchObject({ opinion: { dueOn: '2026-03-24' }, events: [] });
    expect(settleOpinionDay(received, on('2026-03-15'))).toBeNull();
    const far = suggest(NEW, { year: 2038, nth: 1 }, on('2038-12-20')).opinion;
    expect([far.duePeriod?.provisional, settleOpinionDay(far, on('2038-12-21'))]).toEqual([true, null]);
    expect(settleOpinionDay({ ...received, duePeriod: null }, on('2026-03-15'))).toBeNull();
  });
});
