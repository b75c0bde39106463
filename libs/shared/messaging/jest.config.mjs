import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'libs/shared/messaging', rootDir: '.', testTimeout: 30_000 };
