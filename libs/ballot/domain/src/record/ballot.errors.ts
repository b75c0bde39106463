import { DomainError } from '@plenum/kernel';
import type { ScheduledAct } from './conduct.js';

/** Our own verifier, by name: the archive of a sealed ballot is judged by two. */
export const OWN_VERIFIER = 'plenum-verify';

/** Every refusal of the ballot rules, by name. Details tell ids and figures of the meeting, never a vote. */
export const BallotErrors = {
  // Who may act.
  notFound: () => new DomainError('ballot.not-found', 'not-found'),
  notAnOrganiser: () => new DomainError('ballot.not-an-organiser', 'forbidden'),
  notAnOfficer: () => new DomainError('ballot.not-an-officer', 'forbidden'),
  notAChief: () => new DomainError('ballot.not-a-chief', 'forbidden'),
  notAScrutineer: () => new DomainError('ballot.not-a-scrutineer', 'forbidden'),
  notTheCodesDesk: () => new DomainError('ballot.not-the-codes-desk', 'forbidden'),
  notATeller: () => new DomainError('ballot.not-a-teller', 'forbidden'),
  notTheThird: () => new DomainError('ballot.not-the-third', 'forbidden'),
  notPublished: () => new DomainError('ballot.not-published', 'forbidden'),

  // When.
  wrongState: (action: string, state: string) => new DomainError('ballot.wrong-state', 'conflict', { action, state }),
  wrongChannel: (action: string, channel: string) => new DomainError('ballot.wrong-channel', 'conflict', { action, channel }),
  outdated: (current: number) => new DomainError('ballot.outdated', 'conflict', { current }),
  draftRehearsed: () => new DomainError('ballot.draft-rehearsed', 'conflict'),
  rulesFrozen: () => new DomainError('ballot.rules-frozen', 'conflict'),
  sessionUnknown: () => new DomainError('ballot.session-unknown', 'not-found'),
  sessionNotOpen: () => new DomainError('ballot.session-not-open', 'conflict'),

  // Officers.
  officerIsCandidate: (memberIds: readonly string[]) => new DomainError('ballot.officer-is-candidate', 'conflict', { memberIds }),
  officerUnknown: (memberIds: readonly string[]) => new DomainError('ballot.officer-unknown', 'unprocessable', { memberIds }),
  twoRoles: (memberIds: readonly string[]) => new DomainError('ballot.two-roles', 'unprocessable', { memberIds }),
  chiefNotNamed: () => new DomainError('ballot.chief-not-named', 'unprocessable'),
  tooFewOfficers: (role: string, needed: number) => new DomainError('ballot.too-few-officers', 'unprocessable', { role, needed }),
  officerIsRelative: (memberIds: readonly string[]) => new DomainError('ballot.officer-is-relative', 'conflict', { memberIds }),
  relativesNotAsked: () => new DomainError('ballot.relatives-not-asked', 'conflict'),
  relativeUnknown: (memberIds: readonly string[]) => new DomainError('ballot.relative-unknown', 'unprocessable', { memberIds }),
  namesAlike: (names: readonly string[]) => new DomainError('ballot.names-alike', 'unprocessable', { names }),
  candidateIneligible: (memberIds: readonly string[]) => new DomainError('ballot.candidate-ineligible', 'unprocessable', { memberIds }),
  candidateUnknown: (memberIds: readonly string[]) => new DomainError('ballot.candidate-unknown', 'unprocessable', { memberIds }),

  // Profiles.
  notDescribed: (kind: string) => new DomainError('ballot.not-described', 'conflict', { kind }),
  choiceUnknown: () => new DomainError('ballot.choice-unknown', 'not-found'),
  pictureUnknown: () => new DomainError('ballot.picture-unknown', 'not-found'),
  pictureKind: () => new DomainError('ballot.picture-kind', 'unprocessable'),
  pictureTooLarge: (most: number) => new DomainError('ballot.picture-too-large', 'unprocessable', { most }),
  pictureTooWide: (width: number, height: number, most: number) =>
    new DomainError('ballot.picture-too-wide', 'unprocessable', { width, height, most }),

  // Nomination.
  noNomination: () => new DomainError('ballot.no-nomination', 'conflict'),
  nominatedOnly: () => new DomainError('ballot.nominated-only', 'conflict'),
  nominationOpen: () => new DomainError('ballot.nomination-open', 'conflict'),
  nominationClosed: () => new DomainError('ballot.nomination-closed', 'conflict'),
  alreadyNominated: (candidateId: string, status: string) =>
    new DomainError('ballot.already-nominated', 'conflict', { candidateId, status }),
  proposerUnknown: (ids: readonly string[]) => new DomainError('ballot.proposer-unknown', 'unprocessable', { ids }),
  notStanding: (candidateId: string) => new DomainError('ballot.not-standing', 'conflict', { candidateId }),
  alreadyPosted: () => new DomainError('ballot.already-posted', 'conflict'),
  notPosted: () => new DomainError('ballot.not-posted', 'conflict'),
  noticePast: (until: string) => new DomainError('ballot.notice-past', 'conflict', { until }),
  noticeRunning: (until: string) => new DomainError('ballot.notice-running', 'conflict', { until }),
  noticeOver: (until: string) => new DomainError('ballot.notice-over', 'conflict', { until }),
  notAMember: () => new DomainError('ballot.not-a-member', 'forbidden'),
  alreadyObjected: () => new DomainError('ballot.already-objected', 'conflict'),
  candidateObjectionUnknown: () => new DomainError('ballot.candidate-objection-unknown', 'not-found'),
  candidateObjectionAnswered: () => new DomainError('ballot.candidate-objection-answered', 'conflict'),
  candidateObjectionsOpen: (open: number) => new DomainError('ballot.candidate-objections-open', 'conflict', { open }),
  ownMatter: () => new DomainError('ballot.own-matter', 'forbidden'),
  primaryNeeded: (standing: number, above: number) => new DomainError('ballot.primary-needed', 'conflict', { standing, above }),
  nothingToCorrect: () => new DomainError('ballot.nothing-to-correct', 'conflict'),
  electionUnderWay: (ballotId: string) => new DomainError('ballot.election-under-way', 'conflict', { ballotId }),
  primaryOpen: (ballotId: string) => new DomainError('ballot.primary-open', 'conflict', { ballotId }),
  noPrimaryNeeded: () => new DomainError('ballot.no-primary-needed', 'conflict'),

  // Opening and closing.
  emptyRoll: () => new DomainError('ballot.empty-roll', 'conflict'),
  officersMissing: () => new DomainError('ballot.officers-missing', 'conflict'),
  tooFewCandidates: (listed: number, needed: number) => new DomainError('ballot.too-few-candidates', 'conflict', { listed, needed }),
  noQuorum: (roll: number, present: number, needed: number) => new DomainError('ballot.no-quorum', 'conflict', { roll, present, needed }),
  issuedAbovePresent: (issued: number, present: number) =>
    new DomainError('ballot.issued-above-present', 'unprocessable', { issued, present }),
  votersAbovePresent: (voters: number, present: number) =>
    new DomainError('ballot.voters-above-present', 'unprocessable', { voters, present }),
  votersMissing: () => new DomainError('ballot.voters-missing', 'unprocessable'),
  returnedMissing: () => new DomainError('ballot.returned-missing', 'unprocessable'),

  // The desk: each present voter gets exactly one paper, of whatever kind.
  /** The account was reset since the session was announced, and nobody else has confirmed who uses it. */
  accountReset: () => new DomainError('ballot.account-reset', 'conflict'),
  accountSetLate: () => new DomainError('ballot.account-set-late', 'conflict'),
  /** Whoever gave the code, the person, and who organises the vote do not confirm it. */
  notASecondOfficer: () => new DomainError('ballot.not-a-second-officer', 'forbidden'),
  hasPaper: () => new DomainError('ballot.has-paper', 'conflict'),
  hasCredential: () => new DomainError('ballot.has-credential', 'conflict'),
  hasSlip: () => new DomainError('ballot.has-slip', 'conflict'),
  charactersNotDrawn: (characters: readonly string[]) => new DomainError('ballot.characters-not-drawn', 'unprocessable', { characters }),
  paperTooLarge: (characters: number, most: number) => new DomainError('ballot.paper-too-large', 'too-large', { characters, most }),
  noCredential: () => new DomainError('ballot.no-credential', 'conflict'),
  noPaper: () => new DomainError('ballot.no-paper', 'conflict'),
  lateArrival: () => new DomainError('ballot.late-arrival', 'conflict'),
  issuedDiffers: (stated: number, registered: number) => new DomainError('ballot.issued-differs', 'unprocessable', { stated, registered }),

  // Voting codes on slips.
  slipTaken: (serials: readonly number[]) => new DomainError('ballot.slip-taken', 'conflict', { serials: serials.map(String) }),
  noSlip: () => new DomainError('ballot.no-slip', 'conflict'),
  noSlipsLeft: () => new DomainError('ballot.no-slips-left', 'conflict'),
  slipUnknown: (serials: readonly number[]) => new DomainError('ballot.slip-unknown', 'unprocessable', { serials: serials.map(String) }),
  slipVoid: (serial: number) => new DomainError('ballot.slip-void', 'conflict', { serial }),
  slipsIssued: (voided: number, left: number) => new DomainError('ballot.slips-issued', 'conflict', { voided, left }),
  slipsUnaccounted: (usable: number, issued: number) => new DomainError('ballot.slips-unaccounted', 'conflict', { usable, issued }),

  // Counting.
  choicesDiffer: (missing: readonly string[], unknown: readonly string[]) =>
    new DomainError('ballot.choices-differ', 'unprocessable', { missing, unknown }),
  handsUnequal: (id: string, counted: number, voters: number) =>
    new DomainError('ballot.hands-unequal', 'unprocessable', { id, counted, voters }),
  handsAbovePresent: (id: string, counted: number, present: number) =>
    new DomainError('ballot.hands-above-present', 'unprocessable', { id, counted, present }),
  handsMissing: () => new DomainError('ballot.hands-missing', 'conflict'),
  unreconciled: (breach: string, about: string | null) => new DomainError('ballot.unreconciled', 'conflict', { breach, about }),
  sheetOutOfRange: (no: number, returned: number) => new DomainError('ballot.sheet-out-of-range', 'unprocessable', { no, returned }),
  entriesTaken: () => new DomainError('ballot.entries-taken', 'conflict'),
  entriesComplete: () => new DomainError('ballot.entries-complete', 'conflict'),
  entriesIncomplete: (sheets: number, entered: readonly number[]) =>
    new DomainError('ballot.entries-incomplete', 'conflict', { sheets, first: entered[0] ?? 0, second: entered[1] ?? 0 }),
  noDifference: (no: number) => new DomainError('ballot.no-difference', 'conflict', { no }),
  differencesOpen: (open: number) => new DomainError('ballot.differences-open', 'conflict', { open }),

  // The paper desk. Details never tell a name that was written in.
  noDoubt: (no: number) => new DomainError('ballot.no-doubt', 'conflict', { no }),
  doubtsOpen: (open: number, sheets: readonly string[]) => new DomainError('ballot.doubts-open', 'conflict', { open, sheets }),
  noWriteIns: () => new DomainError('ballot.no-write-ins', 'conflict'),
  nameNotWritten: () => new DomainError('ballot.name-not-written', 'unprocessable'),
  nameTaken: () => new DomainError('ballot.name-taken', 'conflict'),
  personUnknown: () => new DomainError('ballot.person-unknown', 'unprocessable'),
  matchDiffers: () => new DomainError('ballot.match-differs', 'conflict'),
  sameOfficer: () => new DomainError('ballot.same-officer', 'forbidden'),
  namesUnmatched: (open: number) => new DomainError('ballot.names-unmatched', 'conflict', { open }),

  // The sealed channel: keys and credentials.
  keyRefused: (check: string) => new DomainError('ballot.key-refused', 'unprocessable', { check }),
  keysFrozen: () => new DomainError('ballot.keys-frozen', 'conflict'),
  keysMissing: (memberIds: readonly string[]) => new DomainError('ballot.keys-missing', 'conflict', { memberIds }),
  fewerThanShares: (named: number, sharesNeeded: number) =>
    new DomainError('ballot.fewer-than-shares', 'unprocessable', { named, sharesNeeded }),
  wrongCeremony: (scheme: string) => new DomainError('ballot.wrong-ceremony', 'conflict', { scheme }),
  ceremonyWaits: (round: string, memberIds: readonly string[]) =>
    new DomainError('ballot.ceremony-waits', 'conflict', { round, memberIds }),
  ceremonyGiven: (round: string) => new DomainError('ballot.ceremony-given', 'conflict', { round }),
  ceremonyRefused: (check: string, at: string) => new DomainError('ballot.ceremony-refused', 'unprocessable', { check, at }),
  notOnRoll: () => new DomainError('ballot.not-on-roll', 'forbidden'),
  notPresent: () => new DomainError('ballot.not-present', 'conflict'),
  credentialRefused: (check: string) => new DomainError('ballot.credential-refused', 'unprocessable', { check }),
  credentialTaken: () => new DomainError('ballot.credential-taken', 'conflict'),
  credentialIssued: () => new DomainError('ballot.credential-issued', 'conflict'),
  nobodyRegistered: () => new DomainError('ballot.nobody-registered', 'conflict'),
  registrationsLost: (lost: number) => new DomainError('ballot.registrations-lost', 'conflict', { lost }),
  holdersUnconfirmed: (memberIds: readonly string[]) => new DomainError('ballot.holders-unconfirmed', 'conflict', { memberIds }),
  holdersLeft: (memberIds: readonly string[]) => new DomainError('ballot.holders-left', 'conflict', { memberIds }),

  // The sealed channel: papers, shares, the opened sum.
  notOpen: () => new DomainError('ballot.not-open', 'conflict'),
  votingClosed: () => new DomainError('ballot.voting-closed', 'conflict'),
  paperRefused: (check: string) => new DomainError('ballot.paper-refused', 'unprocessable', { check }),
  marksMissing: () => new DomainError('ballot.marks-missing', 'unprocessable'),
  marksUnexpected: () => new DomainError('ballot.marks-unexpected', 'unprocessable'),
  noSidecar: () => new DomainError('ballot.no-sidecar', 'not-found'),
  credentialNotHeld: () => new DomainError('ballot.credential-not-held', 'forbidden'),
  credentialOffRoll: () => new DomainError('ballot.credential-off-roll', 'forbidden'),
  alreadyVoted: () => new DomainError('ballot.already-voted', 'conflict'),
  busy: () => new DomainError('ballot.busy', 'conflict'),
  boxOpening: () => new DomainError('ballot.box-opening', 'conflict'),
  shareRefused: (check: string) => new DomainError('ballot.share-refused', 'unprocessable', { check }),
  shareRepeated: () => new DomainError('ballot.share-repeated', 'conflict'),
  sharesComplete: () => new DomainError('ballot.shares-complete', 'conflict'),
  sharesMissing: (memberIds: readonly string[], lacking: number) =>
    new DomainError('ballot.shares-missing', 'conflict', { memberIds, lacking }),
  archiveRefused: (check: string, at: string, verifier: string = OWN_VERIFIER) =>
    new DomainError('ballot.archive-refused', 'conflict', { check, at, verifier }),
  resultStands: () => new DomainError('ballot.result-stands', 'conflict'),

  // The result.
  signaturesMissing: (roles: readonly string[]) => new DomainError('ballot.signatures-missing', 'conflict', { roles }),
  approvalMissing: (dueOn: string) => new DomainError('ballot.approval-missing', 'conflict', { dueOn }),
  approvalNotAsked: () => new DomainError('ballot.approval-not-asked', 'conflict'),
  documentDate: (from: string, to: string) => new DomainError('ballot.document-date', 'unprocessable', { from, to }),
  objectionsClosed: (untilOn: string | null) => new DomainError('ballot.objections-closed', 'conflict', { untilOn }),
  objectionPending: () => new DomainError('ballot.objection-pending', 'conflict'),
  objectionUnknown: () => new DomainError('ballot.objection-unknown', 'not-found'),
  objectionAnswered: () => new DomainError('ballot.objection-answered', 'conflict'),
  objectionsOpen: (open: number) => new DomainError('ballot.objections-open', 'conflict', { open }),
  annulmentDue: (upheld: number) => new DomainError('ballot.annulment-due', 'conflict', { upheld }),
  periodRunning: (untilOn: string) => new DomainError('ballot.period-running', 'conflict', { untilOn }),
  nothingToRepeat: () => new DomainError('ballot.nothing-to-repeat', 'conflict'),
  groundsUndone: (ballotIds: readonly string[]) => new DomainError('ballot.grounds-undone', 'conflict', { ballotIds }),
  followersApproved: (ballotIds: readonly string[]) => new DomainError('ballot.followers-approved', 'conflict', { ballotIds }),
  alreadyRepeated: (ballotId: string) => new DomainError('ballot.already-repeated', 'conflict', { ballotId }),
  alreadySigned: () => new DomainError('ballot.already-signed', 'conflict'),
  noNextRound: () => new DomainError('ballot.no-next-round', 'conflict'),
  alreadyFollowed: (ballotId: string) => new DomainError('ballot.already-followed', 'conflict', { ballotId }),
  resultChanged: () => new DomainError('ballot.result-changed', 'conflict'),

  // The rehearsal.
  notRehearsed: (ended: string) => new DomainError('ballot.not-rehearsed', 'conflict', { ended }),
  rehearsalRunning: () => new DomainError('ballot.rehearsal-running', 'conflict'),

  // The clock.
  notByTheClock: () => new DomainError('ballot.not-by-the-clock', 'conflict'),
  timePast: (act: ScheduledAct) => new DomainError('ballot.time-past', 'unprocessable', { act }),
  closingNeedsFigures: () => new DomainError('ballot.closing-needs-figures', 'conflict'),
  closesBeforeOpening: () => new DomainError('ballot.closes-before-opening', 'unprocessable'),

  // What follows from an outcome: lots, decisions about open seats, rounds.
  noLots: () => new DomainError('ballot.no-lots', 'conflict'),
  lotsUndrawn: () => new DomainError('ballot.lots-undrawn', 'conflict'),
  lotsNotBegun: () => new DomainError('ballot.lots-not-begun', 'conflict'),
  lotsUnderWay: () => new DomainError('ballot.lots-under-way', 'conflict'),
  lotsDrawn: () => new DomainError('ballot.lots-drawn', 'conflict'),
  lotsClosed: () => new DomainError('ballot.lots-closed', 'conflict'),
  lotsAwaited: (memberIds: readonly string[]) => new DomainError('ballot.lots-awaited', 'conflict', { memberIds }),
  lotCommitted: () => new DomainError('ballot.lot-committed', 'conflict'),
  lotNotCommitted: () => new DomainError('ballot.lot-not-committed', 'conflict'),
  lotRevealed: () => new DomainError('ballot.lot-revealed', 'conflict'),
  lotRefused: () => new DomainError('ballot.lot-refused', 'unprocessable'),
  nothingToDecide: () => new DomainError('ballot.nothing-to-decide', 'conflict'),
  alreadyDecided: () => new DomainError('ballot.already-decided', 'conflict'),
  decisionAgainstRules: (policy: string, decision: string) =>
    new DomainError('ballot.decision-against-rules', 'unprocessable', { policy, decision }),
  moreThanOpen: (seats: number, open: number) => new DomainError('ballot.more-than-open', 'unprocessable', { seats, open }),
  candidatesOfDecision: (named: number, needed: number) =>
    new DomainError('ballot.candidates-of-decision', 'unprocessable', { named, needed }),
  candidateElected: (ids: readonly string[]) => new DomainError('ballot.candidate-elected', 'unprocessable', { ids }),
  candidatesCarried: (ids: readonly string[]) => new DomainError('ballot.candidates-carried', 'conflict', { ids }),
  candidatesFixed: (ids: readonly string[]) => new DomainError('ballot.candidates-fixed', 'conflict', { ids }),
  nobodyElected: () => new DomainError('ballot.nobody-elected', 'conflict'),
  roundsOpen: () => new DomainError('ballot.rounds-open', 'conflict'),
  electedUnknown: (ids: readonly string[]) => new DomainError('ballot.elected-unknown', 'unprocessable', { ids }),
  notAmongElected: (ids: readonly string[]) => new DomainError('ballot.not-among-elected', 'unprocessable', { ids }),
};
