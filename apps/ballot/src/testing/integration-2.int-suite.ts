import { join } from 'node:path';
import { integrationSuite } from '@plenum/test-kit';

integrationSuite(join(__dirname, '..'), { nth: 2, of: 2 });
