import { join } from 'node:path';
import { integrationSuite } from '@plenum/test-kit';

integrationSuite(join(__dirname, '..'));
