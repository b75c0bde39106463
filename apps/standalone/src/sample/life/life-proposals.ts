import type { Door, Listed } from '../door.js';
import { PROPOSERS, SESSION_TITLE } from '../sample-people.js';
import { COMING, PROPOSALS_HELD, SIGNERS, type ToldProposal } from './life-story.js';
import { idOf, type Telling, unlessDone } from './telling.js';

const [COMMITTEE, HANDLER] = ['T00003', 'T00004'];
const HOUR_MS = 3_600_000;
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** The proposals of the session that was held, each as far as it has come. */
export async function tellProposals(telling: Telling, sessionId: string): Promise<void> {
  const committee = telling.as(COMMITTEE);
  const now = Date.now();
  const callId = await telling.once('call held', async () =>
    idOf(
      await committee.postOnceHeard('/api/proposals/calls', {
        sessionId,
        opensAt: new Date(now - HOUR_MS).toISOString(),
        closesAt: new Date(now + 24 * HOUR_MS).toISOString(),
        minSeconders: 2,
        replyDue: { kind: 'working-days', n: 45 },
        feedbackDue: { kind: 'working-days', n: 15 },
      }),
    ),
  );
  for (const [nth, proposal] of PROPOSALS_HELD.entries()) {
    await telling.once(`proposal ${nth}`, async () => {
      const lead = telling.as(SIGNERS[nth % SIGNERS.length] as string);
      const address = await submitted(
        telling,
        `proposal ${nth} drafted`,
        lead,
        callId,
        proposal,
        Array.from({ length: proposal.seconders }, (_, each) => SIGNERS[(nth + each + 1) % SIGNERS.length] as string),
      );
      await follow(telling, lead, address, proposal.stage);
      return address;
    });
  }
  await unlessDone(committee.decide(`/api/proposals/calls/${callId}`, 'closing'));
}

/** Drafts, has it seconded in person, and submits. @returns its address */
async function submitted(
  { as, memberId, once }: Telling,
  name: string,
  lead: Door,
  callId: string,
  { subject, category }: Pick<ToldProposal, 'subject' | 'category'>,
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
  await unlessDone(lead.postOnceHeard(`${address}/invitations`, { memberIds: seconders.map(memberId) }));
  for (const staffNo of seconders) await unlessDone(as(staffNo).decide(address, 'seconding'));
  await lead.decide(address, 'submission');
  return address;
}

const HANDLED_UP_TO: Readonly<Record<ToldProposal['stage'], number>> = {
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

async function follow({ as, unitId }: Telling, lead: Door, address: string, stage: ToldProposal['stage']): Promise<void> {
  const [committee, handler, upTo] = [as(COMMITTEE), as(HANDLER), HANDLED_UP_TO[stage]];
  const isSuggestion = stage.startsWith('suggestion');
  const outcome = stage === 'not-filed' ? 'NOT_FILED' : isSuggestion ? 'SUGGESTION' : 'FILED';
  await unlessDone(
    committee.decide(address, 'review', { outcome, ...(outcome === 'FILED' ? {} : { reason: '属日常管理事项，转有关部门研究。' }) }),
  );
  // The one that only was assigned is due today: whoever looks in tomorrow finds it overdue.
  if (upTo >= 1)
    await unlessDone(
      committee.decide(address, 'assignment', {
        leadUnitId: unitId('HQB'),
        assistingUnitIds: [unitId('DZB')],
        ...(upTo === 1 ? { dueOn: today() } : {}),
      }),
    );
  if (upTo >= 2) await unlessDone(handler.postOnceHeard(`${address}/acknowledgement`));
  if (upTo >= 3)
    await unlessDone(
      handler.decide(address, 'reply', {
        text: '已经采纳，列入本学期工作安排；进展每月在校内网公布。',
        resultCategory: 'SOLVED',
        channel: 'WRITTEN',
      }),
    );
  if (upTo >= 4 && !isSuggestion)
    await unlessDone(lead.decide(address, 'rating', { attitude: 'SATISFIED', result: stage === 'rated' ? 'BASICALLY' : 'SATISFIED' }));
  if (upTo >= 5) await unlessDone(committee.decide(address, 'closing', {}));
}

/** Of the coming session: one was returned to be mended, one was withdrawn. */
export async function tellComing(telling: Telling): Promise<void> {
  const committee = telling.as(COMMITTEE);
  const sessions = await committee.get<Listed<{ id: string; title: string }>>('/api/congress/sessions');
  const coming = sessions.items.find(({ title }) => title === SESSION_TITLE);
  const calls = await committee.get<Listed<{ id: string }>>(`/api/proposals/calls?sessionId=${coming?.id}`);
  const callId = calls.items[0]?.id;
  if (callId === undefined) throw new Error('The coming session has no call.');
  for (const [nth, kind] of (['returned', 'withdrawn'] as const).entries()) {
    await telling.once(`coming ${kind}`, async () => {
      const lead = telling.as(SIGNERS[nth + 1] as string);
      const subject = COMING[kind];
      const address = await submitted(
        telling,
        `coming ${kind} drafted`,
        lead,
        callId,
        { subject, category: '学校管理' },
        [PROPOSERS.filed, 'T00007'].filter((staffNo) => staffNo !== SIGNERS[nth + 1]),
      );
      await unlessDone(
        kind === 'returned'
          ? committee.decide(address, 'review', { outcome: 'RETURNED', reason: '措施请写具体：由谁、在什么时候、做到什么程度。' })
          : lead.decide(address, 'withdrawal', { reason: '已由采购办法修订解决。' }),
      );
      return address;
    });
  }
}
