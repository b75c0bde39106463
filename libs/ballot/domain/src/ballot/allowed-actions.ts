import type { Ballot } from '../record/ballot.js';
import { CLOSE } from './closing.js';
import { COUNT_HANDS, ENTER_SHEETS, RULE_ON_DOUBT, SETTLE_DIFFERENCE } from './counting.js';
import { CLOSE_NOMINATION } from '../nomination/closing-nomination.js';
import { DECLINE, NOMINATE, POST_CANDIDATES } from '../nomination/nominating.js';
import { ANSWER_OBJECTION, OBJECT } from '../nomination/objections.js';
import { CALL_PRIMARY } from '../nomination/primary.js';
import { DESCRIBE } from '../profiles/profiles.js';
import { DECLARE_RELATIVES, WITHDRAW_RELATIVES } from '../relatives/relatives.js';
import { ISSUE_PAPER, TAKE_BACK_PAPER } from '../issuing/issued-papers.js';
import { CORRECT_RETURNED } from './correcting.js';
import { TAKE_BACK_CREDENTIAL } from '../sealed/registration.js';
import { ISSUE_SLIP, PREPARE_SLIPS, REPLACE_SLIP, TAKE_BACK_SLIP, VOID_SLIPS } from '../issuing/slips.js';
import { ADD_SHARE, OFFER_KEY } from '../sealed/sealed-rules.js';
import { DECIDE_VACANCY } from '../open-seats/decisions.js';
import { BEGIN_LOTS, COMMIT_LOT, REVEAL_LOT, VOID_LOTS } from '../open-seats/lots.js';
import { SECOND_STAGE } from '../open-seats/second-stage.js';
import { REHEARSE } from '../rehearsal/rehearsal.js';
import { SCHEDULE } from '../timing/appointments.js';
import { ANNUL, RUN_AGAIN } from '../result/annulling.js';
import { APPROVE, REJECT } from '../result/approving.js';
import { ANSWER_RESULT_OBJECTION, OBJECT_TO_RESULT } from '../result/objecting.js';
import { ARCHIVE, DECLARE, PUBLISH } from '../result/declaring.js';
import { ADOPT, REVISE } from './drafting.js';
import { NAME_OFFICERS } from './officers.js';
import { FREEZE_ROLL, OPEN } from './opening.js';
import { BALLOT_ACTIONS, type BallotAction, type Policy, refusal } from './policy.js';
import { SIGN } from './signing.js';
import { NEXT_ROUND } from './rounds.js';
import type { Standing } from './standing.js';
import { COUNT } from './tally.js';
import { CALL_OFF, DELETE_DRAFT } from './withdrawing.js';
import { CONFIRM_NAME, MATCH_NAME } from './written-names.js';

/** Every action with its policy. */
export const POLICIES: Readonly<Record<BallotAction, Policy>> = {
  revise: REVISE,
  describe: DESCRIBE,
  'delete-draft': DELETE_DRAFT,
  adopt: ADOPT,
  'call-off': CALL_OFF,
  nominate: NOMINATE,
  'decline-nomination': DECLINE,
  'post-candidates': POST_CANDIDATES,
  'object-to-candidate': OBJECT,
  'answer-candidate-objection': ANSWER_OBJECTION,
  'call-primary': CALL_PRIMARY,
  'close-nomination': CLOSE_NOMINATION,
  'declare-relatives': DECLARE_RELATIVES,
  'withdraw-relatives': WITHDRAW_RELATIVES,
  'freeze-roll': FREEZE_ROLL,
  'name-officers': NAME_OFFICERS,
  rehearse: REHEARSE,
  'issue-paper': ISSUE_PAPER,
  'take-back-paper': TAKE_BACK_PAPER,
  'take-back-credential': TAKE_BACK_CREDENTIAL,
  'correct-returned': CORRECT_RETURNED,
  'prepare-slips': PREPARE_SLIPS,
  'issue-slip': ISSUE_SLIP,
  'replace-slip': REPLACE_SLIP,
  'take-back-slip': TAKE_BACK_SLIP,
  'void-slips': VOID_SLIPS,
  schedule: SCHEDULE,
  open: OPEN,
  close: CLOSE,
  'count-hands': COUNT_HANDS,
  'enter-sheets': ENTER_SHEETS,
  'settle-difference': SETTLE_DIFFERENCE,
  'rule-on-doubt': RULE_ON_DOUBT,
  'match-name': MATCH_NAME,
  'confirm-name': CONFIRM_NAME,
  'offer-key': OFFER_KEY,
  'add-share': ADD_SHARE,
  count: COUNT,
  sign: SIGN,
  declare: DECLARE,
  'begin-lots': BEGIN_LOTS,
  'commit-lot': COMMIT_LOT,
  'reveal-lot': REVEAL_LOT,
  'void-lots': VOID_LOTS,
  approve: APPROVE,
  reject: REJECT,
  publish: PUBLISH,
  object: OBJECT_TO_RESULT,
  'answer-objection': ANSWER_RESULT_OBJECTION,
  archive: ARCHIVE,
  annul: ANNUL,
  'decide-vacancy': DECIDE_VACANCY,
  'next-round': NEXT_ROUND,
  'second-stage': SECOND_STAGE,
  'run-again': RUN_AGAIN,
};

/** What the member may do to the ballot now: what a screen offers, by the same rules that decide. With the instant, a period that is over or still runs counts too. */
export function allowedActions(ballot: Ballot, by: Standing, at?: Date): readonly BallotAction[] {
  return BALLOT_ACTIONS.filter((action) => refusal(POLICIES[action], ballot, by, at) === null);
}
