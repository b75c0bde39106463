import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precompress } from './precompress.js';
import { quietIcons } from './quiet-icons.js';
import { scaleText } from './scale-text.js';

/** The front door that `npm start` opens; during `npm run dev` the services behind it answer `/api`. */
const FRONT_DOOR = process.env['PLENUM_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), scaleText(), quietIcons(), precompress(fileURLToPath(new URL('dist', import.meta.url)))],
  // Workspace libs are taken from their source: no build of theirs is needed first.
  resolve: { conditions: ['@plenum/source', ...defaultClientConditions] },
  server: { proxy: { '/api': FRONT_DOOR, '/health': FRONT_DOOR } },
  build: {
    chunkSizeWarningLimit: 1100, // kB: the component library, fetched once and kept for as long as its version stays.
    // Inlined files would be `data:` addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes seldom stays in the browser's cache when our own code changes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/, priority: 3 },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+|dayjs)[\\/]/, priority: 2 },
            { name: 'vendor', test: /node_modules[\\/]/, priority: 1 },
            // One file instead of thirty tiny ones: a bad network counts requests, not bytes.
            { name: 'shared', test: /src[\\/](shared|api|i18n)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
});
