import { queuesCommand } from '@plenum/messaging';
import { auditCommand, databaseOptions, runCommand } from '@plenum/service-kit';
import { SERVICE } from './ballot.config.js';
import { kitOptions } from './ballot.module.js';
import { boot, configOf, migrate } from './boot.js';

const print = (lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));

await runCommand(
  SERVICE,
  {
    run: async () => {
      await boot();
    },
    migrate: async () => print(await migrate()),
    audit: async (args) => print(await auditCommand(databaseOptions(kitOptions(configOf(process.env))), args)),
    queues: async (args) => print(await queuesCommand({ ...configOf(process.env), name: SERVICE }, args)),
  },
  process.argv.slice(2),
);
