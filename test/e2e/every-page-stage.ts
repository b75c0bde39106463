import type { Person } from '../lib/door.js';
import { allHeard } from '../lib/hearing.js';
import { firstSignIn, onceKnown } from '../lib/organisation.js';
import { electionByNomination, tieByHands, voteByHands } from './ballot.js';
import { CAST, openCall, ORGANISATION, type Role, setStage, type Stage } from './stage.js';

const DELEGATES = ['proposer', 'seconder', 'committee'] as const;
const RULES = {
  quorum: { num: 2, den: 3, inclusive: true }, participation: null, returnedLimit: 'issued', pass: { num: 1, den: 2, inclusive: false, base: 'roll' }, bundle: 'each',
};

/** What stands in the addresses of pages. */
export interface Contents {
  readonly session: string;
  readonly proposal: string;
  /** Ballots: drafted; sealed, with everybody named; on paper; counted by hands; tied, so that lots decide; an election that finds its candidates. */
  readonly draft: string;
  readonly sealed: string;
  readonly paper: string;
  readonly counted: string;
  readonly tied: string;
  readonly nominated: string;
}

/** A house in which every page has something to show; the secretary holds the offices that see most of it. */
export async function setFullStage(): Promise<{ readonly stage: Stage; readonly contents: Contents }> {
  const stage = await setStage();
  try {
    const people = await signEverybodyIn(stage);
    const { secretary } = stage.organisation;
    const unit = (await secretary.get<{ items: readonly { id: string; code: string }[] }>('/api/congress/units')).items.find(({ code }) => code === 'logistics');
    await stage.organisation.office('PROPOSALS_COMMITTEE', secretary, { sessionId: stage.sessionId });
    await stage.organisation.office('UNIT_HANDLER', secretary, { unitId: unit?.id ?? '' });
    const proposal = await assignedProposal(stage, people, unit?.id ?? '');
    await secretary.post(`/api/congress/sessions/${stage.sessionId}/opening`);
    for (const role of DELEGATES) await people[role].post(`/api/congress/sessions/${stage.sessionId}/attendance`, {});
    await allHeard(stage.house);
    return { stage, contents: { session: stage.sessionId, proposal, ...(await ballots(stage, people)) } };
  } catch (error) {
    await stage.house.close();
    throw error;
  }
}

async function signEverybodyIn({ house, codes }: Stage): Promise<Record<Role, Person>> {
  const enter = (role: Role) => firstSignIn(house.stranger, ORGANISATION, CAST[role].staffNo, codes[role]);
  return { proposer: await enter('proposer'), seconder: await enter('seconder'), committee: await enter('committee'), handler: await enter('handler') };
}

async function assignedProposal(stage: Stage, { proposer, seconder, committee }: Record<Role, Person>, leadUnitId: string): Promise<string> {
  const callId = await openCall(stage, committee);
  const draft = { callId, subject: '关于延长图书馆周末开放时间的提案', grounds: '周末图书馆下午四点闭馆。', measures: '周末开放延长到晚上九点。' };
  const { id } = await onceKnown('a delegate may file a proposal', () => proposer.post<{ id: string }>('/api/proposals/proposals', draft));
  const proposal = `/api/proposals/proposals/${id}`;
  await proposer.post(`${proposal}/invitations`, { memberIds: [seconder.memberId] });
  await seconder.post(`${proposal}/seconding`);
  await proposer.post(`${proposal}/submission`);
  await committee.post(`${proposal}/review`, { outcome: 'FILED' });
  await committee.post(`${proposal}/assignment`, { leadUnitId, assistingUnitIds: [] });
  return id;
}

async function ballots(stage: Stage, { seconder, committee, handler, proposer }: Record<Role, Person>): Promise<Pick<Contents, 'draft' | 'sealed' | 'paper' | 'counted' | 'tied' | 'nominated'>> {
  const { secretary } = stage.organisation;
  const drafted = async (channel: string, title: string): Promise<string> => {
    const draft = { sessionId: stage.sessionId, kind: 'resolution', title, channel, rules: RULES, items: [{ id: 'plan', label: title }] };
    return (await onceKnown('the secretary may draft a ballot', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft))).id;
  };
  const prepared = async (id: string): Promise<string> => {
    const ballot = `/api/ballot/ballots/${id}`;
    await secretary.decide(`${ballot}/adoption`);
    await secretary.post(`${ballot}/roll`);
    const named = { scrutineers: [seconder.memberId, proposer.memberId], chiefScrutineer: seconder.memberId, tellers: [committee.memberId, handler.memberId], chiefTeller: committee.memberId };
    await secretary.post(`${ballot}/officers`, named);
    return id;
  };
  const officers = { scrutineer: seconder, teller: committee };
  return {
    counted: idOf(await voteByHands(stage, officers, DELEGATES.length)),
    tied: await tieByHands(stage, officers, DELEGATES.length),
    nominated: await electionByNomination(stage),
    draft: await drafted('hands', '福利费使用方案'),
    sealed: await prepared(await drafted('sealed', '绩效分配方案')),
    paper: await prepared(await drafted('paper', '教职工宿舍方案')),
  };
}

const idOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
