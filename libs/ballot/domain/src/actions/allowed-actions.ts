import { ISSUE_PAPER, TAKE_BACK_PAPER } from '../issuing/issued-papers.js';
import { ISSUE_SLIP, PREPARE_SLIPS, REPLACE_SLIP, TAKE_BACK_SLIP, VOID_SLIPS } from '../issuing/slips.js';
import { CLOSE_NOMINATION } from '../nomination/closing-nomination.js';
import { DECLINE, NOMINATE, POST_CANDIDATES } from '../nomination/nominating.js';
import { ANSWER_OBJECTION, OBJECT } from '../nomination/objections.js';
import { CALL_PRIMARY } from '../nomination/primary.js';
import { DECIDE_VACANCY } from '../open-seats/decisions.js';
import { BEGIN_LOTS, COMMIT_LOT, REVEAL_LOT, VOID_LOTS } from '../open-seats/lots.js';
import { NEXT_ROUND } from '../open-seats/rounds.js';
import { SECOND_STAGE } from '../open-seats/second-stage.js';
import { ENTER_SHEETS, RULE_ON_DOUBT, SETTLE_DIFFERENCE } from '../paper-entry/entering.js';
import { CONFIRM_NAME, MATCH_NAME } from '../paper-entry/written-names.js';
import { allowed, BALLOT_ACTIONS, type BallotAction, type Policy } from '../policy/policy.js';
import type { Authority } from '../policy/authority.js';
import { ADOPT, REVISE } from '../preparing/drafting.js';
import { NAME_OFFICERS } from '../preparing/officers.js';
import { DECLARE_RELATIVES, WITHDRAW_RELATIVES } from '../preparing/relatives.js';
import { CALL_OFF, DELETE_DRAFT } from '../preparing/withdrawing.js';
import { DESCRIBE } from '../profiles/profiles.js';
import type { Ballot } from '../record/ballot.js';
import { REHEARSE } from '../rehearsal/rehearsal.js';
import { ANNUL, RUN_AGAIN } from '../result/annulling.js';
import { APPROVE, REJECT } from '../result/approving.js';
import { ARCHIVE, DECLARE, PUBLISH } from '../result/declaring.js';
import { ANSWER_RESULT_OBJECTION, OBJECT_TO_RESULT } from '../result/objecting.js';
import { TAKE_BACK_CREDENTIAL } from '../sealed/registration.js';
import { ADD_SHARE, OFFER_KEY } from '../sealed/sealed-rules.js';
import { COUNT_HANDS } from '../tally/hands.js';
import { SIGN } from '../tally/signing.js';
import { COUNT } from '../tally/tally.js';
import { SCHEDULE } from '../timing/appointments.js';
import { CLOSE } from '../voting/closing.js';
import { CORRECT_RETURNED } from '../voting/correcting.js';
import { FREEZE_ROLL, OPEN } from '../voting/opening.js';

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

const IN_ORDER = BALLOT_ACTIONS.map((action) => POLICIES[action]);

/**
 * What the member may do to the ballot now: what a screen offers, by the same rules that decide. With the instant, a period that is over or
 * still runs counts too.
 */
export function allowedActions(ballot: Ballot, by: Authority, at?: Date): readonly BallotAction[] {
  return allowed(IN_ORDER, ballot, by, at);
}
