const id = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const [organisationId, unitId, memberId, sessionId, proposalId] = [1, 2, 3, 4, 5].map(id) as [string, string, string, string, string];
const ofProposal = { organisationId, sessionId, proposalId, subject: 'A lift for the library', docketNo: '2026-007' };
const signers = { leadProposerId: memberId, seconderIds: [id(7), id(8)] };
const ofRequest = { ...ofProposal, requestId: id(9), kind: 'merge-consent', askedBy: memberId } as const;
const owed = { memberIds: [memberId], unitId: null, ofCommittee: false };

/** Of what is asked and answered on proposals, and what it brings about on the work of a unit. */
export const REQUEST_SAMPLES = {
  'proposals.deadline-stopped.v1': {
    ok: { organisationId, proposalId, deadlineId: id(9) },
    notOk: { change: { deadlineId: null }, faults: ['deadlineId not-an-id'] },
  },
  'proposals.assignment-taken-away.v1': {
    ok: { ...ofProposal, handlingId: id(9), unitId },
    notOk: { change: { unitId: 'library' }, faults: ['unitId not-an-id'] },
  },
  'proposals.assisting-unit-added.v1': {
    ok: { ...ofProposal, ...signers, handlingId: id(9), leadUnitId: unitId, unitId: id(7), dueOn: '2026-06-30' },
    notOk: { change: { dueOn: 'soon' }, faults: ['dueOn not-a-date'] },
  },
  'proposals.due-date-moved.v1': {
    ok: {
      ...ofProposal,
      ...signers,
      handlingId: id(9),
      leadUnitId: unitId,
      assistingUnitIds: [],
      dueOn: '2026-03-16',
      before: '2026-03-09',
      because: 'resumed',
    },
    notOk: { change: { because: 'asked' }, faults: ['because not-in-the-list'] },
  },
  'proposals.request-made.v1': {
    ok: { ...ofRequest, ...owed, reason: 'Both ask for a lift.', dueOn: '2026-03-17' },
    notOk: { change: { kind: 'wish', ofCommittee: 'no' }, faults: ['kind not-in-the-list', 'ofCommittee not-a-flag'] },
  },
  'proposals.request-answered.v1': {
    ok: { ...ofRequest, answeredBy: memberId, outcome: 'CONSENTED', reason: null },
    notOk: { change: { outcome: 'PERHAPS' }, faults: ['outcome not-in-the-list'] },
  },
  'proposals.request-taken-back.v1': {
    ok: { ...ofRequest, ...owed },
    notOk: { change: { unitId: 'library' }, faults: ['unitId not-an-id'] },
  },
} as const;
