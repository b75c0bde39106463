import { assign } from '../handling/assignment.js';
import { merge } from '../merging/merging.js';
import { matterAfter, type ProposalMatter } from '../proposal/matter.js';
import type { Proposal } from '../proposal/proposal.js';
import { reply } from '../replying/reply.js';
import { withdraw } from '../filing/submission.js';
import { ANSWER, CONTENT, HANDLING_ID, IN_TIME, aCall, aProposal, first, of, when } from '../testing/a-proposal.js';
import { COMMITTEE, HANDLER, LEAD, LOGISTICS, aDelegate } from '../testing/people.js';
import { answer, type OpenRequest, settleSilence } from './answering.js';
import { ask } from './asking.js';
import type { Request } from './request.js';
import { WITHDRAWAL_CONSENT } from './withdrawal-consent.js';

const OTHERS = ['first', 'second'].map(aDelegate);
/** Two proposals of others were merged into it. */
const master: Proposal = {
  ...merge(aProposal(when(), CONTENT, 'master').submitted().proposal(), [aProposal().submitted().proposal()], when())[0]!.proposal,
  merged: OTHERS.map(({ memberId }) => ({ proposalId: `of-${memberId}`, authorIds: [memberId], seconderIds: [] })),
};
const concerned = new Map([[master.id, master]]);
const asked = (proposal = master, by = LEAD, context = when()) => {
  let made = 0;
  const wanted = { reason: 'Solved meanwhile.', wish: {}, nextId: () => `request-${made++}` };
  return ask(WITHDRAWAL_CONSENT, proposal, by, wanted, concerned, context).requests.map(({ request }) => request);
};
const open = (batch: readonly Request[], nth: number): OpenRequest => ({
  rule: WITHDRAWAL_CONSENT,
  request: batch[nth]!,
  batch,
  concerned,
});
const concernedBy = ({ proposal }: ProposalMatter) => new Map([[proposal.id, proposal]]);
const CONSENTED = { by: OTHERS[0]!.memberId, at: IN_TIME, outcome: 'CONSENTED', reason: null } as const;
const code = (codeOf: string) => expect.objectContaining({ code: codeOf });

describe('withdrawal by all joint proposers', () => {
  it('asks every one of the others', () => {
    expect(asked().map(({ owedBy }) => owedBy)).toEqual(OTHERS.map(({ memberId }) => ({ who: 'member', memberId })));
    expect(() => withdraw(master, LEAD, 'Solved.', when())).toThrow(code('proposals.others-matter-too'));
  });

  it('comes about when the last has consented, for the reason that was given', () => {
    const first = answer(open(asked(), 0), OTHERS[0]!, { outcome: 'CONSENTED', reason: null }, when());
    expect(first.proposals).toEqual([]);
    const batch = [first.requests[0]!.request, asked()[1]!];
    const { proposals } = answer(open(batch, 1), OTHERS[1]!, { outcome: 'CONSENTED', reason: null }, when());
    expect(proposals).toMatchObject([
      {
        action: 'withdraw-jointly',
        proposal: { state: 'WITHDRAWN', withdrawal: { reason: 'Solved meanwhile.', at: IN_TIME } },
        events: [{ type: 'ProposalWithdrawn', wasSubmitted: true }],
      },
    ]);
  });

  it('comes to nothing where one refuses, and nobody else is asked any more', () => {
    const { requests, proposals } = answer(open(asked(), 0), OTHERS[0]!, { outcome: 'REFUSED', reason: 'It is not solved.' }, when());
    expect(proposals).toEqual([]);
    expect(requests.map(({ request }) => request.state)).toEqual(['ANSWERED', 'TAKEN_BACK']);
  });

  it('comes to nothing in silence, past the last day', () => {
    const [{ dueOn }] = asked() as [Request, ...Request[]];
    expect(dueOn).toBe('2026-03-17');
    const later = { ...when(), at: new Date('2026-03-17T16:00:00Z') };
    expect(settleSilence(open(asked(), 0), later)?.requests[0]?.request.answered).toMatchObject({ outcome: 'LAPSED', by: null });
  });

  it('comes to nothing where a unit has replied meanwhile, though the last has consented', () => {
    const context = when(IN_TIME, aCall({ withdrawUntil: 'reply' }));
    const filed = { ...master, state: 'ACCEPTED', track: 'PROPOSAL' } as const;
    const routing = { handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [] };
    const assigned = matterAfter({ handlings: [] }, assign(filed, COMMITTEE, [routing], context));
    const batch = asked(assigned.proposal, LEAD, of(assigned, context));
    const replied = matterAfter(assigned, reply(first(assigned), HANDLER, ANSWER, of(assigned, context)));
    const consent = (matter: ProposalMatter) =>
      answer(
        { ...open([{ ...batch[0]!, state: 'ANSWERED', answered: CONSENTED }, batch[1]!], 1), concerned: concernedBy(matter) },
        OTHERS[1]!,
        { outcome: 'CONSENTED', reason: null },
        of(matter, context),
      );
    expect(consent(assigned).proposals).toMatchObject([{ proposal: { state: 'WITHDRAWN' } }]);
    expect(consent(replied).proposals).toEqual([]);
  });

  it('needs nobody where what was merged was the lead’s own', () => {
    const own = { ...master, merged: [{ proposalId: 'another', authorIds: [LEAD.memberId], seconderIds: [] }] };
    expect(() => asked(own)).toThrow(code('proposals.nothing-merged'));
    expect(withdraw(own, LEAD, 'Solved.', when()).proposal.state).toBe('WITHDRAWN');
  });

  it('asks nobody who has left, and waits for nobody who left meanwhile', () => {
    const [gone, here] = OTHERS.map(({ memberId }) => memberId) as [string, string];
    const lead = { ...LEAD, gone: [gone] };
    expect(asked(master, lead).map(({ owedBy }) => owedBy)).toEqual([{ who: 'member', memberId: here }]);
    const batch = asked();
    const { requests, proposals } = answer(open(batch, 1), { ...OTHERS[1]!, gone: [gone] }, { outcome: 'CONSENTED', reason: null }, when());
    expect(proposals).toMatchObject([{ proposal: { state: 'WITHDRAWN' } }]);
    expect(requests.map(({ request }) => request.state)).toEqual(['ANSWERED', 'TAKEN_BACK']);
    const alone = { ...LEAD, gone: [gone, here] };
    expect(() => asked(master, alone)).toThrow(code('proposals.nothing-merged'));
    expect(withdraw(master, alone, 'Solved.', when()).proposal.state).toBe('WITHDRAWN');
  });

  it('is asked for by the lead alone, of what was merged, while a withdrawal is possible', () => {
    for (const by of [...OTHERS, COMMITTEE]) expect(() => asked(master, by)).toThrow(code('proposals.not-the-lead-proposer'));
    expect(() => asked({ ...master, merged: [] })).toThrow(code('proposals.nothing-merged'));
    const filed = { ...master, state: 'ACCEPTED', track: 'PROPOSAL' } as const;
    const assigned = assign(filed, COMMITTEE, [{ handlingId: 'h', leadUnitId: LOGISTICS, assistingUnitIds: [] }], when());
    expect(() => asked(assigned.proposal, LEAD, of({ handlings: assigned.handlings! }))).toThrow(code('proposals.wrong-state'));
  });
});
