const id = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const [organisationId, unitId, memberId, sessionId, subjectId] = [1, 2, 3, 4, 5].map(id) as [string, string, string, string, string];
const over = { ok: { organisationId, deadlineId: id(9) }, notOk: { change: { deadlineId: 9 }, faults: ['deadlineId not-an-id'] } };
const set = {
  organisationId,
  sessionId,
  deadlineId: id(9),
  docketNo: '2026-007',
  round: 1,
  dueAt: '2027-01-15T16:00:00Z',
  steps: [
    { workingDays: -5, at: '2027-01-08T01:00:00.000Z', hears: ['debtor'] },
    { workingDays: 1, at: '2027-01-18T01:00:00.000Z', hears: ['debtor', 'head', 'leader', 'committee'] },
  ],
} as const;

/** Of what is owed by when, in the one shape of all services. */
export const DEADLINE_SAMPLES = {
  'proposals.deadline-set.v2': {
    ok: {
      ...set,
      about: { kind: 'proposal', id: subjectId, title: 'A lift for the library' },
      matter: 'reply',
      owedBy: { memberIds: [memberId], unitId, offices: [] },
      chasedBy: ['PROPOSALS_COMMITTEE'],
    },
    notOk: {
      change: { matter: 'lunch', steps: [{ workingDays: 0.5, at: '2027-01-08T01:00:00Z', hears: ['everybody'] }] },
      faults: ['matter not-in-the-list', 'steps[0].workingDays not-an-integer', 'steps[0].hears[0] not-in-the-list'],
    },
  },
  'proposals.deadline-stopped.v2': over,
  'proposals.deadline-met.v2': over,
  'ballot.deadline-set.v2': {
    ok: {
      ...set,
      docketNo: null,
      about: { kind: 'ballot', id: subjectId, title: 'The committee' },
      matter: 'approval',
      owedBy: { memberIds: [], unitId: null, offices: ['PRESIDIUM'] },
      chasedBy: ['PRESIDIUM'],
    },
    notOk: { change: { chasedBy: ['JANITOR'] }, faults: ['chasedBy[0] not-in-the-list'] },
  },
  'congress.deadline-set.v2': {
    ok: {
      ...set,
      sessionId: null,
      docketNo: null,
      about: { kind: 'duty', id: subjectId, title: '集体合同履行检查' },
      matter: 'duty',
      owedBy: { memberIds: [memberId], unitId: null, offices: ['SECRETARIAT'] },
      chasedBy: ['SECRETARIAT'],
    },
    notOk: { change: { matter: 'lunch' }, faults: ['matter not-in-the-list'] },
  },
  'congress.deadline-stopped.v2': over,
  'congress.deadline-met.v2': over,
  'ballot.deadline-stopped.v2': over,
  'ballot.deadline-met.v2': over,
} as const;
