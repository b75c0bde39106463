import { createECDH, randomBytes } from 'node:crypto';
import type { Cast } from './cast.js';
import type { EndpointRow, Served } from './endpoint-row.js';

const own: Served = { may: 'everybody has an inbox of his own, and sees no other' };

const robot = () => ({
  webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=of-nobody',
  isOn: false,
  locale: 'zh-CN',
  version: 0,
});
const app = () => ({ appId: 'cli-of-nobody', secret: 'of-nobody', idIs: 'mail', isOn: false, version: 0 });
const smsGateway = () => ({
  url: 'https://sms.example.com/of-nobody',
  method: 'POST',
  format: 'form',
  headers: [],
  body: 'to={mobile}&text={text}',
  numbers: 'e164',
  charactersMax: 70,
  perMinuteMax: 1,
  answers: { accepted: [], temporary: [], numberRefused: [], accountRefused: [] },
  isOn: false,
  version: 0,
});
const sees: Served = { may: 'who organises elsewhere has the ways of that organisation, and nothing of here' };

const deviceKeys = createECDH('prime256v1');
/** A browser that several sign in on, one after the other. */
const device = () => ({
  endpoint: 'https://push.example.com/of-a-browser',
  p256dh: deviceKeys.getPublicKey('base64url'),
  auth: secretOfTheDevice,
});
const secretOfTheDevice = randomBytes(16).toString('base64url');
deviceKeys.generateKeys();

/** The device of the colleague, set anew. */
const deviceOfTheColleague = async ({ people }: Cast) => {
  const { body } = await people.colleague.ask<{ readonly devices: readonly { readonly id: string; readonly isThis: boolean }[] }>(
    'PUT',
    '/api/notifier/push/device',
    device(),
  );
  return body.devices.find(({ isThis }) => isThis)?.id ?? '';
};

const holder: Served = { may: 'whoever holds the token of a mail ends mails of its kind, and nothing else' };
const NO_TOKEN = '404 notifier.unsubscribe-link-broken';

/** The opening of the session, of which every delegate was told. */
const servedMatter = async ({ people }: Cast): Promise<string> => {
  const { body } = await people.secretary.ask<{ readonly items: readonly { readonly id: string; readonly code: string }[] }>(
    'GET',
    '/api/notifier/proofs?pageSize=200',
  );
  return body.items.find(({ code }) => code === 'congress.session-opened')?.id ?? '';
};
const signature = ({ people }: Cast) => ({
  memberIds: [people.colleague.memberId],
  signedOn: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()),
});
/** What organisers prove, and whom they have sign on paper. */
const PROOFS: readonly (Pick<EndpointRow, 'endpoint'> & Partial<EndpointRow>)[] = [
  { endpoint: 'GET /api/notifier/proofs/{id}' },
  { endpoint: 'GET /api/notifier/proofs/{id}/people.xlsx' },
  { endpoint: 'GET /api/notifier/proofs/{id}/paper-list' },
  { endpoint: 'POST /api/notifier/proofs/{id}/signatures', body: signature },
  {
    endpoint: 'PUT /api/notifier/proofs/{id}/signatures/{memberId}',
    body: () => ({ signedOn: null, reason: 'Recorded by mistake.', version: 1 }),
  },
];

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
  {
    endpoint: 'GET /api/notifier/unreached/people.xlsx',
    right: 'secretary',
    foreigner: { may: 'who organises elsewhere has a file of whom mails did not reach there, and nobody of here' },
    colleague: ['proposer', '403 notifier.forbidden'],
  },
  {
    endpoint: 'GET /api/notifier/proofs',
    right: 'secretary',
    foreigner: { may: 'who organises elsewhere sees what was told there, and nothing of here' },
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  ...PROOFS.map((row): EndpointRow => ({
    path: async (cast) => ({ id: await servedMatter(cast), memberId: cast.people.colleague.memberId }),
    right: 'secretary',
    foreigner: '404 notifier.not-found',
    colleague: ['proposer', '403 notifier.not-an-organiser'],
    ...row,
  })),
  {
    endpoint: 'GET /api/notifier/announcements',
    right: 'secretary',
    foreigner: { may: 'who organises elsewhere sees what was announced there, and nothing of here' },
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/notifier/announcements/preview',
    body: ({ session }) => ({ audience: { kind: 'delegates', id: session.sessionId } }),
    right: 'secretary',
    foreigner: '404 notifier.not-found',
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/notifier/announcements',
    body: ({ session }) => ({
      audience: { kind: 'delegates', id: session.sessionId },
      title: 'A title',
      text: 'A text',
      reaches: 1_000_000,
    }),
    right: 'secretary',
    foreigner: '404 notifier.not-found',
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'GET /api/notifier/reminders',
    query: ({ proposalId }) => `?kind=proposal&id=${proposalId}`,
    right: 'committee',
    foreigner: { may: 'who chases elsewhere is told of nothing here' },
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
  {
    endpoint: 'PUT /api/notifier/ways/apps/{provider}',
    path: () => ({ provider: 'feishu' }),
    body: app,
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/notifier/ways/apps/{provider}/trials',
    path: () => ({ provider: 'feishu' }),
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'DELETE /api/notifier/ways/apps/{provider}',
    path: () => ({ provider: 'feishu' }),
    query: () => '?version=1',
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'PUT /api/notifier/ways/sms',
    body: smsGateway,
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/notifier/ways/sms/trials',
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  {
    endpoint: 'DELETE /api/notifier/ways/sms',
    query: () => '?version=1',
    right: 'secretary',
    foreigner: sees,
    colleague: ['proposer', '403 notifier.not-an-organiser'],
  },
  { endpoint: 'GET /api/notifier/push', right: 'colleague', foreigner: own, colleague: own },
  { endpoint: 'PUT /api/notifier/push/device', body: device, right: 'colleague', foreigner: own, colleague: own },
  {
    endpoint: 'POST /api/notifier/push/trials',
    right: 'colleague',
    foreigner: '404 notifier.not-found',
    colleague: ['proposer', '404 notifier.not-found'],
  },
  {
    endpoint: 'DELETE /api/notifier/push/devices/{id}',
    path: async (cast) => ({ id: await deviceOfTheColleague(cast) }),
    right: 'colleague',
    foreigner: '404 notifier.not-found',
    colleague: ['proposer', '404 notifier.not-found'],
  },
  { endpoint: 'GET /api/notifier/preferences', right: 'colleague', foreigner: own, colleague: own },
  {
    endpoint: 'PUT /api/notifier/preferences',
    body: () => ({ locale: 'en', muted: [], digest: 'each', digestHour: 8, digestDay: 1, version: 0 }),
    right: 'colleague',
    foreigner: own,
    colleague: own,
  },
  // Whoever holds the token of a mail is its reader; here nobody holds one.
  {
    endpoint: 'GET /api/notifier/unsubscriptions/{token}',
    path: () => ({ token: 'of-nobody' }),
    right: holder,
    stranger: holder,
    foreigner: holder,
    colleague: holder,
  },
  {
    endpoint: 'GET /api/notifier/unsubscriptions/{token}/kinds',
    path: () => ({ token: 'of-nobody' }),
    right: holder,
    stranger: NO_TOKEN,
    foreigner: NO_TOKEN,
    colleague: ['colleague', NO_TOKEN],
  },
  {
    endpoint: 'POST /api/notifier/unsubscriptions/{token}',
    path: () => ({ token: 'of-nobody' }),
    right: holder,
    stranger: NO_TOKEN,
    foreigner: NO_TOKEN,
    colleague: ['colleague', NO_TOKEN],
  },
];
