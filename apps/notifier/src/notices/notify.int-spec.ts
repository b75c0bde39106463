import { flushRedis } from '@plenum/test-kit';
import { randomUUID } from 'node:crypto';
import { type NoticeSeen, type Person, Stage } from '../testing/stage.js';

describe('telling people', () => {
  const stage = new Stage();
  let lead: Person, seconder: Person, clerk: Person, handler: Person, organiser: Person, guest: Person, stranger: Person;

  beforeAll(async () => {
    lead = await stage.person({ seat: 'DELEGATE' });
    seconder = await stage.person({ seat: 'DELEGATE' });
    guest = await stage.person({ seat: 'INVITEE' });
    clerk = await stage.person({ office: 'PROPOSALS_COMMITTEE' });
    handler = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.unitId });
    organiser = await stage.person({ office: 'PRESIDIUM' });
    stranger = await stage.person();
  });

  const ofProposal = (given: { proposalId?: string; docketNo?: string | null } = {}) => ({
    organisationId: stage.organisationId,
    sessionId: stage.sessionId,
    proposalId: given.proposalId ?? randomUUID(),
    subject: 'New fans',
    docketNo: given.docketNo ?? null,
  });
  const signers = () => ({ leadProposerId: lead.id, seconderIds: [seconder.id] });

  /** Who of the cast has been told about a link, and what. */
  const told = async (link: string): Promise<Record<string, string[]>> => {
    const cast = { lead, seconder, clerk, handler, guest, stranger };
    const entries = await Promise.all(
      Object.entries(cast).map(
        async ([who, person]) =>
          [who, (await stage.notices(person)).filter((notice) => notice.link?.endsWith(link)).map(({ code }) => code)] as const,
      ),
    );
    return Object.fromEntries(entries.filter(([, codes]) => codes.length > 0));
  };
  const latest = async (person: Person): Promise<NoticeSeen | undefined> => (await stage.notices(person))[0];

  it('tells the invited, with the proposer’s name', async () => {
    const proposal = ofProposal();
    await stage.hear('proposals.seconder-invited.v1', { ...proposal, leadProposerId: lead.id, memberId: seconder.id });
    expect(await told(proposal.proposalId)).toEqual({ seconder: ['proposals.seconder-invited'] });
    expect(await latest(seconder)).toMatchObject({
      params: { subject: 'New fans', proposer: lead.name },
      link: `/proposals/${proposal.proposalId}`,
      readAt: null,
    });
  });

  it('tells the unit, the signers and nobody else of an assignment', async () => {
    const proposal = ofProposal({ docketNo: '2026-01' });
    await stage.hear('proposals.proposal-assigned.v1', {
      ...proposal,
      ...signers(),
      leadUnitId: stage.unitId,
      assistingUnitIds: [],
      dueOn: '2026-06-30',
    });
    expect(await told(proposal.proposalId)).toEqual({
      handler: ['proposals.proposal-to-handle'],
      lead: ['proposals.proposal-assigned'],
      seconder: ['proposals.proposal-assigned'],
    });
    expect((await latest(lead))?.params).toEqual({ subject: 'New fans', docketNo: '2026-01', unit: 'Logistics', dueOn: '2026-06-30' });
  });

  it('tells each who is concerned once of what a unit asks about its assignment, and what came of it', async () => {
    const proposal = ofProposal({ docketNo: '2026-02' });
    const asked = { ...proposal, requestId: randomUUID(), kind: 'objection', askedBy: handler.id, aboutUnitId: stage.unitId } as const;
    const ofCommittee = { memberIds: [], unitId: null, ofCommittee: true };
    await stage.hear('proposals.request-made.v1', { ...asked, ...ofCommittee, reason: 'Not ours.', dueOn: '2026-03-04' });
    expect(await told(proposal.proposalId)).toEqual({ clerk: ['proposals.request-made'] });
    expect((await latest(clerk))?.params).toMatchObject({ by: 'Logistics', reason: 'Not ours.', dueOn: '2026-03-04' });
    const moved = {
      leadUnitId: stage.unitId,
      assistingUnitIds: [],
      dueOn: '2026-03-16',
      before: '2026-03-09',
      because: 'resumed',
    } as const;
    const answered = { answeredBy: clerk.id, outcome: 'RETAINED', reason: 'Yours.', replyDueOn: '2026-03-16' } as const;
    await stage.hear('proposals.request-answered.v1', { ...asked, ...answered });
    await stage.hear('proposals.due-date-moved.v1', { ...proposal, ...signers(), handlingId: randomUUID(), ...moved });
    expect(await told(proposal.proposalId)).toEqual({
      clerk: ['proposals.request-made'],
      handler: ['proposals.request-answered'],
      lead: ['proposals.due-date-moved'],
      seconder: ['proposals.due-date-moved'],
    });
    expect(await latest(handler)).toMatchObject({ params: { replyDueOn: '2026-03-16' }, link: `/unit/${proposal.proposalId}` });
  });

  it('tells a unit whose assignment was taken away that, and nothing twice', async () => {
    const proposal = ofProposal();
    const asked = { ...proposal, requestId: randomUUID(), kind: 'objection', askedBy: handler.id, aboutUnitId: stage.unitId } as const;
    await stage.hear('proposals.request-answered.v1', { ...asked, answeredBy: clerk.id, outcome: 'REASSIGNED', reason: null });
    await stage.hear('proposals.assignment-taken-away.v1', { ...proposal, handlingId: randomUUID(), unitId: stage.unitId });
    expect(await told(proposal.proposalId)).toEqual({});
    expect(await latest(handler)).toMatchObject({ code: 'proposals.assignment-taken-away', link: '/unit' });
  });

  it('names no proposer of a confidential one to the committee that they ask', async () => {
    const proposal = { ...ofProposal(), subject: '' };
    const asked = { ...proposal, requestId: randomUUID(), kind: 'routing-objection', askedBy: lead.id, aboutUnitId: stage.unitId } as const;
    await stage.hear('proposals.request-made.v1', { ...asked, memberIds: [], unitId: null, ofCommittee: true, reason: null, dueOn: null });
    expect((await latest(clerk))?.params).toMatchObject({ subject: '', by: '', reason: '' });
  });

  it('keeps a rating from the unit that replied', async () => {
    const proposal = ofProposal();
    await stage.hear('proposals.proposal-rated.v1', { ...proposal, leadProposerId: lead.id, round: 1 });
    expect(await told(proposal.proposalId)).toEqual({ clerk: ['proposals.proposal-rated'] });
  });

  it('says which reply it is where a proposal is handled again, and which one was rated', async () => {
    const proposal = ofProposal({ docketNo: '2026-01' });
    const again = { ...proposal, round: 2 };
    await stage.hear('proposals.proposal-replied.v1', { ...again, ...signers(), leadUnitId: stage.unitId, feedbackDueOn: '2026-07-01' });
    await stage.hear('proposals.proposal-rated.v1', { ...again, leadProposerId: lead.id });
    expect(await told(proposal.proposalId)).toEqual({
      lead: ['proposals.proposal-replied-again'],
      seconder: ['proposals.proposal-replied-again'],
      clerk: ['proposals.proposal-rated-again'],
    });
    expect((await latest(lead))?.params).toMatchObject({ unit: 'Logistics', round: '2', feedbackDueOn: '2026-07-01' });
  });

  it('tells the proposer who said no, and in other words who took a signature back', async () => {
    const [asked, signed] = [ofProposal(), ofProposal()];
    const declined = { leadProposerId: lead.id, memberId: seconder.id, seconders: 1 };
    await stage.hear('proposals.seconding-declined.v1', { ...asked, ...declined, hadSigned: false });
    await stage.hear('proposals.seconding-declined.v1', { ...signed, ...declined, hadSigned: true });
    expect(await told(asked.proposalId)).toEqual({ lead: ['proposals.seconding-declined'] });
    expect(await told(signed.proposalId)).toEqual({ lead: ['proposals.seconding-taken-back'] });
    expect((await latest(lead))?.params).toEqual({ subject: 'New fans', member: seconder.name, seconders: 1 });
  });

  it('tells everybody but the proposer of a withdrawal; the committee only of what it had received', async () => {
    const [early, late] = [ofProposal(), ofProposal({ docketNo: '2026-01' })];
    const withdrawn = { leadProposerId: lead.id, seconderIds: [], invitedIds: [seconder.id], assistingUnitIds: [], reason: 'Solved.' };
    await stage.hear('proposals.proposal-withdrawn.v1', { ...early, ...withdrawn, leadUnitId: null, wasSubmitted: false });
    await stage.hear('proposals.proposal-withdrawn.v1', { ...late, ...withdrawn, leadUnitId: stage.unitId, wasSubmitted: true });
    const code = ['proposals.proposal-withdrawn'];
    expect(await told(early.proposalId)).toEqual({ seconder: code });
    expect(await told(late.proposalId)).toEqual({ seconder: code, clerk: code, handler: code });
    expect((await latest(handler))?.link).toBe(`/unit/${late.proposalId}`);
  });

  it('names nobody to those who decide on a confidential one', async () => {
    const left = { ...ofProposal(), subject: '' };
    await stage.hear('proposals.proposal-reviewed.v1', { ...left, ...signers(), outcome: 'PRESIDIUM', reason: 'Disputed.' });
    expect(await latest(organiser)).toMatchObject({ code: 'proposals.proposal-to-decide', params: { subject: '', proposer: '' } });
    await stage.hear('proposals.motion-proposed.v1', { ...left, ...signers(), reason: null });
    expect(await latest(organiser)).toMatchObject({ code: 'proposals.motion-to-vote', params: { subject: '', proposer: '' } });
  });

  it('tells the unit to handle it again, and everybody else by when it will', async () => {
    const proposal = ofProposal();
    const again = { leadUnitId: stage.unitId, assistingUnitIds: [], round: 2, dueOn: '2026-07-30' };
    await stage.hear('proposals.proposal-reopened.v1', { ...proposal, ...signers(), ...again });
    const code = ['proposals.proposal-reopened'];
    expect(await told(proposal.proposalId)).toEqual({
      handler: ['proposals.proposal-to-handle-again'],
      lead: code,
      seconder: code,
      clerk: code,
    });
    // Of whose rating it came of, or of which grade, the unit hears nothing.
    const { params, link } = (await latest(handler))!;
    expect({ params, link }).toEqual({
      params: { subject: 'New fans', docketNo: '', dueOn: '2026-07-30' },
      link: `/unit/${proposal.proposalId}`,
    });
  });

  it('tells the committee alone that the last round came to nothing, too', async () => {
    const proposal = ofProposal();
    await stage.hear('proposals.handling-escalated.v1', { ...proposal, leadUnitId: stage.unitId, round: 2 });
    expect(await told(proposal.proposalId)).toEqual({ clerk: ['proposals.handling-escalated'] });
  });

  it('tells of silence whom it is about alone, and what the call takes it for', async () => {
    const lapsed = async (policy: 'exclude' | 'explain' | 'deemed-satisfied', isRated = false) => {
      const proposal = ofProposal();
      await stage.hear('proposals.feedback-lapsed.v1', {
        ...proposal,
        handlingId: randomUUID(),
        memberIds: [lead.id],
        policy,
        isRated,
        round: 1,
      });
      return told(proposal.proposalId);
    };
    expect(await lapsed('exclude')).toEqual({ lead: ['proposals.feedback-excluded'] });
    expect(await lapsed('explain')).toEqual({ lead: ['proposals.feedback-to-explain'] });
    expect(await lapsed('deemed-satisfied')).toEqual({ lead: ['proposals.feedback-deemed-satisfied'] });
    expect(await lapsed('exclude', true)).toEqual({ lead: ['proposals.feedback-left-to-others'] });
  });

  it('tells everybody concerned that a meeting after the last round has settled it', async () => {
    const proposal = ofProposal();
    await stage.hear('proposals.escalation-settled.v1', {
      ...proposal,
      handlingId: randomUUID(),
      leadProposerId: lead.id,
      seconderIds: [seconder.id],
      leadUnitId: stage.unitId,
      assistingUnitIds: [],
      metOn: '2026-07-20',
      presentIds: [lead.id, handler.id],
      outcome: 'EXPLAINED',
    });
    const code = ['proposals.escalation-settled'];
    expect(await told(proposal.proposalId)).toEqual({ lead: code, seconder: code, handler: code, clerk: code });
  });

  it('tells somebody once who is reached in two ways', async () => {
    const proposal = ofProposal();
    await stage.hear('proposals.proposal-closed.v1', {
      ...proposal,
      leadProposerId: handler.id,
      seconderIds: [handler.id, seconder.id],
      leadUnitId: stage.unitId,
    });
    expect(await told(proposal.proposalId)).toEqual({ handler: ['proposals.proposal-closed'], seconder: ['proposals.proposal-closed'] });
  });

  it('tells of a closed box the officers of that ballot, and no others of the session', async () => {
    const ballot = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'resolution' as const,
      title: 'The plan',
    };
    await stage.hear('ballot.ballot-closed.v1', { ...ballot, memberIds: [lead.id] });
    expect(await told(ballot.ballotId)).toEqual({ lead: ['ballot.ballot-closed'] });
  });

  it('tells the full delegates of a ballot, and everybody with a seat of its result', async () => {
    const ballot = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'resolution' as const,
      title: 'The plan',
    };
    await stage.hear('ballot.ballot-opened.v1', { ...ballot, electorate: 'delegates', memberIds: [] });
    expect(await told(ballot.ballotId)).toEqual({ lead: ['ballot.ballot-opened'], seconder: ['ballot.ballot-opened'] });
    await stage.hear('ballot.result-declared.v1', { ...ballot, status: 'passed' });
    expect(await told(ballot.ballotId)).toMatchObject({
      guest: ['ballot.result-declared'],
      lead: ['ballot.result-declared', 'ballot.ballot-opened'],
    });
  });

  it('tells of what becomes of candidates and of a result, and of a posting all staff, since anybody may object', async () => {
    const ballot = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'election' as const,
      title: 'The committee',
    };
    await stage.hear('ballot.candidates-posted.v1', { ...ballot, untilOn: '2026-05-10' });
    expect(await told(ballot.ballotId)).toMatchObject({
      stranger: ['ballot.candidates-posted'],
      clerk: ['ballot.candidates-posted'],
      guest: ['ballot.candidates-posted'],
    });
    expect((await latest(lead))?.params).toEqual({ title: 'The committee', untilOn: '2026-05-10' });
    await stage.hear('ballot.candidate-objection-raised.v1', ballot);
    expect((await latest(organiser))?.code).toBe('ballot.candidate-objection-raised');
    expect((await latest(lead))?.code).toBe('ballot.candidates-posted');

    const result = { ...ballot, ballotId: randomUUID() };
    await stage.hear('ballot.result-approved.v1', { ...result, reference: '12' });
    await stage.hear('ballot.result-rejected.v1', { ...result, reference: '13', reason: 'Not so.' });
    await stage.hear('ballot.result-published.v2', { ...result, status: 'decided', untilOn: null });
    expect(await told(result.ballotId)).toMatchObject({
      guest: ['ballot.result-published', 'ballot.result-rejected', 'ballot.result-approved'],
    });
    expect(await told(result.ballotId)).not.toHaveProperty('stranger');
    await stage.hear('ballot.result-published.v2', { ...result, status: 'decided', untilOn: '2026-06-10' });
    expect(await told(result.ballotId)).toMatchObject({ stranger: ['ballot.result-posted-until'], clerk: ['ballot.result-posted-until'] });
    expect((await latest(lead))?.params).toEqual({ title: 'The committee', kind: 'election', status: 'decided', untilOn: '2026-06-10' });

    await stage.hear('ballot.objection-raised.v1', result);
    await stage.hear('ballot.objection-answered.v1', { ...result, memberId: stranger.id, outcome: 'DISMISSED' });
    expect(await latest(organiser)).toMatchObject({ code: 'ballot.objection-raised' });
    expect(await latest(stranger)).toMatchObject({ code: 'ballot.objection-answered', params: { outcome: 'DISMISSED' } });
    await stage.hear('ballot.result-annulled.v1', { ...result, reason: 'Ballots were forged.', declared: true });
    expect(await latest(guest)).toMatchObject({
      code: 'ballot.result-annulled',
      params: { reason: 'Ballots were forged.' },
      link: `/ballots/${result.ballotId}`,
    });
    expect(
      (await stage.notices(guest)).filter(({ code, link }) => code === 'ballot.result-annulled' && link?.endsWith(result.ballotId)),
    ).toHaveLength(1);
  });

  it('tells nobody twice, however often an event is delivered', async () => {
    const before = await stage.database.query<{ notices: number; deliveries: number }>(
      'SELECT (SELECT count(*) FROM notices)::int AS notices, (SELECT count(*) FROM deliveries)::int AS deliveries',
    );
    expect(before[0]?.notices).toBeGreaterThan(5);
    await stage.database.query('TRUNCATE inbox'); // Even if the inbox forgot everything, the notices know.
    await stage.publisher.replayAll();
    await stage.allHeard();
    expect(
      await stage.database.query(
        'SELECT (SELECT count(*) FROM notices)::int AS notices, (SELECT count(*) FROM deliveries)::int AS deliveries',
      ),
    ).toEqual(before);
  });

  it.each(['ballot.ballot-announced.v1', 'ballot.ballot-opened.v1'] as const)(
    'tells of %s whose vote it is: all staff, those who were elected before, or the heads of delegations',
    async (name) => {
      const code = name.replace('.v1', '');
      const ballot = () => ({
        organisationId: stage.organisationId,
        sessionId: stage.sessionId,
        ballotId: randomUUID(),
        kind: 'poll' as const,
        title: 'An emblem',
      });
      const [ofStaff, ofElected, ofHeads] = [ballot(), ballot(), ballot()];
      await stage.hear(name, { ...ofStaff, electorate: 'staff', memberIds: [] });
      expect(await told(ofStaff.ballotId)).toEqual(
        Object.fromEntries(['lead', 'seconder', 'clerk', 'handler', 'guest', 'stranger'].map((who) => [who, [code]])),
      );
      await stage.hear(name, { ...ofElected, electorate: 'elected', memberIds: [handler.id, seconder.id] });
      expect(await told(ofElected.ballotId)).toEqual({ handler: [code], seconder: [code] });
      for (const head of [seconder.id, seconder.id, null]) await stage.delegation(head);
      await stage.hear(name, { ...ofHeads, electorate: 'heads', memberIds: [] });
      expect(await told(ofHeads.ballotId)).toEqual({ seconder: [code] });
    },
  );

  it('waits for the directory when it lags behind an event', async () => {
    const lateComer = randomUUID();
    const proposal = ofProposal();
    await stage.publisher.publish('proposals.seconder-invited.v1', { ...proposal, leadProposerId: lateComer, memberId: seconder.id });
    await stage.publisher.publish('congress.member-registered.v2', {
      organisationId: stage.organisationId,
      memberId: lateComer,
      staffNo: 'T9',
      name: 'Late',
      mail: null,
      unitId: null,
      active: true,
      standing: 'FULL',
      hasVote: true,
    });
    await stage.allHeard();
    expect((await latest(seconder))?.params).toEqual({ subject: 'New fans', proposer: 'Late' });
  });

  it('tells everybody exactly once though its connections are cut and its queue is flushed in mid-work', async () => {
    const ballot = () => ({
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'poll' as const,
      title: 'An emblem',
      electorate: 'delegates' as const,
      memberIds: [],
    });
    const ballots = Array.from({ length: 60 }, ballot);
    const trouble = async (): Promise<void> => {
      await flushRedis(stage.redisUrl);
      await stage.cutConnections();
    };
    for (const [nth, one] of ballots.entries()) {
      await stage.publisher.publish('ballot.ballot-opened.v1', one);
      if (nth % 15 === 7) await trouble();
    }
    await stage.allHeard();
    const rows = await stage.database.query<{ link: string; told: number }>(
      "SELECT link, count(*)::int AS told FROM notices WHERE link = ANY($1) AND code = 'ballot.ballot-opened' GROUP BY link",
      [ballots.map(({ ballotId }) => `/ballots/${ballotId}`)],
    );
    expect(rows).toHaveLength(ballots.length);
    expect(rows.filter(({ told }) => told !== 2)).toEqual([]);
  });
});
