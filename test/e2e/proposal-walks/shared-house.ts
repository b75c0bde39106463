import { sharedInSuite } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import { House } from '../../lib/house.js';
import { Organisation } from '../../lib/organisation.js';
import { openBrowser, type Visitor } from '../browser.js';
import { type Role, setStage, type Stage } from '../stage.js';
import { enterCast } from '../steps.js';

/** A walk's own congress in the house of all short walks, and its people in browsers of their own. */
export interface Walk {
  readonly stage: Stage;
  readonly people: Readonly<Record<Role, Visitor>>;
}

interface Premises {
  readonly house: House;
  readonly browser: Browser;
  /** How many organisations walks have founded. */
  founded: number;
}

const DEVICES = { committee: 'desk', proposer: 'phone', seconder: 'phone', handler: 'phone' } as const;

/** There is an organisation besides from the start, so that the pages of every walk ask which one somebody belongs to. */
async function open(): Promise<Premises> {
  const house = await House.open();
  try {
    await Organisation.found(house, 'other');
    return { house, browser: await openBrowser(), founded: 0 };
  } catch (error) {
    await house.close();
    throw error;
  }
}

const premises = sharedInSuite(open, async ({ house, browser }) => {
  await browser.close();
  await house.close();
});

/**
 * For a short walk: an organisation that no other walk knows, with a congress that is about to begin and four people who have signed in.
 * @returns what it has; it is there from the next `beforeAll` on
 */
export function shortWalk(): () => Walk {
  const shared = premises();
  let walk: Walk | undefined;
  beforeAll(async () => {
    const at = shared();
    at.founded += 1;
    const stage = await setStage({ house: at.house, code: `walk-${at.founded}` });
    walk = { stage, people: await enterCast(at.browser, stage, DEVICES) };
  }, 240_000);
  afterAll(async () => {
    for (const { page } of Object.values(walk?.people ?? {})) await page.context().close();
  }, 60_000);
  return () => {
    if (!walk) throw new Error('The walk has its people from its first beforeAll on.');
    return walk;
  };
}
