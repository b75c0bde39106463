import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Directory } from '@plenum/directory';
import { MATTER_STATES, type MatterState, maySee } from '@plenum/proposals-domain';
import { Authorities } from './authorities.js';
import { type Congress, aCongress } from '../testing/congress.js';
import { HandlingRepository } from '../storage/parts/handling.repository.js';
import { type ProposalRow, toProposal } from '../storage/proposal.rows.js';
import { SIGNATURES_COLUMN, writeSignatures } from '../storage/parts/signature.rows.js';
import { type Person, type Role, type Stage, useStage } from '../testing/stage.js';
import { visibleTo } from './visible.js';

const PROPOSALS = 300;
const READERS = 40;
const BEFORE_SUBMISSION: readonly MatterState[] = ['DRAFT', 'SECONDING', 'WITHDRAWN'];
const ASSIGNED: readonly MatterState[] = ['ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'CLOSED'];

let stage: Stage;
let congress: Congress;
let sessions: readonly string[];
const authorities = new Authorities(new Directory());

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  sessions = [stage.sessionId, await stage.laterSession(), await stage.laterSession()];
});

/** What somebody may be, one or several of them at once. */
const role = (): fc.Arbitrary<Role> => {
  const session = fc.constantFrom(...sessions).map((sessionId) => ({ sessionId }));
  const seat = fc.tuple(fc.constantFrom('DELEGATE', 'ATTENDEE', 'INVITEE'), session).map(([kind, of]) => ({ seat: kind, ...of }));
  const unitId = fc.constantFrom(stage.logistics, stage.finance);
  const ofUnit = fc
    .tuple(fc.constantFrom('UNIT_HANDLER', 'UNIT_HEAD', 'LEADER_IN_CHARGE'), unitId)
    .map(([office, id]) => ({ office, unitId: id }));
  const ofCongress = fc
    .tuple(fc.constantFrom('PROPOSALS_COMMITTEE', 'PRESIDIUM', 'LEADER_IN_CHARGE', 'OBSERVER', 'SCRUTINEER'), fc.boolean())
    .map(([office, ofSession]) => ({ office, ofSession }));
  const parts = fc.tuple(fc.option(seat), fc.option(fc.oneof(ofUnit, ofCongress)));
  return parts.map(([seated, office]) => ({ ...seated, ...office }) as Role);
};

/** Proposals of every kind, by and for the people given, written where the service keeps them. */
async function writeProposals(callId: string, people: readonly Person[]): Promise<void> {
  const person = fc.constantFrom(...people.map(({ id }) => id));
  const signature = fc.record({ memberId: person, state: fc.constantFrom('INVITED', 'SIGNED', 'DECLINED') });
  const proposal = fc.record({
    state: fc.constantFrom(...MATTER_STATES),
    isEarly: fc.boolean(),
    isConfidential: fc.boolean(),
    lead: person,
    session: fc.constantFrom(...sessions),
    signatures: fc.uniqueArray(signature, { maxLength: 3, selector: ({ memberId }) => memberId }),
    units: fc.shuffledSubarray([stage.logistics, stage.finance], { minLength: 1 }),
    merged: fc.option(fc.record({ authorIds: fc.tuple(person), seconderIds: fc.tuple(person) }), { freq: 3 }),
  });
  for (const { state, isEarly, isConfidential, lead, session, signatures, units, merged } of fc.sample(proposal, {
    numRuns: PROPOSALS,
    seed: 7,
  })) {
    const at = new Date().toISOString();
    const submitted = BEFORE_SUBMISSION.includes(state) && (state !== 'WITHDRAWN' || isEarly) ? null : at;
    const isAssigned = ASSIGNED.includes(state) || (state === 'WITHDRAWN' && submitted !== null);
    const id = randomUUID();
    await stage.database.query(
      `
        INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state,
          submitted_at, late, created_at, text_by, text_at, version, merged, merged_into, confidential)
        VALUES ($1, $2, $3, $4, $5, 'Any', '', '', $6, $7, false, $8, $5, $8, 1, $9, $10, $11)
      `,
      [
        id,
        stage.organisationId,
        session,
        callId,
        lead,
        state,
        submitted,
        at,
        JSON.stringify(merged ? [{ proposalId: randomUUID(), ...merged }] : []),
        state === 'MERGED' ? JSON.stringify({ proposalId: randomUUID(), from: 'SUBMITTED', at }) : null,
        isConfidential ? JSON.stringify({ reason: null, by: lead, at }) : null,
      ],
    );
    await stage.database.transaction((tx) =>
      writeSignatures(tx, { id, signatures: signatures.map((one) => ({ ...one, at: new Date(at) })) }, []),
    );
    if (!isAssigned) continue;
    const ended = ['CLOSED', 'WITHDRAWN'].includes(state);
    await stage.database.query(
      `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, ended_by, ended_at,
          version)
        VALUES ($1, $1, $2, $3, $4, $5, $6, $7, $8, 1)`,
      [id, units[0], units.slice(1), ended ? 'ENDED' : state, lead, at, ended ? lead : null, ended ? at : null],
    );
  }
}

describe('who may read what', () => {
  it('is the same for a list as for each proposal by itself, whoever asks', async () => {
    const people: Person[] = [];
    for (const one of fc.sample(role(), { numRuns: READERS, seed: 11 })) people.push(await stage.person(one));
    await writeProposals(await congress.call(), people);
    const rows = await stage.database.query<ProposalRow>(`SELECT p.*, ${SIGNATURES_COLUMN} FROM proposals p WHERE p.organisation_id = $1`, [
      stage.organisationId,
    ]);
    const repository = new HandlingRepository();
    const matters = await Promise.all(
      rows.map(async (row) => ({ proposal: toProposal(row, []), handlings: await repository.of(stage.database, row.id) })),
    );
    let seen = 0;
    for (const { id: memberId, organisationId } of people) {
      const actor = { memberId, organisationId, signInId: randomUUID() } as unknown as Parameters<Authorities['reach']>[1];
      const parameters: unknown[] = [organisationId];
      const visible = visibleTo(await authorities.reach(stage.database, actor), (value) => `$${parameters.push(value)}`);
      const listed = await stage.database.query<{ id: string }>(
        `SELECT p.id FROM proposals p WHERE p.organisation_id = $1 AND ${visible}`,
        parameters,
      );
      const readable: string[] = [];
      for (const sessionId of sessions) {
        const by = await authorities.authorityIn(stage.database, actor, sessionId);
        readable.push(
          ...matters
            .filter(({ proposal }) => proposal.sessionId === sessionId)
            .filter((one) => maySee(one, by))
            .map(({ proposal }) => proposal.id),
        );
      }
      expect(listed.map(({ id }) => id).sort()).toEqual(readable.sort());
      seen += readable.length;
    }
    expect(seen).toBeGreaterThan(PROPOSALS);
    expect(seen).toBeLessThan(PROPOSALS * READERS);
  }, 60_000);
});
