import { createDataSource } from '@plenum/database';
import { type Fact, foldMatter } from '@plenum/proposals-domain';
import { databaseOf } from '../boot.js';
import { type Congress, aCongress, done, step } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

type Row = Fact & { readonly by: string | null; readonly version: number | null };
const factsOf = (proposalId: string) =>
  stage.database.query<Row>('SELECT kind, at, data, names, version, member_id AS by FROM facts WHERE proposal_id = $1 ORDER BY position', [
    proposalId,
  ]);
const kindsOf = async (proposalId: string) => (await factsOf(proposalId)).map(({ kind }) => kind);
const matterOf = async (proposalId: string) => {
  const [row] = await stage.database.query('SELECT matter, particulars FROM matters WHERE proposal_id = $1', [proposalId]);
  return row;
};

/** A proposal along the whole way, found dissatisfactory once. */
async function wholeWay(callId: string): Promise<string> {
  const { lead, committee, handler, seconders } = congress;
  const id = await congress.draft(callId);
  const at = (path: string) => `/proposals/${id}/${path}`;
  done(await stage.as(lead).post(at('invitations'), { memberIds: seconders.map((one) => one.id) }));
  done(await stage.as(lead).revise(`/proposals/${id}`, { subject: 'A canteen open till ten' }));
  done(await stage.as(lead).delete(at(`invitations/${seconders[2]!.id}`)));
  for (const one of seconders.slice(0, 2)) done(await step(stage, one, id, 'seconding'));
  done(await step(stage, lead, id, 'submission'));
  done(await step(stage, committee, id, 'review', { outcome: 'FILED' }));
  done(await step(stage, committee, id, 'assignment', { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] }));
  done(await step(stage, handler, id, 'acknowledgement'));
  const answer = { text: 'Open until ten.', resultCategory: 'SOLVED', channel: 'ONLINE' };
  for (const result of ['DISSATISFIED', 'SATISFIED']) {
    done(await step(stage, handler, id, 'reply', answer));
    done(await step(stage, lead, id, 'rating', { attitude: 'SATISFIED', result, comment: 'Nothing but words.' }));
  }
  done(await step(stage, committee, id, 'ending', { outcome: 'IMPLEMENTED' }));
  return id;
}

const WHOLE_WAY = [
  'ProposalDrafted',
  'SeconderInvited',
  'SeconderInvited',
  'SeconderInvited',
  'ProposalRevised',
  'InvitationCancelled',
  'ProposalSeconded',
  'ProposalSeconded',
  'ProposalSubmitted',
  'ProposalReviewed',
  'ProposalAssigned',
  'AssignmentAcknowledged',
  'ProposalReplied',
  'ProposalRated',
  'ProposalReopened',
  'ProposalReplied',
  'ProposalRated',
  'HandlingEnded',
  'ProposalClosed',
];
const ofDeadlines = (kind: string): boolean => kind.startsWith('Deadline');

describe('facts', () => {
  it('are everything that happened, with its moment, who acted and the version, and no rating', async () => {
    const id = await wholeWay(await congress.call());
    const facts = await factsOf(id);
    expect(facts.map(({ kind }) => kind).filter((kind) => !ofDeadlines(kind))).toEqual(WHOLE_WAY);
    const by = (kind: string) => facts.find((fact) => fact.kind === kind)?.by;
    expect([by('ProposalSubmitted'), by('ProposalReviewed'), by('ProposalReplied')]).toEqual([
      congress.lead.id,
      congress.committee.id,
      congress.handler.id,
    ]);
    expect(facts.map(({ version }) => version)).toEqual([...facts.map(({ version }) => version)].sort((one, other) => one! - other!));
    expect(facts.find(({ kind }) => kind === 'ProposalAssigned')?.names).toEqual({
      [stage.logistics]: 'Logistics',
      [stage.finance]: 'Finance',
    });
    expect(JSON.stringify(facts)).not.toMatch(/SATISFIED|Nothing but words|Open until ten/);
    const { matter, particulars } = foldMatter(facts)!;
    expect(await matterOf(id)).toEqual({ matter, particulars });
    expect(particulars.names).toMatchObject({ [congress.lead.id]: 'Lead Proposer', [stage.logistics]: 'Logistics' });
  });

  it('tell of a draft that it was thrown away, and nothing of a change that was refused', async () => {
    const id = await congress.draft(await congress.call());
    expect((await stage.as(congress.lead).decide(`/proposals/${id}/submission`)).status).toBe(422);
    done(await stage.as(congress.lead).discard(`/proposals/${id}`));
    expect(await kindsOf(id)).toEqual(['ProposalDrafted', 'DraftDiscarded']);
    expect(await matterOf(id)).toBeUndefined();
  });

  it.each(["UPDATE facts SET kind = 'other'", 'DELETE FROM facts', 'TRUNCATE facts', 'ALTER TABLE facts DISABLE TRIGGER facts_kept'])(
    'cannot be changed: %s',
    async (statement) => {
      // 42501 insufficient_privilege (PostgreSQL manual, appendix A).
      await expect(stage.database.query(statement)).rejects.toMatchObject({ driverError: { code: '42501' } });
      const owner = await createDataSource({
        ...databaseOf(stage.environment),
        url: databaseOf(stage.environment).migrationUrl!,
      }).initialize();
      if (!statement.startsWith('ALTER')) await expect(owner.query(statement)).rejects.toThrow('facts are append-only');
      await owner.destroy();
    },
  );

  it('are made from the columns of what was there before them, and amount to the same', async () => {
    const callId = await congress.call();
    const { lead, committee } = congress;
    const returned = await congress.submitted(callId);
    done(await step(stage, committee, returned, 'review', { outcome: 'RETURNED', reason: 'Two matters in one.' }));
    const again = await congress.submitted(callId);
    done(await step(stage, committee, again, 'review', { outcome: 'RETURNED', reason: 'Two matters in one.' }));
    done(await step(stage, lead, again, 'submission'));
    const withdrawn = await congress.filed(callId);
    done(await step(stage, lead, withdrawn, 'withdrawal', { reason: 'Solved meanwhile.' }));
    const declined = await congress.submitted(callId);
    done(await step(stage, committee, declined, 'review', { outcome: 'NOT_FILED', reason: 'Not ours.' }));
    const left = await congress.seconded(callId);
    done(await step(stage, lead, left, 'withdrawal', { reason: '' }));
    const ids = [
      await wholeWay(callId),
      returned,
      again,
      withdrawn,
      declined,
      left,
      await congress.replied(callId),
      await congress.draft(callId),
    ];
    const told = await Promise.all(ids.map(factsOf));

    const options = databaseOf(stage.environment);
    const owner = await createDataSource({ ...options, url: options.migrationUrl! }).initialize();
    const before = options.migrations.findIndex(({ name }) => name.startsWith('Facts'));
    for (const _ of options.migrations.slice(before)) await owner.undoLastMigration();
    expect(await owner.query("SELECT to_regclass('facts') AS facts")).toEqual([{ facts: null }]);
    await owner.runMigrations();
    await owner.query(`GRANT SELECT ON facts, matters TO PUBLIC`);
    await owner.destroy();

    const untold = ['ProposalRevised', 'InvitationCancelled', 'HandlingEnded'];
    const comparable = (facts: readonly Row[]) =>
      facts
        .filter(({ kind }) => !ofDeadlines(kind) && !untold.includes(kind))
        .map(({ kind, by }) => `${kind} ${by}`)
        .sort();
    for (const [nth, id] of ids.entries()) {
      const anew = await factsOf(id);
      const cancelled = nth === 0 ? [`SeconderInvited ${lead.id}`] : [];
      const invited = told[nth]!.filter(
        ({ kind, data }) =>
          kind === 'SeconderInvited' &&
          told[nth]!.some((other) => other.kind === 'ProposalSeconded' && other.data.memberId === (data as { memberId: string }).memberId),
      );
      const signedSince = invited.map(({ by }) => `SeconderInvited ${by}`);
      expect([...comparable(anew), ...cancelled, ...signedSince].sort()).toEqual(comparable(told[nth]!));
      const [now, then] = [foldMatter(anew), foldMatter(told[nth]!)];
      expect(now?.matter).toEqual(then?.matter);
      expect(now?.particulars).toEqual(then?.particulars);
    }
  });
});
