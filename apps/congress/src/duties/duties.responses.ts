import type { LadderHearer } from '@plenum/calendar';
import type {
  DayOffMove,
  DutyAction,
  DutyOffice,
  DutyPreset,
  DutyRuleAction,
  DutyRuleState,
  DutyStanding,
  Recurrence,
} from '@plenum/congress-domain';

/** Somebody or something by its name. */
export class DutyNameResponse {
  id!: string;
  name!: string;
}

export class DutyResponsibleResponse {
  members!: DutyNameResponse[];
  unit!: DutyNameResponse | null;
  offices!: DutyOffice[];
}

export class DutyEvidenceResponse {
  text!: string;
  on!: string;
  session!: DutyNameResponse | null;
  ballot!: DutyNameResponse | null;
}

/** What is owed for one period. */
export class DutyResponse {
  id!: string;
  ruleId!: string;
  titleZh!: string;
  titleEn!: string;
  period!: string;
  dueOn!: string;
  standing!: DutyStanding;
  responsible!: DutyResponsibleResponse;
  evidence!: DutyEvidenceResponse | null;
  waivedFor!: string | null;
  closedBy!: DutyNameResponse | null;
  closedOn!: string | null;
  allowedActions!: DutyAction[];
  /** Goes with a change, which is refused where somebody else was first. */
  version!: number;
}

/** The duties of a school year, by their days; with those of earlier years that are still open where the year runs. */
export class DutiesResponse {
  schoolYear!: number;
  today!: string;
  duties!: DutyResponse[];
  /** Effective resolutions that may be evidence. */
  resolutions!: DutyNameResponse[];
}

export class MonthDayResponse {
  month!: number;
  day!: number;
}

/** Of each kind its own parts; the others are null. */
export class RecurrenceResponse {
  kind!: Recurrence['kind'];
  days!: MonthDayResponse[] | null;
  autumn!: MonthDayResponse | null;
  spring!: MonthDayResponse | null;
  every!: number | null;
  from!: string | null;
}

export class DutyRungResponse {
  workingDays!: number;
  hears!: LadderHearer[];
}

export class DutyRepeatResponse {
  everyWorkingDays!: number;
  times!: number;
  hears!: LadderHearer[];
}

export class DutyLadderResponse {
  rungs!: DutyRungResponse[];
  then!: DutyRepeatResponse | null;
}

export class DutyRuleResponse {
  id!: string;
  preset!: DutyPreset | null;
  titleZh!: string;
  titleEn!: string;
  recurrence!: RecurrenceResponse;
  startsOn!: string;
  onDayOff!: DayOffMove;
  aheadDays!: number;
  responsible!: DutyResponsibleResponse;
  ladder!: DutyLadderResponse;
  state!: DutyRuleState;
  stoppedFor!: string | null;
  allowedActions!: DutyRuleAction[];
  version!: number;
}

/** A usual duty to begin with, and where it comes from: read in full (T), quoted by others (E), not confirmed (U). */
export class DutyPresetResponse {
  preset!: DutyPreset;
  recurrence!: RecurrenceResponse;
  onDayOff!: DayOffMove;
  aheadDays!: number;
  offices!: DutyOffice[];
  ladder!: DutyLadderResponse;
  clause!: string;
  mark!: 'T' | 'E' | 'U';
}

export class DutyRulesResponse {
  rules!: DutyRuleResponse[];
  presets!: DutyPresetResponse[];
  mayDefine!: boolean;
  today!: string;
}

export class DutyRuleMadeResponse {
  id!: string;
}
