import type { EndpointRow, Served } from './endpoint-row.js';

const own: Served = { may: 'everybody has an inbox of his own, and sees no other' };

const robot = () => ({
  webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=of-nobody',
  isOn: false,
  locale: 'zh-CN',
  version: 0,
});
const sees: Served = { may: 'who organises elsewhere has the ways of that organisation, and nothing of here' };

/** The notifier: what is somebody's own, and what is the organisers'. */
export const ENDPOINTS_OF_NOTIFIER: readonly EndpointRow[] = [
  { endpoint: 'GET /api/notifier/notices', right: 'colleague', foreigner: own, colleague: own },
  {
    endpoint: 'POST /api/notifier/notices/{id}/reading',
    path: ({ noticeId }) => ({ id: noticeId }),
    right: 'seconder',
    foreigner: '404 notifier.not-found',
    colleague: ['proposer', '404 notifier.not-found'],
  },
  { endpoint: 'POST /api/notifier/notices/reading', right: 'colleague', foreigner: own, colleague: own },
  { endpoint: 'GET /api/notifier/notices/stream', right: 'colleague', foreigner: own, colleague: own, isStream: true },
  {
    endpoint: 'GET /api/notifier/unreached',
    right: 'secretary',
    foreigner: { may: 'who organises elsewhere sees whom mails did not reach there, and nobody of here' },
    colleague: ['proposer', '403 notifier.forbidden'],
  },
  { endpoint: 'GET /api/notifier/ways', right: 'secretary', foreigner: sees, colleague: ['proposer', '403 notifier.not-an-organiser'] },
  {
    endpoint: 'PUT /api/notifier/ways/groups/{provider}',
    path: () => ({ provider: 'wecom' }),
    body: robot,
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/notifier/ways/groups/{provider}/trials',
    path: () => ({ provider: 'wecom' }),
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'DELETE /api/notifier/ways/groups/{provider}',
    path: () => ({ provider: 'wecom' }),
    query: () => '?version=1',
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  { endpoint: 'GET /api/notifier/preferences', right: 'colleague', foreigner: own, colleague: own },
  {
    endpoint: 'PUT /api/notifier/preferences',
    body: () => ({ mail: true, locale: 'en' }),
    right: 'colleague',
    foreigner: own,
    colleague: own,
  },
];
