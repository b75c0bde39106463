import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import { enrol, open, prepare, type Team } from './hall.js';
import { at } from './order.js';
import type { Record as Minutes } from './record.js';
import { STAFF, type Staff } from './staff.js';

const RULES = { quorum: { num: 2, den: 3, inclusive: true }, returnedLimit: 'issued' };
const MORE_THAN_HALF_OF_ALL = { num: 1, den: 2, inclusive: false, base: 'roll' };
const HEARD_WITHIN_MS = 30_000;

/**
 * What a vote decides and whom it elects is known where it matters: with the proposal, and among the offices. @returns how many results
 * were declared
 */
export async function followResults(staff: Staff, team: Team, minutes: Minutes): Promise<number> {
  await decideProposal(staff, team, minutes);
  await electAndAnnul(staff, team, minutes);
  return 2;
}

/** A filed proposal is put to the vote as a matter of its own. */
async function decideProposal(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const lead = at(staff.delegates, 0);
  interface Listed {
    readonly id: string;
    readonly subject: string;
    readonly docketNo: string | null;
  }
  const { items } = await lead.get<{ items: readonly Listed[] }>('/api/proposals/proposals?scope=mine');
  const { id: proposalId, subject: label } = at(
    items.filter(({ docketNo }) => docketNo !== null),
    -1,
  ); // Of the filed ones the first.
  const rules = { ...RULES, pass: MORE_THAN_HALF_OF_ALL, bundle: 'each' };
  const ballot = await prepare(staff, team, {
    kind: 'resolution',
    title: '关于提案的决议',
    channel: 'hands',
    rules,
    items: [{ id: 'proposal', label, proposalId }],
  });
  await declareHands(ballot, team, [{ id: 'proposal', yes: 50, no: 4, abstain: 3 }]);
  interface Proposal {
    readonly decisions: readonly { readonly passed: boolean; readonly yes: number; readonly needed: number }[];
  }
  const { decisions } = await probe(
    'the proposal knows what was decided',
    async () => {
      const proposal = await lead.get<Proposal>(`/api/proposals/proposals/${proposalId}`);
      return proposal.decisions.length > 0 ? proposal : null;
    },
    { timeoutMs: HEARD_WITHIN_MS },
  );
  minutes.step(`the proposal "${label}" is put to the vote, and shows what was decided`);
  minutes.fact(
    'the proposal: passed, yes, needed',
    decisions.map(({ passed, yes, needed }) => [passed, yes, needed]),
    [[true, 50, 29]],
  );
}

/** An election that the higher union approves; then an objection proves a violation. */
async function electAndAnnul(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const [elected, other, objector] = [at(staff.delegates, 40), at(staff.delegates, 41), at(staff.delegates, 42)];
  const procedure = {
    approval: { kind: 'days', n: 15 },
    publication: { kind: 'days', n: 7 },
    post: '主席团成员',
    office: { name: 'PRESIDIUM', scope: 'session' },
  };
  const rules = {
    ...RULES,
    seats: 1,
    surplus: { rate: { num: 5, den: 100 }, min: 1 },
    elect: MORE_THAN_HALF_OF_ALL,
    tie: 'runoff',
    shortage: 'vacant',
    writeIns: 'none',
    procedure,
  };
  const candidates = [
    { id: 'c1', label: '候选人甲', memberId: elected.memberId },
    { id: 'c2', label: '候选人乙', memberId: other.memberId },
  ];
  const ballot = await prepare(staff, team, { kind: 'election', title: '主席团成员选举', channel: 'hands', rules, candidates });
  await declareHands(ballot, team, [
    { id: 'c1', yes: 40, no: 17, abstain: 0 },
    { id: 'c2', yes: 17, no: 40, abstain: 0 },
  ]);
  minutes.fact('nobody holds an office before the higher union (上级工会) has approved', (await mandatesOf(elected)).length, 0);

  const documentOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  await team.organiser.decide(`${ballot}/approval`, { reference: '总工发〔2026〕12号', documentOn });
  const [mandate] = await mandatesOnce(elected, (mandates) => mandates.length > 0);
  minutes.step('the higher union approves (批复), the elected has the office');
  minutes.fact('the mandate: post, office given', [mandate?.post, mandate?.officeId !== null], ['主席团成员', true]);

  await team.organiser.decide(`${ballot}/publication`);
  const { id } = await objector.post<{ id: string }>(`${ballot}/objections`, { text: '计票时未核对名册。' });
  await team.organiser.post(`${ballot}/objections/${id}/answer`, { outcome: 'upheld', reason: '经核实，属实。' });
  await team.organiser.decide(`${ballot}/annulment`, { reason: '计票时未核对名册。' });
  const [withdrawn] = await mandatesOnce(elected, (mandates) => at(mandates, 0).withdrawnBecause !== null);
  const again = await team.organiser.post<{ id: string; state: string }>(`${ballot}/rerun`);
  await enrol(`/api/ballot/ballots/${again.id}`, team);
  const shown = await objector.get<{ state: string; outcome: { elected: readonly string[] } }>(`${ballot}/result`);
  minutes.step('the result is posted (公示), an objection (异议) is upheld, the election annulled and prepared anew');
  minutes.fact(
    'the annulled election: state, figures kept, mandate withdrawn',
    [shown.state, shown.outcome.elected, withdrawn?.withdrawnBecause],
    ['ANNULLED', ['c1'], '计票时未核对名册。'],
  );
  minutes.fact('the one that repeats it', again.state, 'RULES_ADOPTED');
}

/** Opens, counts the hands, has both chiefs sign, and declares. */
async function declareHands(ballot: string, team: Team, items: readonly object[]): Promise<void> {
  const { organiser, scrutineers, tellers } = team;
  await open(ballot, team, STAFF);
  await organiser.decide(`${ballot}/closing`, { voters: STAFF });
  await tellers[0].post(`${ballot}/hands-count`, { items });
  await organiser.post(`${ballot}/count`);
  for (const chief of [scrutineers[0], tellers[0]]) await chief.sign(ballot);
  await organiser.decide(`${ballot}/declaration`);
}

interface Mandate {
  readonly post: string;
  readonly officeId: string | null;
  readonly withdrawnBecause: string | null;
}

const mandatesOf = async (person: Person): Promise<readonly Mandate[]> =>
  (await person.get<{ items: readonly Mandate[] }>(`/api/congress/mandates?memberId=${person.memberId}`)).items;

const mandatesOnce = (person: Person, isSo: (mandates: readonly Mandate[]) => boolean): Promise<readonly Mandate[]> =>
  probe(
    'the congress service has heard',
    async () => {
      const mandates = await mandatesOf(person);
      return isSo(mandates) ? mandates : null;
    },
    { timeoutMs: HEARD_WITHIN_MS },
  );
