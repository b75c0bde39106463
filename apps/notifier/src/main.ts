import { runCommand } from '@plenum/service-kit';
import { subcommandsOf } from './boot.js';

await runCommand('notifier', subcommandsOf(process.env), process.argv.slice(2));
