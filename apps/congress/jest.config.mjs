import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'apps/congress', rootDir: '.', testTimeout: 30_000 };
