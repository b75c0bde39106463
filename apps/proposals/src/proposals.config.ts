import { ServiceConfig } from '@plenum/service-kit';

/** What the proposals service is told by its environment, as `PROPOSALS_*`. */
export class ProposalsConfig extends ServiceConfig {}
