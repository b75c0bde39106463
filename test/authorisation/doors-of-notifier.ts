import type { DoorRow, Served } from './door-row.js';

const own: Served = { may: 'everybody has an inbox of his own, and sees no other' };

/** The notifier: everything in it is somebody's own. */
export const DOORS_OF_NOTIFIER: readonly DoorRow[] = [
  { door: 'GET /api/notifier/notices', right: 'colleague', foreigner: own, colleague: own },
  {
    door: 'POST /api/notifier/notices/{id}/reading',
    path: ({ noticeId }) => ({ id: noticeId }),
    right: 'seconder',
    foreigner: 404,
    colleague: ['proposer', 404],
  },
  { door: 'POST /api/notifier/notices/reading', right: 'colleague', foreigner: own, colleague: own },
  { door: 'GET /api/notifier/notices/stream', right: 'colleague', foreigner: own, colleague: own, isStream: true },
  {
    door: 'GET /api/notifier/unreached',
    right: 'secretary',
    foreigner: { may: 'who organises elsewhere sees whom mails did not reach there, and nobody of here' },
    colleague: ['proposer', 403],
  },
  { door: 'GET /api/notifier/preferences', right: 'colleague', foreigner: own, colleague: own },
  { door: 'PUT /api/notifier/preferences', body: () => ({ mail: true, locale: 'en' }), right: 'colleague', foreigner: own, colleague: own },
];
