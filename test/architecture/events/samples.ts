import type { EventData, EventName } from '@plenum/contracts';
import { DEADLINE_SAMPLES } from './deadline-samples.js';
import { OPINION_SAMPLES } from './opinion-samples.js';
import { REQUEST_SAMPLES } from './request-samples.js';

/** One event name: what its publisher may send, and one thing it may not, with the faults that must be named. */
export interface EventSample<N extends EventName> {
  readonly ok: EventData<N>;
  /** What of it events of before do not have. */
  readonly added?: readonly (keyof EventData<N>)[];
  readonly notOk: { readonly change: Readonly<Record<string, unknown>>; readonly faults: readonly string[] };
}

const id = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const [organisationId, unitId, memberId, sessionId, proposalId, ballotId] = [id(1), id(2), id(3), id(4), id(5), id(6)] as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const ofSession = { organisationId, sessionId };
const ofProposal = { organisationId, sessionId, proposalId, subject: 'A lift for the library', docketNo: '2026-007' };
const ofCommitment = {
  ...ofProposal,
  leadProposerId: memberId,
  seconderIds: [id(7), id(8)],
  commitmentId: id(9),
  unitId,
};
const signers = { leadProposerId: memberId, seconderIds: [id(7), id(8)] };
const ofMerge = { ...ofProposal, parts: [{ proposalId: id(9), subject: 'Stairs', docketNo: null }], memberIds: [memberId, id(7)] };
const ofBallot = { organisationId, sessionId, ballotId, kind: 'election', title: 'The committee' } as const;

/** Every published event, by the publisher's words; a new event without a sample does not compile. */
export const SAMPLES: { readonly [N in EventName]: EventSample<N> } = {
  'congress.organisation-founded.v1': {
    ok: { organisationId, code: 'hill-school', name: 'Hill School', level: 1, parentId: null },
    notOk: { change: { level: -1 }, faults: ['level not-a-count'] },
  },
  'congress.unit-set-up.v1': {
    ok: { organisationId, unitId, code: 'library', name: 'Library' },
    notOk: { change: { unitId: 'library' }, faults: ['unitId not-an-id'] },
  },
  'congress.calendar-set.v1': {
    ok: { organisationId, zone: 'Asia/Shanghai', daysOff: ['2026-09-10'], workingDays: [] },
    notOk: { change: { daysOff: ['10 September'] }, faults: ['daysOff[0] not-a-date'] },
  },
  'congress.member-registered.v2': {
    ok: {
      organisationId,
      memberId,
      staffNo: '1007',
      name: 'Sample Person',
      mail: null,
      unitId,
      active: true,
      standing: 'FULL',
      hasVote: true,
    },
    notOk: { change: { password: 'secret', standing: 'HONORARY' }, faults: ['standing not-in-the-list', 'password unknown-field'] },
  },
  'congress.sign-ins-ended.v1': {
    ok: { organisationId, memberId, signInIds: [id(9)] },
    notOk: { change: { signInIds: ['a-token'] }, faults: ['signInIds[0] not-an-id'] },
  },
  'congress.sign-in-locked.v1': {
    ok: { organisationId, memberId },
    notOk: { change: { address: '203.0.113.7' }, faults: ['address unknown-field'] },
  },
  'congress.sign-in-unlocked.v1': {
    ok: { organisationId, memberId },
    notOk: { change: { memberId: 'T0042' }, faults: ['memberId not-an-id'] },
  },
  'congress.sign-in-code-given.v1': {
    ok: { organisationId, memberId, givenBy: id(8) },
    notOk: { change: { signInCode: 'secret' }, faults: ['signInCode unknown-field'] },
  },
  'congress.account-reset.v1': {
    ok: { organisationId, memberId, madeBy: null, isFirst: false, at: '2026-11-20T01:00:00Z' },
    notOk: { change: { at: 'yesterday' }, faults: ['at not-an-instant'] },
  },
  'congress.mail-changed.v1': {
    ok: { organisationId, memberId, former: 'wang@school.example', current: null, changedBy: id(8) },
    notOk: { change: { former: 7 }, faults: ['former not-a-text'] },
  },
  'congress.mobile-changed.v1': {
    ok: { organisationId, memberId, current: '+8613800138000', changedBy: null },
    notOk: { change: { current: 7, former: '+8613800138001' }, faults: ['current not-a-text', 'former unknown-field'] },
  },
  'congress.password-set.v1': {
    ok: { organisationId, memberId },
    notOk: { change: { password: 'secret' }, faults: ['password unknown-field'] },
  },
  'congress.session-set-up.v1': {
    ok: {
      ...ofSession,
      termNo: 3,
      sessionNo: 4,
      title: 'Third term, fourth session',
      opensAt: '2026-11-20T01:00:00Z',
      closesAt: '2026-11-21T09:00:00Z',
      quorum: { num: 2, den: 3, inclusive: true },
    },
    notOk: { change: { quorum: { num: 2, den: 3 } }, faults: ['quorum.inclusive not-a-flag'] },
  },
  'congress.session-opened.v1': {
    ok: { ...ofSession, openedAt: '2026-11-20T01:00:00Z' },
    notOk: { change: { openedAt: '2026-11-20 09:00' }, faults: ['openedAt not-an-instant'] },
  },
  'congress.session-closed.v1': {
    ok: { ...ofSession, closedAt: '2026-11-21T09:00:00.000Z' },
    notOk: { change: { closedAt: null }, faults: ['closedAt not-an-instant'] },
  },
  'congress.delegation-formed.v1': {
    ok: { ...ofSession, delegationId: id(9), name: 'First group', headMemberId: null },
    notOk: { change: { headMemberId: '' }, faults: ['headMemberId not-an-id'] },
  },
  'congress.delegate-seated.v1': {
    ok: { ...ofSession, memberId, delegationId: id(9), kind: 'DELEGATE' },
    notOk: { change: { kind: 'GUEST' }, faults: ['kind not-in-the-list'] },
  },
  'congress.delegate-unseated.v1': {
    ok: { ...ofSession, memberId },
    notOk: { change: { reason: 'has left' }, faults: ['reason unknown-field'] },
  },
  'congress.agenda-agreed.v1': {
    ok: { ...ofSession, agendaId: id(9), items: 5 },
    notOk: { change: { items: [] }, faults: ['items not-a-count'] },
  },
  'congress.agenda-adopted.v1': {
    ok: {
      ...ofSession,
      agendaId: id(9),
      way: 'HANDS',
      ballotId: null,
      items: [{ itemId: id(8), kind: 'REPORT', title: 'Report on the work of the school', standing: 'WORK' }],
    },
    notOk: { change: { way: 'VOICES' }, faults: ['way not-in-the-list'] },
  },
  'congress.office-assigned.v1': {
    ok: { organisationId, officeId: id(9), memberId, office: 'UNIT_HANDLER', sessionId: null, unitId, chief: false },
    notOk: { change: { office: 'KING', chief: 'no' }, faults: ['office not-in-the-list', 'chief not-a-flag'] },
  },
  'congress.office-relieved.v1': {
    ok: { organisationId, officeId: id(9), memberId },
    notOk: { change: { officeId: null }, faults: ['officeId not-an-id'] },
  },
  'congress.attendance-changed.v2': {
    ok: { ...ofSession, memberId, present: true, at: '2026-11-20T00:45:12Z', by: id(9), late: true, presentCount: 38, entitled: 57 },
    notOk: { change: { presentCount: 38.5, late: 'no' }, faults: ['late not-a-flag', 'presentCount not-a-count'] },
  },
  'proposals.call-opened.v1': {
    ok: { ...ofSession, callId: id(9), opensAt: '2026-10-01T00:00:00Z', closesAt: '2026-11-01T16:00:00Z' },
    notOk: { change: { opensAt: '2026-10-01' }, faults: ['opensAt not-an-instant'] },
  },
  'proposals.call-extended.v1': {
    ok: { ...ofSession, callId: id(9), closesAt: '2026-11-08T16:00:00Z' },
    notOk: { change: { closesAt: '2026-11-08' }, faults: ['closesAt not-an-instant'] },
  },
  'proposals.call-closed.v1': {
    ok: { ...ofSession, callId: id(9), closedAt: '2026-10-20T02:00:00Z' },
    notOk: { change: { closedAt: 'today' }, faults: ['closedAt not-an-instant'] },
  },
  'proposals.seconder-invited.v1': {
    ok: { ...ofProposal, docketNo: null, leadProposerId: memberId, memberId: id(7) },
    notOk: { change: { grounds: 'The stairs are steep.' }, faults: ['grounds unknown-field'] },
  },
  'proposals.text-changed.v1': {
    ok: { ...ofProposal, docketNo: null, leadProposerId: memberId, memberIds: [id(7), id(8)] },
    notOk: { change: { memberIds: id(7) }, faults: ['memberIds not-a-list'] },
  },
  'proposals.proposal-seconded.v1': {
    ok: { ...ofProposal, docketNo: null, leadProposerId: memberId, memberId: id(7), seconders: 1 },
    notOk: { change: { seconders: '1' }, faults: ['seconders not-a-count'] },
  },
  'proposals.seconding-declined.v1': {
    ok: { ...ofProposal, docketNo: null, leadProposerId: memberId, memberId: id(7), hadSigned: true, seconders: 1 },
    notOk: { change: { hadSigned: 'yes' }, faults: ['hadSigned not-a-flag'] },
  },
  'proposals.proposal-withdrawn.v1': {
    ok: { ...ofProposal, ...signers, invitedIds: [], leadUnitId: null, assistingUnitIds: [], wasSubmitted: true, reason: 'It is solved.' },
    notOk: { change: { invitedIds: null, reason: 7 }, faults: ['invitedIds not-a-list', 'reason not-a-text'] },
  },
  'proposals.lead-taken.v1': {
    ok: { ...ofProposal, ...signers, formerLeadId: id(8) },
    notOk: { change: { formerLeadId: null }, faults: ['formerLeadId not-an-id'] },
  },
  'proposals.proposal-entered.v1': {
    ok: { ...ofProposal, docketNo: null, ...signers, enteredBy: id(8), receivedOn: '2027-01-15' },
    notOk: { change: { receivedOn: '15 January' }, faults: ['receivedOn not-a-date'] },
  },
  'proposals.endorsement-asked.v1': {
    ok: { ...ofProposal, docketNo: null, leadProposerId: id(6), headId: id(8), dueOn: '2027-01-15' },
    notOk: { change: { headId: null }, faults: ['headId not-an-id'] },
  },
  'proposals.endorsement-settled.v1': {
    ok: { ...ofProposal, docketNo: null, ...signers, outcome: 'LAPSED', reason: null },
    notOk: { change: { outcome: 'FILED' }, faults: ['outcome not-in-the-list'] },
  },
  'proposals.proposal-submitted.v1': {
    ok: { ...ofProposal, docketNo: null, ...signers, late: false },
    notOk: { change: { seconderIds: [id(7), 'somebody'] }, faults: ['seconderIds[1] not-an-id'] },
  },
  'proposals.proposal-reviewed.v1': {
    ok: { ...ofProposal, ...signers, outcome: 'FILED', reason: null },
    notOk: { change: { outcome: 'MERGED' }, faults: ['outcome not-in-the-list'] },
  },
  'proposals.motion-proposed.v1': {
    ok: { ...ofProposal, docketNo: null, ...signers, reason: null },
    notOk: { change: { reason: 7 }, faults: ['reason not-a-text'] },
  },
  'proposals.presidium-decided.v1': {
    ok: { ...ofProposal, ...signers, isFiled: true, byVote: false, reason: null },
    notOk: { change: { isFiled: 'FILED' }, faults: ['isFiled not-a-flag'] },
  },
  'proposals.proposal-assigned.v1': {
    ok: { ...ofProposal, handlingId: id(8), ...signers, leadUnitId: unitId, assistingUnitIds: [], dueOn: '2027-01-15' },
    added: ['handlingId'],
    notOk: { change: { dueOn: '2027-01-15T00:00:00Z' }, faults: ['dueOn not-a-date'] },
  },
  'proposals.proposal-replied.v1': {
    ok: { ...ofProposal, ...signers, leadUnitId: unitId, round: 1, feedbackDueOn: '2027-02-05' },
    notOk: { change: { text: 'It will be built.' }, faults: ['text unknown-field'] },
  },
  'proposals.proposal-rated.v1': {
    ok: { ...ofProposal, leadProposerId: memberId, round: 1 },
    notOk: { change: { result: 'DISSATISFIED' }, faults: ['result unknown-field'] },
  },
  'proposals.proposal-reopened.v1': {
    ok: { ...ofProposal, ...signers, leadUnitId: unitId, assistingUnitIds: [], round: 2, dueOn: '2027-03-05' },
    notOk: { change: { result: 'DISSATISFIED' }, faults: ['result unknown-field'] },
  },
  'proposals.handling-escalated.v1': {
    ok: { ...ofProposal, leadUnitId: unitId, round: 2 },
    notOk: { change: { result: 'DISSATISFIED' }, faults: ['result unknown-field'] },
  },
  'proposals.feedback-lapsed.v1': {
    ok: { ...ofProposal, handlingId: id(8), memberIds: [memberId], policy: 'exclude', isRated: false, round: 1 },
    notOk: { change: { policy: 'forget', result: 'SATISFIED' }, faults: ['policy not-in-the-list', 'result unknown-field'] },
  },
  'proposals.escalation-settled.v1': {
    ok: {
      ...ofProposal,
      handlingId: id(8),
      ...signers,
      leadUnitId: unitId,
      assistingUnitIds: [],
      metOn: '2027-03-20',
      presentIds: [memberId],
      outcome: 'EXPLAINED',
    },
    notOk: { change: { minutes: 'No budget.' }, faults: ['minutes unknown-field'] },
  },
  'proposals.due-date-fixed.v1': {
    ok: { ...ofProposal, handlingId: id(8), ...signers, leadUnitId: unitId, assistingUnitIds: [], dueOn: '2027-05-16', before: null },
    notOk: { change: { dueOn: null }, faults: ['dueOn not-a-date'] },
  },
  'proposals.due-date-settled.v1': {
    ok: { ...ofProposal, ...signers, leadUnitId: unitId, assistingUnitIds: [], dueOn: '2027-02-15', before: '2027-02-12' },
    notOk: { change: { before: 'Friday' }, faults: ['before not-a-date'] },
  },
  'proposals.proposal-closed.v1': {
    ok: { ...ofProposal, ...signers, leadUnitId: unitId, otherLeadUnitIds: [id(8)] },
    added: ['otherLeadUnitIds'],
    notOk: { change: { subject: 7, otherLeadUnitIds: [7] }, faults: ['subject not-a-text', 'otherLeadUnitIds[0] not-an-id'] },
  },
  'proposals.commitment-made.v1': {
    ok: { ...ofCommitment, dueOn: '2027-06-30' },
    notOk: { change: { promise: 'A second counter.' }, faults: ['promise unknown-field'] },
  },
  'proposals.commitment-reported.v1': {
    ok: { ...ofCommitment, settlement: 'CARRIED' },
    notOk: { change: { settlement: 'LATER' }, faults: ['settlement not-in-the-list'] },
  },
  'proposals.commitment-returned.v1': {
    ok: { ...ofCommitment, reason: 'Nobody saw it.' },
    notOk: { change: { reason: null }, faults: ['reason not-a-text'] },
  },
  'proposals.commitment-settled.v1': {
    ok: { ...ofCommitment, settlement: 'DONE' },
    notOk: { change: { settlement: 'CARRIED' }, faults: ['settlement not-in-the-list'] },
  },
  'proposals.commitment-carried.v1': {
    ok: { ...ofCommitment, dueOn: '2027-12-31', before: '2027-06-30' },
    notOk: { change: { before: 7 }, faults: ['before not-a-date'] },
  },
  'proposals.key-matter-set.v1': {
    ok: { ...ofProposal, ...signers, leadUnitId: unitId, assistingUnitIds: [], reason: 'Many ask for it.' },
    notOk: { change: { reason: 7 }, faults: ['reason not-a-text'] },
  },
  'proposals.case-owner-named.v1': {
    ok: { ...ofProposal, memberId },
    notOk: { change: { memberId: null }, faults: ['memberId not-an-id'] },
  },
  'proposals.visit-logged.v1': {
    ok: { ...ofProposal, ...signers, leadUnitId: null, assistingUnitIds: [], memberId, byProposer: true },
    notOk: { change: { found: 'Half of it is built.' }, faults: ['found unknown-field'] },
  },
  ...OPINION_SAMPLES,
  ...DEADLINE_SAMPLES,
  'proposals.deadline-set.v1': {
    ok: {
      ...ofProposal,
      deadlineId: id(9),
      matter: 'reply',
      dueAt: '2027-01-15T16:00:00Z',
      remindAt: '2027-01-12T16:00:00Z',
      memberIds: [],
      unitId,
    },
    notOk: { change: { matter: 'lunch' }, faults: ['matter not-in-the-list'] },
  },
  'proposals.deadline-met.v1': {
    ok: { organisationId, proposalId, deadlineId: id(9) },
    notOk: { change: { deadlineId: 9 }, faults: ['deadlineId not-an-id'] },
  },
  ...REQUEST_SAMPLES,
  'proposals.merge-proposed.v1': {
    ok: { ...ofMerge, reason: 'Both ask for a lift.', dueOn: '2026-03-17' },
    notOk: { change: { parts: [{ proposalId, subject: 'A lift' }] }, faults: ['parts[0].docketNo not-a-text'] },
  },
  'proposals.merge-ended.v1': {
    ok: { ...ofMerge, outcome: 'REFUSED', reason: 'Ours is about stairs.', endedBy: memberId },
    notOk: { change: { outcome: 'MERGED' }, faults: ['outcome not-in-the-list'] },
  },
  'proposals.proposals-merged.v1': {
    ok: ofMerge,
    notOk: { change: { memberIds: ['everybody'] }, faults: ['memberIds[0] not-an-id'] },
  },
  'proposals.merge-undone.v1': {
    ok: { ...ofMerge, reason: 'Two matters after all.' },
    notOk: { change: { reason: null }, faults: ['reason not-a-text'] },
  },
  'ballot.ballot-announced.v1': {
    ok: { ...ofBallot, electorate: 'elected', memberIds: [memberId] },
    notOk: { change: { kind: 'raffle' }, faults: ['kind not-in-the-list'] },
  },
  'ballot.ballot-called-off.v1': {
    ok: { ...ofBallot, electorate: 'delegates', memberIds: [], reason: 'The plan is taken back.' },
    notOk: { change: { reason: 7 }, faults: ['reason not-a-text'] },
  },
  'ballot.ballot-opened.v1': {
    ok: { ...ofBallot, electorate: 'staff', memberIds: [] },
    notOk: { change: { voters: [memberId] }, faults: ['voters unknown-field'] },
  },
  'ballot.ballot-closed.v1': {
    ok: { ...ofBallot, memberIds: [memberId] },
    notOk: { change: { returned: 57 }, faults: ['returned unknown-field'] },
  },
  'ballot.schedule-refused.v1': {
    ok: { ...ofBallot, act: 'open', code: 'ballot.no-quorum' },
    notOk: { change: { act: 'count' }, faults: ['act not-in-the-list'] },
  },
  'ballot.candidates-posted.v1': {
    ok: { ...ofBallot, untilOn: '2026-11-28' },
    notOk: { change: { untilOn: null }, faults: ['untilOn not-a-date'] },
  },
  'ballot.candidate-objection-raised.v1': {
    ok: ofBallot,
    notOk: { change: { grounds: 'Not a member.' }, faults: ['grounds unknown-field'] },
  },
  'ballot.signatures-due.v1': {
    ok: { ...ofBallot, memberIds: [memberId, id(7)] },
    notOk: { change: { memberIds: memberId }, faults: ['memberIds not-a-list'] },
  },
  'ballot.result-declared.v1': {
    ok: { ...ofBallot, status: 'decided' },
    notOk: { change: { votes: { [memberId]: 'yes' } }, faults: ['votes unknown-field'] },
  },
  'ballot.result-approved.v1': {
    ok: { ...ofBallot, reference: '12/2026' },
    notOk: { change: { reference: null }, faults: ['reference not-a-text'] },
  },
  'ballot.result-rejected.v1': {
    ok: { ...ofBallot, reference: '12/2026', reason: 'A candidate was not eligible.' },
    notOk: { change: { reason: 7 }, faults: ['reason not-a-text'] },
  },
  'ballot.result-published.v2': {
    ok: { ...ofBallot, status: 'decided', untilOn: '2026-11-28' },
    notOk: { change: { untilOn: '28 November' }, faults: ['untilOn not-a-date'] },
  },
  'ballot.objection-raised.v1': {
    ok: ofBallot,
    notOk: { change: { text: 'I was not let in.' }, faults: ['text unknown-field'] },
  },
  'ballot.objection-answered.v1': {
    ok: { ...ofBallot, memberId, outcome: 'DISMISSED' },
    notOk: { change: { outcome: 'FORGOTTEN' }, faults: ['outcome not-in-the-list'] },
  },
  'ballot.result-annulled.v1': {
    ok: { ...ofBallot, reason: 'Ballots were forged.', declared: true },
    notOk: { change: { declared: 'yes' }, faults: ['declared not-a-flag'] },
  },
  'ballot.motion-decided.v1': {
    ok: {
      ...ofBallot,
      kind: 'resolution',
      status: 'passed',
      items: [{ id: 'lift', label: 'A lift', proposalId, yes: 48, no: 5, abstain: 3, needed: 29, passed: true }],
    },
    notOk: {
      change: { items: [{ id: 'lift', label: 'A lift', proposalId: 'lift', yes: 48.5, no: 5, abstain: 3, needed: 29, passed: true }] },
      faults: ['items[0].proposalId not-an-id', 'items[0].yes not-a-count'],
    },
  },
  'ballot.officers-elected.v1': {
    ok: {
      ...ofBallot,
      elected: [
        { memberId, name: 'Sample Person' },
        { memberId: null, name: 'Somebody' },
      ],
      post: 'Member of the presidium',
      office: 'PRESIDIUM',
      scope: 'session',
    },
    notOk: { change: { elected: [memberId], scope: 'for-ever' }, faults: ['elected[0] not-an-object', 'scope not-in-the-list'] },
  },
  'ballot.deadline-set.v1': {
    ok: { ...ofBallot, deadlineId: id(9), matter: 'approval', dueAt: '2026-12-06T16:00:00Z', remindAt: '2026-12-03T16:00:00Z' },
    notOk: { change: { matter: 'reply' }, faults: ['matter not-in-the-list'] },
  },
  'ballot.deadline-met.v1': {
    ok: { organisationId, ballotId, deadlineId: id(9) },
    notOk: { change: { deadlineId: 9 }, faults: ['deadlineId not-an-id'] },
  },
};
