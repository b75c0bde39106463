import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { chunkOf } from './chunks.js';
import { firstViewFirst } from './first-view-first.js';
import { precompress } from './precompress.js';
import { quietIcons } from './quiet-icons.js';
import { scaleText } from './scale-text.js';

/** The front door that `npm start` opens; during `npm run dev` the services behind it answer `/api`. */
const FRONT_DOOR = process.env['PLENUM_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), scaleText(), quietIcons(), firstViewFirst(), precompress(fileURLToPath(new URL('dist', import.meta.url)))],
  // Workspace libs are taken from their source: no build of theirs is needed first.
  resolve: { conditions: ['@plenum/source', ...defaultClientConditions] },
  server: { proxy: { '/api': FRONT_DOOR, '/health': FRONT_DOOR } },
  build: {
    // Phones and staff-room machines of 2021; what such a browser does not have built in is refused by the linter and the compiler.
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    chunkSizeWarningLimit: 1100, // kB: the component library, fetched once and kept for as long as its version stays.
    // Inlined files would be `data:` addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    manifest: true, // The weights of the pages are held by a test.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: 'chunkOf' }] } },
    },
  },
});
