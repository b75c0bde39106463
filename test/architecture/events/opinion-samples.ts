const id = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const [organisationId, unitId, memberId, sessionId, proposalId] = [1, 2, 3, 4, 5].map(id) as [string, string, string, string, string];
const ofProposal = { organisationId, sessionId, proposalId, subject: 'A lift for the library', docketNo: '2026-007' };
const signers = { leadProposerId: memberId, seconderIds: [id(7), id(8)] };
const ofOpinion = { organisationId, opinionId: id(9), number: '2026-007', subject: 'Cold soup' };

/** Of the opinion box, of what is published, and of awards. */
export const OPINION_SAMPLES = {
  'proposals.opinion-received.v1': {
    ok: { ...ofOpinion, sessionId: null },
    notOk: { change: { suggesterId: memberId }, faults: ['suggesterId unknown-field'] },
  },
  'proposals.opinion-decided.v1': {
    ok: { ...ofOpinion, suggesterId: memberId, outcome: 'ROUTED', reason: null },
    notOk: { change: { outcome: 'FILED' }, faults: ['outcome not-in-the-list'] },
  },
  'proposals.opinion-routed.v1': {
    ok: { ...ofOpinion, unitId, dueOn: '2027-06-30' },
    notOk: { change: { suggesterId: memberId }, faults: ['suggesterId unknown-field'] },
  },
  'proposals.opinion-replied.v1': {
    ok: { ...ofOpinion, suggesterId: memberId },
    notOk: { change: { suggesterId: null }, faults: ['suggesterId not-an-id'] },
  },
  'proposals.opinion-judged.v1': {
    ok: { ...ofOpinion, sessionId },
    notOk: { change: { helped: true }, faults: ['helped unknown-field'] },
  },
  'proposals.disclosure-asked.v1': {
    ok: { ...ofProposal, leadProposerId: memberId },
    notOk: { change: { leadProposerId: null }, faults: ['leadProposerId not-an-id'] },
  },
  'proposals.disclosure-refused.v1': {
    ok: { ...ofProposal, leadProposerId: memberId },
    notOk: { change: { reason: 'Not yet.' }, faults: ['reason unknown-field'] },
  },
  'proposals.reply-disclosed.v1': {
    ok: { ...ofProposal, ...signers },
    notOk: { change: { text: 'A second stove.' }, faults: ['text unknown-field'] },
  },
  'proposals.disclosure-withdrawn.v1': {
    ok: { ...ofProposal, ...signers, reason: 'It names somebody.' },
    notOk: { change: { reason: 7 }, faults: ['reason not-a-text'] },
  },
  'proposals.award-announced.v1': {
    ok: {
      organisationId,
      sessionId,
      awardId: id(9),
      kind: 'UNIT',
      proposalId: null,
      subject: null,
      docketNo: null,
      unitId,
      memberIds: [],
    },
    notOk: { change: { kind: 'PERSON' }, faults: ['kind not-in-the-list'] },
  },
  'proposals.award-withdrawn.v1': {
    ok: { ...ofProposal, memberIds: [memberId], awardId: id(9), kind: 'PROPOSAL', unitId: null },
    notOk: { change: { reason: 'Counted twice.' }, faults: ['reason unknown-field'] },
  },
} as const;
