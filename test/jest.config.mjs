import preset from '../jest.preset.mjs';

/** One configuration; the folder is the target: architecture, authorisation, faults, secrecy, e2e. */
export default { ...preset, displayName: 'test', rootDir: '.', testTimeout: 60_000 }; // Real programs on a machine that may be busy.
