export { DirectoryModule } from './directory.module.js';
export { DIRECTORY_REACTIONS, projectIntoDirectory } from './directory.reactions.js';
export { Directory } from './directory.js';
export type {
  DirectoryAttendance,
  DirectoryCalendar,
  DirectoryDelegate,
  DirectoryDelegation,
  DirectoryMember,
  DirectoryOrganisation,
  DirectorySession,
  DirectoryUnit,
  HeldOffice,
  OfficeScope,
} from './directory.types.js';
export { DIRECTORY_MIGRATIONS } from './migrations/directory-migrations.js';
