import { statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'rolldown';

/** The programs of the services, and of their threads: those stand beside the program that starts them. */
const PROGRAMS = {
  congress: 'apps/congress/dist/main.js',
  proposals: 'apps/proposals/dist/main.js',
  ballot: 'apps/ballot/dist/main.js',
  notifier: 'apps/notifier/dist/main.js',
  'paper-worker': 'libs/ballot/verification/dist/paper-worker.js',
};

/** Whether a project may be part of a service. */
export const isPartOfServices = (folder) =>
  folder.startsWith('libs/') || Object.values(PROGRAMS).some((program) => program.startsWith(`${folder}/`));

/** Left where they are: what reads files that lie beside it, machine code, and what has to be there before everything else. */
const OUTSIDE = [
  '@bull-board/api',
  '@bull-board/api/bullMQAdapter',
  '@bull-board/fastify',
  '@fastify/static',
  '@fastify/view',
  '@node-rs/argon2',
  'docx',
  'fontkit',
  'pdfmake',
  'piscina',
  'reflect-metadata',
];

/** Libraries ask for these and do without. */
const NOT_USED = ['pg-native', '@valkey/valkey-glide', /^@nestjs\/(?:microservices|websockets|platform-express)/];

/**
 * Makes of the compiled services and of the libraries that they use a few files, `dist/services/<service>.js`: to find and read three
 * thousand files is most of what a service does when it starts. They are left alone when they are newer than everything that was compiled,
 * told by its time.
 */
export async function bundleServices(root, compiledAt) {
  const dir = path.join(root, 'dist/services');
  const builtAt = statSync(path.join(dir, 'congress.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtAt > compiledAt) return;
  await build({
    cwd: root,
    input: PROGRAMS,
    platform: 'node',
    transform: { target: 'node20' },
    external: [...OUTSIDE, ...NOT_USED],
    logLevel: 'silent', // Said of others' files, which we cannot mend; what fails is thrown.
    output: {
      dir,
      cleanDir: true,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      keepNames: true, // Nest and the queues know classes by their names.
      banner: "import 'reflect-metadata';", // Decorators need it wherever they are evaluated first.
    },
  });
}
