export class FoundedOrganisationResponse {
  organisationId!: string;
  /** The secretary. */
  memberId!: string;
  /** The secretary's one-time code, shown this once. */
  signInCode!: string;
}

export class HouseOrganisation {
  name!: string;
}

/** The house as anybody sees it who is not signed in. */
export class HouseResponse {
  /** False as long as nobody founded an organisation. */
  founded!: boolean;
  /** The one organisation of the house, whose code need not be given at sign-in; null where there is none, or where there are several. */
  organisation!: HouseOrganisation | null;
}

export class UnitResponse {
  id!: string;
  code!: string;
  name!: string;
  /** Goes with a change, which is refused where somebody else was first. */
  version!: number;
}

export class UnitListResponse {
  items!: UnitResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}
