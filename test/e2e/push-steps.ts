import { expect } from '@jest/globals';
import { probe, type PushServer, TestDevice } from '@plenum/test-kit';
import type { Worker } from 'playwright-core';
import type { Visitor } from './browser.js';
import { becomes, reads, sees } from './steps.js';

interface Parts {
  readonly proposer: Visitor;
  /** The push service of the browser's maker, which the house is pointed at. */
  readonly pushes: PushServer;
}

type Shown = readonly [title: string, options: { readonly body: string; readonly tag: string; readonly data: { readonly link: string } }];

/**
 * Somebody has themselves told on the device at hand. What the push service took is deciphered with the device's keys and given to the
 * service worker by the browser itself; that it would be shown is seen by what the worker asks the browser for: a Chromium without a window
 * has no service of its maker to be subscribed at, grants no page the right, and shows nothing.
 */
export function isToldOnDevices(parts: () => Parts): void {
  const device = new TestDevice();
  const section = ({ page }: Visitor) => page.getByRole('region', { name: '在本设备上提醒' });
  const open = async ({ page }: Visitor) => {
    await page.goto('/account');
    await page.getByRole('heading', { name: '我的账户' }).waitFor();
  };

  it('says what to do where the browser refuses', async () => {
    const { proposer } = parts();
    await open(proposer);
    await section(proposer).getByText('浏览器不允许显示本网站的通知').waitFor();
    await reads(proposer, /请点击地址栏左侧的图标/);
    await sees(proposer, '43-push-refused-phone');
  });

  it('is turned on with one button, and tried', async () => {
    const { proposer, pushes } = parts();
    await proposer.page.addInitScript(grants, device.asked);
    await open(proposer);
    await section(proposer).getByRole('button', { name: '在本设备上提醒我' }).click();
    await section(proposer).getByText('本设备', { exact: true }).waitFor();
    await section(proposer).getByRole('button', { name: '给我发一条测试提醒' }).click();
    await reads(proposer, /已发出，几秒内会显示/);
    await sees(proposer, '44-push-on-phone');
    expect(pushes.shown(device)).toMatchObject([{ body: '这是一条测试通知：本设备可以收到消息。', link: '/inbox' }]);
  });

  it('shows what the house sent, as its service worker reads it', async () => {
    const { proposer, pushes } = parts();
    const { context, page } = proposer;
    const worker = await workerOf(proposer);
    await worker.evaluate(keepsShown);
    const cdp = await context.newCDPSession(page);
    let registrationId: string | undefined;
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => (registrationId = registrations[0]?.registrationId));
    await cdp.send('ServiceWorker.enable');
    await probe('the registration is known', () => registrationId !== undefined);
    const data = JSON.stringify(pushes.shown(device)[0]);
    const { origin } = new URL(page.url());
    await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId: registrationId as string, data });
    await becomes(() => worker.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown.length), 1);
    const [[title, options]] = (await worker.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown)) as [Shown];
    expect([title, options]).toMatchObject(['教代会平台', { body: '这是一条测试通知：本设备可以收到消息。', data: { link: '/inbox' } }]);
    await cdp.detach();
  });

  it('is turned off where it was turned on', async () => {
    const { proposer } = parts();
    await section(proposer).getByRole('button', { name: '在本设备上关闭' }).click();
    await section(proposer).getByRole('button', { name: '在本设备上提醒我' }).waitFor();
  });
}

async function workerOf({ context }: Visitor): Promise<Worker> {
  await probe('the service worker runs', () => context.serviceWorkers().length > 0);
  return context.serviceWorkers()[0] as Worker;
}

/** A browser that grants the right, and whose maker has a service: the keys are those of a device that the test can read for. */
function grants({ endpoint, p256dh, auth }: TestDevice['asked']): void {
  const bytes = (base64: string) =>
    Uint8Array.from(atob(base64.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0)).buffer;
  let given: ArrayBuffer | null = null;
  const subscription = {
    endpoint,
    options: { applicationServerKey: null as ArrayBuffer | null },
    getKey: (name: string) => bytes(name === 'auth' ? auth : p256dh),
    unsubscribe: async () => ((given = null), true),
  };
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
  Notification.requestPermission = async () => 'granted';
  PushManager.prototype.getSubscription = async () => (given === null ? null : subscription) as unknown as PushSubscription;
  PushManager.prototype.subscribe = async (options) => {
    given = (options?.applicationServerKey as Uint8Array).buffer as ArrayBuffer;
    subscription.options.applicationServerKey = given;
    return subscription as unknown as PushSubscription;
  };
}

/** Keeps what the worker asks the browser to show. */
function keepsShown(): void {
  const worker = globalThis as unknown as { shown: unknown[]; registration: { showNotification: (...shown: unknown[]) => Promise<void> } };
  worker.shown = [];
  worker.registration.showNotification = async (...shown) => void worker.shown.push(shown);
}
