import { DirectoryCalendars1700000000210 } from './directory-calendars.js';
import { DirectoryStandings1700000000220 } from './directory-standings.js';
import { DirectoryTables1700000000200 } from './directory-tables.js';

/** The migrations of the directory; a service that keeps one lists them with its own. */
export const DIRECTORY_MIGRATIONS = [DirectoryTables1700000000200, DirectoryCalendars1700000000210, DirectoryStandings1700000000220];
