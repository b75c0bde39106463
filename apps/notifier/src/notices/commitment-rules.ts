import type { EventData, EventName } from '@plenum/contracts';
import { type Names, unit } from './audience.js';
import { committee, named, type OfProposal, proposal, type Rule, signers } from './rule.js';

const onLedger = ({ commitmentId }: { readonly commitmentId: string }): string => `/ledger/${commitmentId}`;
const ofCommitment = async (e: OfProposal & { readonly unitId: string }, names: Names) => ({
  ...named(e),
  unit: await names.unit(e.unitId),
});
const ofPromise = async (e: EventData<'proposals.commitment-made.v1'>, names: Names) => ({
  ...(await ofCommitment(e, names)),
  dueOn: e.dueOn,
});

/** Who is told what of a promise. */
export const COMMITMENT_RULES = {
  'proposals.commitment-made.v1': [
    { tell: (e) => [unit(e.unitId), committee(e)], code: 'proposals.commitment-made', params: ofPromise, link: onLedger },
    { tell: (e) => [signers(e)], code: 'proposals.commitment-made', params: ofPromise, link: proposal },
  ],
  'proposals.commitment-reported.v1': [
    { tell: (e) => [committee(e)], code: 'proposals.commitment-reported', params: ofCommitment, link: onLedger },
  ],
  'proposals.commitment-returned.v1': [
    {
      tell: (e) => [unit(e.unitId)],
      code: 'proposals.commitment-returned',
      params: async (e) => ({ ...named(e), reason: e.reason }),
      link: onLedger,
    },
  ],
  'proposals.commitment-settled.v1': [
    {
      tell: (e) => (e.settlement === 'DONE' ? [signers(e), unit(e.unitId)] : []),
      code: 'proposals.commitment-done',
      params: ofCommitment,
      link: proposal,
    },
    {
      tell: (e) => (e.settlement === 'EXPLAINED' ? [signers(e), unit(e.unitId)] : []),
      code: 'proposals.commitment-explained',
      params: ofCommitment,
      link: proposal,
    },
  ],
  'proposals.commitment-carried.v1': [
    {
      tell: (e) => [signers(e), unit(e.unitId)],
      code: 'proposals.commitment-carried',
      params: async (e, names) => ({ ...(await ofCommitment(e, names)), dueOn: e.dueOn, before: e.before }),
      link: proposal,
    },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
