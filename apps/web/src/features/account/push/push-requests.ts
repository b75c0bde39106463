import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../../api/client.js';
import type { components } from '../../../api/generated/notifier.js';
import { takePushes, takesPushes } from './push-browser.js';

type PushView = components['schemas']['PushResponse'];
export type PushDevice = components['schemas']['PushDeviceResponse'];

/** Where one is told by Web Push, and whether this browser takes part in it still. */
export interface Pushes extends PushView {
  readonly isOnHere: boolean;
}

export const PUSHES = ['pushes'] as const;

export const usePushes = (): UseQueryResult<Pushes> =>
  useQuery({
    queryKey: PUSHES,
    queryFn: async () => {
      const [view, takes] = await Promise.all([answer(notifier.GET('/api/notifier/push')), takesPushes()]);
      return { ...view, isOnHere: takes && view.devices.some(({ isThis }) => isThis) };
    },
  });

/** Has the browser take pushes, and the house send them. */
export const turnOnHere = async (publicKey: string): Promise<PushView> =>
  answer(notifier.PUT('/api/notifier/push/device', { body: await takePushes(publicKey) }));
export const turnOff = (id: string) => answer(notifier.DELETE('/api/notifier/push/devices/{id}', { params: { path: { id } } }));
export const tryPush = () => answer(notifier.POST('/api/notifier/push/trials'));
