/** How many of some delegates have filed, and how much. */
export class ParticipationFigures {
  /** Full delegates. */
  delegates!: number;
  /** Those of them who lead a proposal that was handed in and not withdrawn. */
  persons!: number;
  /** Those who lead or second one. */
  signers!: number;
  /** What they handed in as leads. */
  proposals!: number;
}

/** How many of one delegation have filed. */
export class DelegationParticipationAnswer extends ParticipationFigures {
  id!: string;
  name!: string;
  /** How many proposals are hoped for; null where nothing is said. */
  target!: number | null;
}

/** How many have filed under a call. */
export class ParticipationAnswer {
  /** By name. */
  delegations!: DelegationParticipationAnswer[];
  /** Of the delegates who sit in no delegation; null where there are none, or who asks reads of one delegation only. */
  withoutDelegation!: ParticipationFigures | null;
}

/** A delegate who has handed in nothing of their own. */
export class YetToFilePerson {
  id!: string;
  name!: string;
  staffNo!: string;
  delegationId!: string | null;
  /** Has seconded one that was handed in. */
  hasSeconded!: boolean;
}

/** A page of those who have not filed, by delegation and staff number. */
export class YetToFileAnswer {
  items!: YetToFilePerson[];
  total!: number;
}
