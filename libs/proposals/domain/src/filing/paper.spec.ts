import { civilDate } from '@plenum/calendar';
import { CONTENT, aCall, when } from '../testing/a-proposal.js';
import { ATTENDEE, COMMITTEE, LEAD, PRESIDIUM, SECONDERS, STRANGER } from '../testing/people.js';
import { enterPaper, type PaperForm } from './paper.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const form = (parts: Partial<PaperForm> = {}): PaperForm => ({
  id: 'paper',
  content: CONTENT,
  lead: LEAD,
  seconders: SECONDERS,
  receivedOn: civilDate('2026-03-09'),
  ...parts,
});

describe('a form of paper', () => {
  it('is handed in at once, in the name of whose it is, and marked with who entered it', () => {
    const { proposal, events } = enterPaper(form(), COMMITTEE, when());
    expect(proposal).toMatchObject({
      state: 'SUBMITTED',
      leadProposerId: LEAD.memberId,
      late: false,
      version: 1,
      submittedAt: when().at,
      paper: { receivedOn: '2026-03-09', by: COMMITTEE.memberId, at: when().at },
    });
    expect(proposal.signatures).toEqual(
      SECONDERS.map(({ memberId }) => ({ memberId, state: 'SIGNED', at: when().at, signedText: 1, onPaper: true })),
    );
    expect(events).toEqual([
      { type: 'ProposalDrafted' },
      { type: 'ProposalEntered', by: COMMITTEE.memberId, receivedOn: '2026-03-09' },
      { type: 'ProposalSubmitted', late: false },
    ]);
  });

  it('is in time by the day on which it was received, however late it is entered', () => {
    const entered = when(new Date('2026-04-20T01:00:00Z'));
    expect(enterPaper(form({ receivedOn: civilDate('2026-03-30') }), COMMITTEE, entered).proposal).toMatchObject({
      state: 'SUBMITTED',
      late: false,
      submittedAt: entered.at,
    });
    expect(enterPaper(form({ receivedOn: civilDate('2026-03-31') }), COMMITTEE, entered).proposal).toMatchObject({
      state: 'ACCEPTED',
      track: 'SUGGESTION',
      late: true,
    });
    const strict = when(entered.at, aCall({ lateHandling: 'refuse' }));
    expect(() => enterPaper(form({ receivedOn: civilDate('2026-03-31') }), COMMITTEE, strict)).toThrow(refused('proposals.call-closed'));
  });

  it('may have come on the day on which the call opened, and on none before or to come', () => {
    const atNoon = when(undefined, aCall({}, { opensAt: new Date('2026-03-09T04:00:00Z') }));
    expect(enterPaper(form(), COMMITTEE, atNoon).proposal.state).toBe('SUBMITTED');
    expect(() => enterPaper(form({ receivedOn: civilDate('2026-03-08') }), COMMITTEE, atNoon)).toThrow(refused('proposals.call-not-open'));
    expect(() => enterPaper(form({ receivedOn: civilDate('2026-03-11') }), COMMITTEE, when())).toThrow(
      refused('proposals.received-in-the-future', { receivedOn: '2026-03-11' }),
    );
  });

  it('is entered by the committee alone', () => {
    for (const by of [LEAD, PRESIDIUM, STRANGER])
      expect(() => enterPaper(form(), by, when())).toThrow(refused('proposals.not-the-committee'));
  });

  it('keeps the rules of the call: who proposes, who seconds, how many, what it says', () => {
    const enter = (parts: Partial<PaperForm>) => () => enterPaper(form(parts), COMMITTEE, when());
    expect(enter({ lead: STRANGER })).toThrow(refused('proposals.not-a-delegate', { memberIds: [STRANGER.memberId] }));
    expect(enter({ seconders: [...SECONDERS, ATTENDEE] })).toThrow(refused('proposals.not-a-delegate', { memberIds: ['attendee'] }));
    expect(enter({ seconders: [LEAD, ...SECONDERS] })).toThrow(refused('proposals.own-proposal'));
    expect(enter({ seconders: [SECONDERS[0]!, SECONDERS[0]!] })).toThrow(refused('proposals.too-few-seconders', { needed: 2, signed: 1 }));
    expect(enter({ content: { ...CONTENT, measures: ' ' } })).toThrow(refused('proposals.incomplete', { fields: ['measures'] }));
  });
});
