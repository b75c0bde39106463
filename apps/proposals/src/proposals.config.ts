import { ServiceConfig } from '@plenum/service-kit';

/** As its queue, its paths and its variables of the environment call it. */
export const SERVICE = 'proposals';

/** What the proposals service is told by its environment, as `PROPOSALS_*`. */
export class ProposalsConfig extends ServiceConfig {}
