export { ensureRoom, keepSecret, privateFolder } from './folders.js';
export { LocalServerError, type LocalServerTrouble } from './local-server-error.js';
export { startLocalServers, type LocalServers, type LocalServersWish } from './local-servers.js';
export { startMailCatcher, type CaughtMail, type MailCatcher } from './mail/mail-catcher.js';
export { ensurePortFree, freePort, LOOPBACK } from './ports.js';
export { startPostgres, type RunningServer, type ServerWish } from './postgres/postgres.js';
export { commandLineOf, endProcess, isAlive, until } from './processes.js';
export { provisionDatabases } from './provision-databases.js';
export { startRedis } from './redis/redis.js';
