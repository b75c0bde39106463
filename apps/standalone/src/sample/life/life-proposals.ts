import { type ApiClient, ignoreConflict, type Listed } from '../api-client.js';
import { PROPOSERS, SESSION_TITLE } from '../sample-people.js';
import { COMING, PROPOSALS_HELD, SIGNERS, type SampleProposal } from './life-story.js';
import { idOf, type SampleRun } from './sample-run.js';

const [COMMITTEE, HANDLER] = ['T00003', 'T00004'];
const HOUR_MS = 3_600_000;
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** The proposals of the session that was held, each as far as it has come. */
export async function fileHeldProposals(run: SampleRun, sessionId: string): Promise<void> {
  const committee = run.as(COMMITTEE);
  const now = Date.now();
  const callId = await run.once('call held', async () =>
    idOf(
      await committee.postOnceHeard('/api/proposals/calls', {
        sessionId,
        opensAt: new Date(now - HOUR_MS).toISOString(),
        closesAt: new Date(now + 24 * HOUR_MS).toISOString(),
        minSeconders: 2,
        replyDue: { kind: 'working-days', n: 45 },
        leaderSignOff: 'none',
        feedbackDue: { kind: 'working-days', n: 15 },
      }),
    ),
  );
  for (const [nth, proposal] of PROPOSALS_HELD.entries()) {
    await run.once(`proposal ${nth}`, async () => {
      const lead = run.as(SIGNERS[nth % SIGNERS.length] as string);
      const address = await submitted(
        run,
        `proposal ${nth} drafted`,
        lead,
        callId,
        proposal,
        Array.from({ length: proposal.seconders }, (_, each) => SIGNERS[(nth + each + 1) % SIGNERS.length] as string),
      );
      await follow(run, lead, address, proposal.stage);
      return address;
    });
  }
  await ignoreConflict(committee.decide(`/api/proposals/calls/${callId}`, 'closing'));
}

/** Drafts, has it seconded in person, and submits. @returns its address */
async function submitted(
  { as, memberId, once }: SampleRun,
  name: string,
  lead: ApiClient,
  callId: string,
  { subject, category }: Pick<SampleProposal, 'subject' | 'category'>,
  seconders: readonly string[],
): Promise<string> {
  const content = {
    subject: `关于${subject}的提案`,
    category,
    grounds: `教职工多次反映，希望${subject}。`,
    measures: `请有关部门研究${subject}的办法，并公布时间表。`,
  };
  const address = `/api/proposals/proposals/${await once(name, async () => idOf(await lead.postOnceHeard('/api/proposals/proposals', { callId, ...content })))}`;
  const { submittedAt } = await lead.get<{ submittedAt: string | null }>(address);
  if (submittedAt !== null) return address;
  await ignoreConflict(lead.postOnceHeard(`${address}/invitations`, { memberIds: seconders.map(memberId) }));
  for (const staffNo of seconders) await ignoreConflict(as(staffNo).decide(address, 'seconding'));
  await lead.decide(address, 'submission');
  return address;
}

const HANDLED_UP_TO: Readonly<Record<SampleProposal['stage'], number>> = {
  'not-filed': 0,
  filed: 0,
  suggestion: 0,
  assigned: 1,
  acknowledged: 2,
  replied: 3,
  rated: 4,
  closed: 5,
  'suggestion-closed': 5,
};

async function follow(
  { as, unitId, password }: SampleRun,
  lead: ApiClient,
  address: string,
  stage: SampleProposal['stage'],
): Promise<void> {
  const [committee, handler, upTo] = [as(COMMITTEE), as(HANDLER), HANDLED_UP_TO[stage]];
  const isSuggestion = stage.startsWith('suggestion');
  const outcome = stage === 'not-filed' ? 'NOT_FILED' : isSuggestion ? 'SUGGESTION' : 'FILED';
  await ignoreConflict(
    committee.decide(address, 'review', { outcome, ...(outcome === 'FILED' ? {} : { reason: '属日常管理事项，转有关部门研究。' }) }),
  );
  // The one that only was assigned is due today: whoever looks in tomorrow finds it overdue.
  if (upTo >= 1)
    await ignoreConflict(
      committee.decide(address, 'assignment', {
        leadUnitId: unitId('HQB'),
        assistingUnitIds: [unitId('DZB')],
        ...(upTo === 1 ? { dueOn: today() } : {}),
      }),
    );
  if (upTo >= 2) await ignoreConflict(handler.decideOnWork(address, 'acknowledgement'));
  if (upTo >= 3)
    await ignoreConflict(
      handler.decideOnWork(address, 'reply', {
        text: '已经采纳，列入本学期工作安排；进展每月在校内网公布。',
        resultCategory: 'SOLVED',
        channel: 'WRITTEN',
      }),
    );
  if (upTo >= 4 && !isSuggestion)
    await ignoreConflict(
      lead.decideConfirmed(address, 'rating', password, { attitude: 'SATISFIED', result: stage === 'rated' ? 'BASICALLY' : 'SATISFIED' }),
    );
  if (upTo >= 5) await ignoreConflict(committee.decideOnWork(address, 'ending', {}));
}

/** Of the coming session: one was returned to be mended, one was withdrawn. */
export async function fileComingProposals(run: SampleRun): Promise<void> {
  const committee = run.as(COMMITTEE);
  const sessions = await committee.get<Listed<{ id: string; title: string }>>('/api/congress/sessions');
  const coming = sessions.items.find(({ title }) => title === SESSION_TITLE);
  const calls = await committee.get<Listed<{ id: string }>>(`/api/proposals/calls?sessionId=${coming?.id}`);
  const callId = calls.items[0]?.id;
  if (callId === undefined) throw new Error('The coming session has no call.');
  for (const [nth, kind] of (['returned', 'withdrawn'] as const).entries()) {
    await run.once(`coming ${kind}`, async () => {
      const lead = run.as(SIGNERS[nth + 1] as string);
      const subject = COMING[kind];
      const address = await submitted(
        run,
        `coming ${kind} drafted`,
        lead,
        callId,
        { subject, category: '学校管理' },
        [PROPOSERS.filed, 'T00007'].filter((staffNo) => staffNo !== SIGNERS[nth + 1]),
      );
      await ignoreConflict(
        kind === 'returned'
          ? committee.decide(address, 'review', { outcome: 'RETURNED', reason: '措施请写具体：由谁、在什么时候、做到什么程度。' })
          : lead.decide(address, 'withdrawal', { reason: '已由采购办法修订解决。' }),
      );
      return address;
    });
  }
}
