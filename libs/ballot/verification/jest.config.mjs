import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'libs/ballot/verification', rootDir: '.' };
