/** A room of the house: where it lives, and which other rooms' libs it may import. */
export interface Room {
  readonly folder: string;
  readonly may: readonly string[];
  /** Pure: no clock, chance, environment, network or file. */
  readonly pure?: true;
}

const SERVICE = ['contracts', 'kernel', 'calendar', 'database', 'messaging', 'service-kit'];

/**
 * DESIGN's "Who may import what", written down a second time on purpose: the lint's own table cannot vouch for itself.
 * Whoever moves a wall changes both, and writes the ADR.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  kernel: { folder: 'libs/shared/kernel', may: [], pure: true },
  contracts: { folder: 'libs/shared/contracts', may: [], pure: true },
  calendar: { folder: 'libs/shared/calendar', may: ['kernel'], pure: true },
  'congress-domain': { folder: 'libs/congress/domain', may: ['kernel', 'calendar'], pure: true },
  'proposals-domain': { folder: 'libs/proposals/domain', may: ['kernel', 'calendar'], pure: true },
  'ballot-domain': { folder: 'libs/ballot/domain', may: ['kernel', 'calendar'], pure: true },
  'ballot-crypto': { folder: 'libs/ballot/crypto', may: [], pure: true },
  'ballot-verification': { folder: 'libs/ballot/verification', may: ['ballot-crypto'] },
  database: { folder: 'libs/shared/database', may: [] },
  messaging: { folder: 'libs/shared/messaging', may: ['kernel', 'contracts', 'database'] },
  'service-kit': { folder: 'libs/shared/service-kit', may: ['kernel', 'contracts', 'database', 'messaging'] },
  directory: { folder: 'libs/shared/directory', may: ['kernel', 'contracts', 'database', 'messaging', 'service-kit'] },
  'local-servers': { folder: 'libs/shared/local-servers', may: [] },
  'test-kit': { folder: 'libs/shared/test-kit', may: ['kernel', 'contracts', 'local-servers'] },
  congress: { folder: 'apps/congress', may: [...SERVICE, 'congress-domain'] },
  proposals: { folder: 'apps/proposals', may: [...SERVICE, 'directory', 'proposals-domain'] },
  ballot: { folder: 'apps/ballot', may: [...SERVICE, 'directory', 'ballot-domain', 'ballot-crypto', 'ballot-verification'] },
  notifier: { folder: 'apps/notifier', may: [...SERVICE, 'directory'] },
  web: { folder: 'apps/web', may: ['contracts', 'ballot-crypto'] },
  verifier: { folder: 'apps/verifier', may: ['ballot-crypto', 'ballot-verification', 'ballot-domain', 'kernel'] },
  standalone: { folder: 'apps/standalone', may: ['local-servers'] },
};

/** The rooms that are apps: nobody imports them. */
export const APPS = Object.keys(ROOMS).filter((name) => ROOMS[name]?.folder.startsWith('apps/'));

/** The rooms that are libs: imported by their package name, where the table allows it. */
export const LIBS = Object.keys(ROOMS).filter((name) => !APPS.includes(name));

/** A file of a room's own sources that no real file will ever be. */
export const fileIn = (room: string, name = 'no-such-file.ts'): string => `${ROOMS[room]?.folder}/src/${name}`;
