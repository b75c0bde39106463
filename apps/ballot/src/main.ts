import { run } from './boot.js';

await run(process.argv.slice(2));
