import type { Visitor } from './browser.js';

const DRAFTS = /\/api\/proposals\/proposals(?:\/[0-9a-f-]+)?$/;
const LOST = 'internetdisconnected';

/**
 * What a visitor writes does not reach the server any more. @returns brings the network back; what the browser said of the lost requests is
 * no complaint
 */
export async function losesDrafts({ page, complaints }: Visitor): Promise<() => Promise<void>> {
  await page.route(DRAFTS, (route) => (route.request().method() === 'GET' ? route.fallback() : route.abort(LOST)));
  return async () => {
    await page.unroute(DRAFTS);
    const others = complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'));
    complaints.splice(0, complaints.length, ...others);
  };
}
