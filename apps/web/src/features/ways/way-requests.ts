import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../api/client.js';
import type { components } from '../../api/generated/notifier.js';

export type OrganisationWays = components['schemas']['OrganisationWaysResponse'];
export type GroupWay = components['schemas']['GroupWayResponse'];
export type AppWay = components['schemas']['MessageAppWayResponse'];
export type MessageApp = NonNullable<AppWay['app']>;
export type WantedApp = Omit<components['schemas']['SetMessageAppRequest'], 'version'>;
export type Robot = NonNullable<GroupWay['robot']>;
export type WantedRobot = Omit<components['schemas']['SetGroupWayRequest'], 'version'>;
export type SmsWay = components['schemas']['SmsWayResponse'];
export type SmsGateway = NonNullable<SmsWay['gateway']>;
export type WantedSms = Omit<components['schemas']['SetSmsGatewayRequest'], 'version'>;
type Provider = GroupWay['provider'];

/** What a changed way changes. */
export const WAY_CHANGES = [['ways']] as const;

const LOOK_EVERY_MS = 10_000; // Posts go by themselves: what became of them shows without a reload.

/** The organisation's ways, each with how it fares. */
export const useWays = (): UseQueryResult<OrganisationWays> =>
  useQuery({ queryKey: ['ways'], queryFn: () => answer(notifier.GET('/api/notifier/ways')), refetchInterval: LOOK_EVERY_MS });

export const setGroupWay = (provider: Provider, wanted: WantedRobot, version: number) =>
  answer(notifier.PUT('/api/notifier/ways/groups/{provider}', { params: { path: { provider } }, body: { ...wanted, version } }));
export const removeGroupWay = (provider: Provider, version: number) =>
  answer(notifier.DELETE('/api/notifier/ways/groups/{provider}', { params: { path: { provider }, query: { version } } }));
export const tryGroupWay = (provider: Provider) =>
  answer(notifier.POST('/api/notifier/ways/groups/{provider}/trials', { params: { path: { provider } } }));

export const setApp = (provider: Provider, wanted: WantedApp, version: number) =>
  answer(notifier.PUT('/api/notifier/ways/apps/{provider}', { params: { path: { provider } }, body: { ...wanted, version } }));
export const removeApp = (provider: Provider, version: number) =>
  answer(notifier.DELETE('/api/notifier/ways/apps/{provider}', { params: { path: { provider }, query: { version } } }));
export const tryApp = (provider: Provider) =>
  answer(notifier.POST('/api/notifier/ways/apps/{provider}/trials', { params: { path: { provider } } }));

export const setSms = (wanted: WantedSms, version: number) =>
  answer(notifier.PUT('/api/notifier/ways/sms', { body: { ...wanted, version } }));
export const removeSms = (version: number) => answer(notifier.DELETE('/api/notifier/ways/sms', { params: { query: { version } } }));
export const trySms = () => answer(notifier.POST('/api/notifier/ways/sms/trials'));
