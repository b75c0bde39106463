import type { FieldPlaces } from '../../shared/use-refused-fields.js';

/** Where on the form of a ballot each refusal is shown. */
export const PLACES: FieldPlaces = {
  title: 'title',
  items: 'lines', subjects: 'lines', options: 'lines', grades: 'grades', candidates: 'candidates',
  'ballot.candidate-unknown': 'candidates', 'ballot.officer-is-candidate': 'candidates', 'ballot.officer-is-relative': 'candidates', 'ballot.nominated-only': 'candidates', 'ballot.candidates-carried': 'candidates', 'ballot.candidates-fixed': 'candidates',
  'ballot.not-among-elected': 'candidates',
  preset: 'preset', 'rules.seats': 'seats', 'rules.surplus': 'surplus', 'rules.pass': 'threshold', 'rules.pass.num': 'threshold', 'rules.elect': 'threshold', 'rules.elect.num': 'threshold',
  'rules.procedure.nomination.notice.n': 'noticeN', 'rules.procedure.nomination.primaryAbove': 'primaryAbove', 'rules.procedure.sharesNeeded': 'sharesNeeded', 'rules.procedure.sealedMarks': 'threeWay', 'rules.revote': 'revote',
};
