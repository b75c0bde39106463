import type { ProposalView } from '../../api/shapes.js';
import { isLateNow, missingOf, isSameText, signaturesLost } from './revision.js';

const TEXT = { subject: '校车', grounds: '路远', measures: '增开' };
const signed = (...states: ProposalView['signatures'][number]['state'][]) =>
  states.map((state, nth) => ({
    member: { id: `m${nth}`, name: null },
    state,
    toConfirm: false,
    signedText: null,
    onPaper: false,
    at: '',
  }));
const call = {
  closesAt: '',
  exclusions: [],
  minSeconders: 2,
  resultCategories: [],
  resultDemands: [],
  ratingScale: 3 as const,
  ratingDimensions: [],
  ratedBy: 'lead' as const,
  silencePolicy: 'exclude' as const,
  reviewOutcomes: [],
  reviewSteps: [],
};

describe('a changed text', () => {
  it('loses the signatures it had', () => {
    expect(signaturesLost({ signatures: signed('SIGNED', 'SIGNED', 'INVITED', 'DECLINED') })).toBe(2);
    expect(signaturesLost({ signatures: signed('INVITED', 'DECLINED') })).toBe(0);
  });

  it('is the same text with another category, or with blanks around it', () => {
    expect(isSameText(TEXT, { ...TEXT, subject: ' 校车 ', category: '后勤' })).toBe(true);
    expect(isSameText(TEXT, { ...TEXT, measures: '增开两班' })).toBe(false);
  });
});

describe('what is missing', () => {
  it('are empty parts and signatures', () => {
    expect(missingOf({ subject: '', grounds: ' ', measures: '增开', signatures: signed('SIGNED', 'INVITED'), call })).toEqual({
      fields: ['subject', 'grounds'],
      seconders: 1,
    });
    expect(
      missingOf({ subject: '校车', grounds: '路远', measures: '增开', signatures: signed('SIGNED', 'SIGNED', 'SIGNED'), call }),
    ).toEqual({
      fields: [],
      seconders: 0,
    });
  });
});

describe('a submission after the call', () => {
  it('is late where it is the first: what the committee returned keeps the day of its first', () => {
    expect(isLateNow({ submittedAt: null }, 'after')).toBe(true);
    expect(isLateNow({ submittedAt: null }, 'open')).toBe(false);
    expect(isLateNow({ submittedAt: '2026-03-02T01:00:00.000Z' }, 'after')).toBe(false);
  });
});
