export class FoundedOrganisationResponse {
  organisationId!: string;
  /** The secretary. */
  memberId!: string;
  /** The secretary's one-time code, shown this once. */
  signInCode!: string;
}

export class UnitResponse {
  id!: string;
  code!: string;
  name!: string;
}

export class UnitListResponse {
  items!: UnitResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}
