import type { BrowserName, DelegateKind, Office, SessionState, SystemName } from '@plenum/congress-domain';

export class OwnOrganisation {
  id!: string;
  code!: string;
  name!: string;
  level!: number;
  parentId!: string | null;
}

export class OwnMember {
  id!: string;
  staffNo!: string;
  name!: string;
  email!: string | null;
  /** E.164. */
  mobile!: string | null;
  unitId!: string | null;
  unitName!: string | null;
}

export class OwnOffice {
  id!: string;
  office!: Office;
  sessionId!: string | null;
  unitId!: string | null;
  chief!: boolean;
}

/** A seat of mine in a session. */
export class OwnMandate {
  sessionId!: string;
  sessionTitle!: string;
  sessionState!: SessionState;
  delegationId!: string | null;
  delegationName!: string | null;
  kind!: DelegateKind;
  present!: boolean;
}

export class MeResponse {
  member!: OwnMember;
  organisation!: OwnOrganisation;
  offices!: OwnOffice[];
  mandates!: OwnMandate[];
}

/** That the password was shown again: sent along with the act that asks for it, soon. */
export class ConfirmationResponse {
  confirmation!: string;
  expiresInS!: number;
}

/** A device that I am signed in on, as I would know it. */
export class OwnDevice {
  id!: string;
  browser!: BrowserName;
  system!: SystemName;
  signedInAt!: string;
  lastUsedAt!: string;
  isThis!: boolean;
}

export class DeviceListResponse {
  items!: OwnDevice[];
}

/** A public key as RFC 7517 has it. */
export class PublishedKey {
  kty!: string;
  crv!: string;
  x!: string;
  y!: string;
  kid!: string;
  alg!: string;
  use!: string;
}

export class KeySetResponse {
  keys!: PublishedKey[];
}
