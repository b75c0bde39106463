export class SignedInMember {
  id!: string;
  name!: string;
  organisationId!: string;
}

/**
 * An access token of ten minutes; the refresh token is in the cookie, where no script sees it. The keeping key is the member's own and
 * always the same: a device keeps under it what is not sent yet.
 */
export class SignedInResponse {
  accessToken!: string;
  expiresInS!: number;
  keepingKey!: string;
  member!: SignedInMember;
}
