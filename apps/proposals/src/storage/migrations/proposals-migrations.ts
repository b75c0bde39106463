import type { MigrationClass } from '@plenum/database';
import { DIRECTORY_MIGRATIONS } from '@plenum/directory';
import { MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { SERVICE_KIT_MIGRATIONS } from '@plenum/service-kit';
import { AnswerDeadlines1700000000390 } from './answer-deadlines.migration.js';
import { Attachments1700000000353 } from './attachments.migration.js';
import { Awards1700000000382 } from './awards.migration.js';
import { CalendarsMoved1700000000320 } from './calendars-moved.migration.js';
import { CallContents1700000000351 } from './call-contents.migration.js';
import { CallsExtended1700000000330 } from './calls-extended.migration.js';
import { Commitments1700000000349 } from './commitments.migration.js';
import { Decisions1700000000310 } from './decisions.migration.js';
import { RepliesDrafted1700000000369 } from './replies-drafted.migration.js';
import { ImportedMatters1700000000385 } from './imported-matters.migration.js';
import { MattersCounted1700000000384 } from './matters-counted.migration.js';
import { Merging1700000000358 } from './merging.migration.js';
import { Facts1700000000359 } from './facts.migration.js';
import { LaddersOfCalls1700000000399 } from './ladders-of-calls.migration.js';
import { HandlingsApart1700000000360 } from './handlings-apart.migration.js';
import { DelegationProposals1700000000376 } from './delegation-proposals.migration.js';
import { Publications1700000000381 } from './publications.migration.js';
import { OpinionDays1700000000391 } from './opinion-days.migration.js';
import { Opinions1700000000380 } from './opinions.migration.js';
import { PaperForms1700000000354 } from './paper-forms.migration.js';
import { ProposalCategories1700000000350 } from './proposal-categories.migration.js';
import { ProposalLists1700000000340 } from './proposal-lists.migration.js';
import { SignaturesAndTexts1700000000352 } from './signatures-and-texts.migration.js';
import { SavedFilters1700000000386 } from './saved-filters.migration.js';
import { SilenceAndMeetings1700000000374 } from './silence-and-meetings.migration.js';
import { Supervision1700000000365 } from './supervision.migration.js';
import { ProposalsTables1700000000300 } from './proposals-tables.migration.js';
import { RemindersOfDeadlines1700000000401 } from './reminders-of-deadlines.migration.js';
import { ReviewSteps1700000000356 } from './review-steps.migration.js';
import { Requests1700000000357 } from './requests.migration.js';
import { RatingsOfSeveral1700000000373 } from './ratings-of-several.migration.js';
import { RequestsOfUnits1700000000366 } from './requests-of-units.migration.js';
import { RulesOfCalls1700000000388 } from './rules-of-calls.migration.js';
import { RunningNumbers1700000000355 } from './running-numbers.migration.js';
import { WorkOfUnits1700000000387 } from './work-of-units.migration.js';

/** Everything that the database of the proposals service is made of, in order. */
export const PROPOSALS_MIGRATIONS: readonly MigrationClass[] = [
  ...SERVICE_KIT_MIGRATIONS,
  ...MESSAGING_MIGRATIONS,
  ...DIRECTORY_MIGRATIONS,
  ProposalsTables1700000000300,
  Decisions1700000000310,
  CalendarsMoved1700000000320,
  CallsExtended1700000000330,
  ProposalLists1700000000340,
  Commitments1700000000349,
  ProposalCategories1700000000350,
  CallContents1700000000351,
  SignaturesAndTexts1700000000352,
  Attachments1700000000353,
  PaperForms1700000000354,
  RunningNumbers1700000000355,
  ReviewSteps1700000000356,
  Requests1700000000357,
  Merging1700000000358,
  Facts1700000000359,
  HandlingsApart1700000000360,
  Supervision1700000000365,
  RequestsOfUnits1700000000366,
  RepliesDrafted1700000000369,
  RatingsOfSeveral1700000000373,
  SilenceAndMeetings1700000000374,
  DelegationProposals1700000000376,
  Opinions1700000000380,
  Publications1700000000381,
  Awards1700000000382,
  MattersCounted1700000000384,
  ImportedMatters1700000000385,
  SavedFilters1700000000386,
  WorkOfUnits1700000000387,
  RulesOfCalls1700000000388,
  AnswerDeadlines1700000000390,
  OpinionDays1700000000391,
  LaddersOfCalls1700000000399,
  RemindersOfDeadlines1700000000401,
];
