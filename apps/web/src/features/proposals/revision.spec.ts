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
  publishReplies: 'yes' as const,
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
    expect(
      missingOf({ subject: '', grounds: ' ', measures: '增开', signatures: signed('SIGNED', 'INVITED'), call, delegation: null }),
    ).toEqual({
      fields: ['subject', 'grounds'],
      seconders: 1,
      supporters: 0,
    });
    expect(
      missingOf({
        subject: '校车',
        grounds: '路远',
        measures: '增开',
        signatures: signed('SIGNED', 'SIGNED', 'SIGNED'),
        call,
        delegation: null,
      }),
    ).toEqual({
      fields: [],
      seconders: 0,
      supporters: 0,
    });
  });

  it('are delegates of the delegation whose proposal it is, and no others', () => {
    const delegation = (support: { signed: number; needed: number; delegates: number } | null) => ({ id: 'd', name: '一团', support });
    const missing = (of: ReturnType<typeof delegation>) => missingOf({ ...TEXT, signatures: signed('SIGNED'), call, delegation: of });
    expect(missing(delegation({ signed: 2, needed: 3, delegates: 5 }))).toEqual({ fields: [], seconders: 0, supporters: 1 });
    expect(missing(delegation({ signed: 4, needed: 3, delegates: 5 }))).toEqual({ fields: [], seconders: 0, supporters: 0 });
    expect(missing(delegation(null))).toEqual({ fields: [], seconders: 0, supporters: 0 });
  });
});

describe('a submission after the call', () => {
  it('is late where it is the first: what the committee returned keeps the day of its first', () => {
    expect(isLateNow({ submittedAt: null, endorsement: null }, 'after')).toBe(true);
    expect(isLateNow({ submittedAt: null, endorsement: null }, 'open')).toBe(false);
    expect(isLateNow({ submittedAt: '2026-03-02T01:00:00.000Z', endorsement: null }, 'after')).toBe(false);
    const endorsement = {
      delegation: { id: 'd', name: null },
      dueOn: '2026-03-05',
      outcome: 'RETURNED',
      reason: '',
      by: null,
      at: null,
    } as const;
    expect(isLateNow({ submittedAt: null, endorsement }, 'after')).toBe(false);
  });
});
