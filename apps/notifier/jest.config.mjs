import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'apps/notifier', rootDir: '.', testTimeout: 30_000 };
