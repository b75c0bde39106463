import type { GroupProvider, GroupTrouble, Locale, MessageId, MessageTrouble, SmsFormat, SmsMethod, SmsNumbers } from '@plenum/contracts';

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

/** A header of the request, with its placeholders. */
export class SmsHeaderResponse {
  name: string;
  value: string;
}

/** What the codes of a gateway mean. */
export class SmsAnswersResponse {
  /** Null where the code is the status of HTTP. */
  codeAt: string | null;
  accepted: string[];
  temporary: string[];
  numberRefused: string[];
  accountRefused: string[];
}

/** What is known of a gateway; its secret is told to nobody. */
export class SmsGatewayResponse {
  isOn: boolean;
  url: string;
  method: SmsMethod;
  format: SmsFormat;
  headers: SmsHeaderResponse[];
  body: string;
  hasSecret: boolean;
  numbers: SmsNumbers;
  signature: string | null;
  charactersMax: number;
  perMinuteMax: number;
  answers: SmsAnswersResponse;
  lastSentAt: string | null;
  /** Why the last message got to nobody; null where it did. */
  trouble: MessageTrouble | null;
  troubledAt: string | null;
}

/** Messages by SMS. */
export class SmsWayResponse {
  /** Null until there is a gateway. */
  gateway: SmsGatewayResponse | null;
  /** 0 until there is a gateway. */
  version: number;
  /** How many people have a mobile number. */
  people: number;
  /** How many messages one person is sent in a day at most. */
  perDayMax: number;
}

/** The ways of an organisation beside the inbox and mail, which are always on. */
export class OrganisationWaysResponse {
  groups: GroupWayResponse[];
  apps: MessageAppWayResponse[];
  sms: SmsWayResponse;
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
