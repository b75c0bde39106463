import type { GroupProvider, GroupTrouble, Locale } from '@plenum/contracts';

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

/** The ways of an organisation beside the inbox and mail, which are always on. */
export class OrganisationWaysResponse {
  groups: GroupWayResponse[];
}

/** What became of a trial. */
export class TrialResponse {
  /** Why it did not get there; null where it did. */
  trouble: GroupTrouble | null;
}
