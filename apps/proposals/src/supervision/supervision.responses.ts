import type { SupervisionAction } from '@plenum/proposals-domain';
import { PersonAnswer } from '../shapes/named.responses.js';

/** Why it is a key matter, and who made it one. */
export class KeyMatterAnswer {
  reason!: string;
  by!: PersonAnswer;
  at!: string;
}

/** A visit of either side. */
export class VisitAnswer {
  id!: string;
  visitedOn!: string;
  withWhom!: string;
  found!: string;
  as!: 'COMMITTEE' | 'PROPOSER';
  by!: PersonAnswer;
  at!: string;
}

/** How a matter is looked after. */
export class SupervisionAnswer {
  key!: KeyMatterAnswer | null;
  caseOwner!: PersonAnswer | null;
  /** The first first. */
  visits!: VisitAnswer[];
  /** Those who may be its case owner; for whoever may name one. */
  committee!: PersonAnswer[];
  /** 0 where nobody has looked after it yet. */
  version!: number;
  allowedActions!: SupervisionAction[];
}

/** Where a supervision stands after what was just done to it. */
export class SupervisionVersionAnswer {
  id!: string;
  version!: number;
}
