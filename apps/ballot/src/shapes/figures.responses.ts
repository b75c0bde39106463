/** The raised hands for one matter or candidate. */
export class HandCountAnswer {
  id!: string;
  yes!: number;
  no!: number;
  abstain!: number;
}

/** The grades given to one subject. */
export class GradeCountAnswer {
  id!: string;
  counts!: Record<string, number>;
  abstain!: number;
}

/** The votes for one option. */
export class OptionCountAnswer {
  id!: string;
  votes!: number;
}
