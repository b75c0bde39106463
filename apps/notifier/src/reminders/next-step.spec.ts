import { nextStep, type Step } from './next-step.js';

const step = (workingDays: number, day: string, ...hears: Step['hears']): Step => ({
  workingDays,
  at: `2026-10-${day}T01:00:00.000Z`,
  hears,
});
const STEPS = [step(-5, '10', 'debtor', 'leader'), step(0, '16', 'debtor'), step(1, '19', 'debtor', 'head'), step(5, '23', 'committee')];
const at = (day: string): Date => new Date(`2026-10-${day}T01:00:00.000Z`);
const SET = { since: at('01'), toldThrough: null };

describe('the next step', () => {
  it('is none before its instant, and the one of its instant', () => {
    expect(nextStep(STEPS, SET, new Date(at('10').getTime() - 1))).toEqual({ due: null, nextAt: at('10') });
    expect(nextStep(STEPS, SET, at('10'))).toEqual({ due: STEPS[0], nextAt: at('16') });
  });

  it('is the latest of several that were missed, heard by all who would have heard', () => {
    expect(nextStep(STEPS, SET, at('20'))).toEqual({ due: { ...STEPS[2], hears: ['debtor', 'leader', 'head'] }, nextAt: at('23') });
    expect(nextStep(STEPS, { ...SET, toldThrough: 0 }, at('20'))).toEqual({ due: STEPS[2], nextAt: at('23') });
  });

  it('is none that was told, none before it, and none that lay behind when the day was set', () => {
    expect(nextStep(STEPS, { ...SET, toldThrough: 1 }, at('20'))).toEqual({ due: null, nextAt: at('23') });
    expect(nextStep(STEPS, { ...SET, toldThrough: 5 }, at('30'))).toEqual({ due: null, nextAt: null });
    expect(nextStep(STEPS, { since: at('16'), toldThrough: null }, at('17'))).toEqual({ due: null, nextAt: at('19') });
    expect(nextStep([], SET, at('17'))).toEqual({ due: null, nextAt: null });
  });
});
