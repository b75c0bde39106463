/** What this browser can do about pushes: show them; be asked to; not any more, since it was refused; nothing. */
export type PushAbility = 'can' | 'refused' | 'cannot';

const WORKER = '/push.js';

/** Whether this browser shows what a house sends it, as far as it says so before it is asked. */
export function pushAbility(): PushAbility {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'cannot';
  return Notification.permission === 'denied' ? 'refused' : 'can';
}

/** A device as the notifier takes it. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Why no address came of it: the person, or the browser for them, has refused; or the browser’s own service did not answer. */
export class PushRefused extends Error {
  constructor(readonly why: 'refused' | 'cannot' | 'service') {
    super(why);
  }
}

/**
 * Has the browser take pushes of the house, and asks the person for the right to show them.
 * @throws PushRefused
 */
export async function takePushes(publicKey: string): Promise<PushAddress> {
  if (pushAbility() === 'cannot') throw new PushRefused('cannot');
  if ((await Notification.requestPermission()) !== 'granted') throw new PushRefused('refused');
  const registration = await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
  const before = await registration.pushManager.getSubscription();
  // Of another key than the house has now, it would be sent nothing.
  if (before && !isOf(before, publicKey)) await before.unsubscribe();
  const asked = { userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) };
  const subscription = await registration.pushManager.subscribe(asked).catch(() => {
    throw new PushRefused('service');
  });
  return { endpoint: subscription.endpoint, p256dh: keyOf(subscription, 'p256dh'), auth: keyOf(subscription, 'auth') };
}

/** Whether this browser still takes pushes: whoever clears its data, or takes the right away, ends that here alone. */
export async function takesPushes(): Promise<boolean> {
  if (pushAbility() !== 'can') return false;
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) != null;
}

/** Has the browser take none any more. */
export async function leavePushes(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

const isOf = ({ options: { applicationServerKey: key } }: PushSubscription, publicKey: string): boolean =>
  key !== null && base64Of(new Uint8Array(key)) === publicKey;

const keyOf = (subscription: PushSubscription, name: PushEncryptionKeyName): string =>
  base64Of(new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer(0)));

const base64Of = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
