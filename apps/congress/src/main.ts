import { runCommand } from '@plenum/service-kit';
import { subcommandsOf } from './boot.js';

await runCommand('congress', subcommandsOf(process.env), process.argv.slice(2));
