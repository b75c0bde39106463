import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'libs/shared/directory', rootDir: '.', testTimeout: 30_000 };
