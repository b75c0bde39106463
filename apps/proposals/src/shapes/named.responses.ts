/** A member, by name where the name is known. */
export class PersonAnswer {
  id!: string;
  name!: string | null;
}

export class UnitAnswer {
  id!: string;
  name!: string | null;
}

export class DelegationNameAnswer {
  id!: string;
  name!: string | null;
}
