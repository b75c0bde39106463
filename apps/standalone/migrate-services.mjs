// Brings the databases of services up to date: `node migrate-services.mjs <program of a service>...`. Each program is asked to migrate, one
// after the other; the first that fails has said why on standard error, and ends it.
import { pathToFileURL } from 'node:url';

const [node, , ...programs] = process.argv;
for (const program of programs) {
  process.argv = [node, program, 'migrate'];
  await import(pathToFileURL(program).href);
  if (process.exitCode) break;
}
