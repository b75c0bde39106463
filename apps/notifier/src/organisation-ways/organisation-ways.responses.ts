import type { GroupProvider, GroupTrouble, Locale, MessageId, MessageTrouble } from '@plenum/contracts';

/** A robot of the organisation's group; its address and its secret are told to nobody. */
export class GroupWayResponse {
  provider: GroupProvider;
  /** Null until there is a robot. */
  robot: RobotResponse | null;
  /** 0 until there is a robot. */
  version: number;
}

/** What is known of a robot. */
export class RobotResponse {
  isOn: boolean;
  /** The last letters of its key, to know it by. */
  hint: string;
  isSigned: boolean;
  locale: Locale;
  lastPostedAt: string | null;
  /** Why the last post did not get there; null where it did. */
  trouble: GroupTrouble | null;
  troubledAt: string | null;
  /** How many facts wait to be posted. */
  waiting: number;
}

/** The organisation's app at a provider, which writes to people one by one; its secret is told to nobody. */
export class MessageAppWayResponse {
  provider: GroupProvider;
  /** Null until there is an app. */
  app: MessageAppResponse | null;
  /** 0 until there is an app. */
  version: number;
}

/** What is known of an app. */
export class MessageAppResponse {
  isOn: boolean;
  appId: string;
  /** Null where the provider does not number apps. */
  agentId: string | null;
  /** Which of a member's facts is their id there. */
  idIs: MessageId;
  lastSentAt: string | null;
  /** Why the last message got to nobody; null where it did. */
  trouble: MessageTrouble | null;
  troubledAt: string | null;
}

/** Messages on people's own devices. */
export class PushWayResponse {
  /** Whoever runs the house has set a key for it. */
  isOn: boolean;
  /** On how many devices of how many people. */
  devices: number;
  people: number;
}

/** The ways of an organisation beside the inbox and mail, which are always on. */
export class OrganisationWaysResponse {
  groups: GroupWayResponse[];
  apps: MessageAppWayResponse[];
  push: PushWayResponse;
}

/** What became of a trial. */
export class TrialResponse {
  /** Why it did not get there; null where it did. */
  trouble: GroupTrouble | null;
}

/** What became of a trial message to oneself. */
export class MessageTrialResponse {
  /** Why it did not get there; null where it did. */
  trouble: MessageTrouble | null;
  /** As whom the provider was asked to find one; empty where one has nothing of the kind. */
  to: string;
}
