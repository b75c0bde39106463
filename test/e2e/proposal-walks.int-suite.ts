import { join } from 'node:path';
import { integrationSuite } from '@plenum/test-kit';

integrationSuite(join(__dirname, 'proposal-walks'), { nth: 1, of: 1, suffix: '.spec.ts' });
