import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'libs/shared/database', rootDir: '.' };
