import preset from '../../../jest.preset.mjs';

export default { ...preset, displayName: 'libs/shared/service-kit', rootDir: '.' };
