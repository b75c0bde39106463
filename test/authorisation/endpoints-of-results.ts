import type { EndpointRow } from './endpoint-row.js';
import { at, deciding, paper } from './endpoints-of-ballot.js';

const made = { objectionId: '' };
const SHA_256 = 'ab'.repeat(32);

/** What follows the published result of the ballot on paper: documents, objections, what the plan does not ask for, annulment. */
export const ENDPOINTS_OF_RESULTS: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/ballot/ballots/{id}/tally-sheet.docx',
    path: paper,
    isStream: true,
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'the documents of a published result are for everybody in the organisation to read' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/tally-sheet.pdf',
    path: paper,
    isStream: true,
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'the documents of a published result are for everybody in the organisation to read' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/result-notice.docx',
    path: paper,
    isStream: true,
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'the documents of a published result are for everybody in the organisation to read' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/result-notice.pdf',
    path: paper,
    isStream: true,
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'the documents of a published result are for everybody in the organisation to read' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/evidence',
    path: paper,
    isStream: true,
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/objections',
    path: paper,
    body: () => ({ text: 'The door was shut.' }),
    right: 'bystander',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'whoever is of the organisation may object' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/objections',
    path: paper,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'everybody reads their own objections, organisers all of them' },
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/objections/{objectionId}/answer',
    path: (cast) => ({ ...paper(cast), objectionId: made.objectionId }),
    before: async ({ ballotId, people }) => {
      const { items } = await people.secretary.get<{ items: { id: string }[] }>(`${at(ballotId)}/objections`);
      made.objectionId = items[0]?.id ?? '';
    },
    body: () => ({ outcome: 'dismissed', reason: 'It was open.' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/archiving',
    path: paper,
    body: deciding(),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  // The plan asks for no further round: who may ask is told so, and everybody else is turned away before.
  {
    endpoint: 'POST /api/ballot/ballots/{id}/next-round',
    path: paper,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  // So with lots and open seats, of which it has none.
  {
    endpoint: 'POST /api/ballot/ballots/{id}/lots',
    path: paper,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/lots/commitments',
    path: paper,
    body: () => ({ commitment: SHA_256 }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/lots/contributions',
    path: paper,
    body: () => ({ contribution: SHA_256 }),
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/lots/voiding',
    path: paper,
    body: deciding({ reason: 'An officer left.' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/vacancies',
    path: paper,
    body: deciding({ what: 'refer', text: 'To the union above.' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/second-stage',
    path: paper,
    body: () => ({
      title: 'The chair',
      channel: 'paper',
      electorate: 'elected',
      rules: {
        quorum: { num: 2, den: 3, inclusive: true },
        seats: 1,
        surplus: null,
        elect: { num: 1, den: 2, inclusive: false, base: 'roll' },
        tie: 'runoff',
        shortage: 'vacant',
      },
    }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/result',
    path: paper,
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'a declared result is for everybody in the organisation to read' },
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/annulment',
    path: paper,
    body: deciding({ reason: 'Papers were forged.' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/rerun',
    path: paper,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-an-organiser'],
  },
];
