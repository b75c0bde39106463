import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';

/**
 * The stages of a Dockerfile with their instructions, as far as ours are written: FROM, WORKDIR, ENV, COPY, RUN and what only matters at
 * run time.
 */
export function readStages(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const stages = [];
  for (const line of lines) {
    const [word, ...rest] = line.trim().split(/\s+/);
    if (word === 'FROM') stages.push({ name: rest[2], base: rest[0], steps: [] });
    else stages.at(-1).steps.push({ word, text: rest.join(' ') });
  }
  return stages;
}

/** What a base image brings and a step of ours edits: stood in for, so that no step touches the files of this machine. */
const BROUGHT = { 'nginxinc/nginx-unprivileged': { 'etc/nginx/nginx.conf': 'events {\n    worker_connections  1024;\n}\n' } };

/**
 * Carries out the stages in folders instead of containers: `<workshop>/<stage>` stands for the root of the stage's image. The programs are
 * this machine's; below `/etc` a step reaches what the image has. @returns each stage's folder @throws with the step that failed
 */
export async function carryOut(stages, { context, workshop, say }) {
  const roots = new Map();
  for (const stage of stages) {
    const root = path.join(workshop, stage.name);
    mkdirSync(root, { recursive: true });
    if (roots.has(stage.base)) copyFolder(roots.get(stage.base), root);
    for (const [file, text] of Object.entries(BROUGHT[stage.base.split(':')[0]] ?? {})) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    roots.set(stage.name, root);
    await build(stage, root, { context, roots, say });
  }
  return roots;
}

async function build(stage, root, { context, roots, say }) {
  let folder = root;
  const env = { ...process.env };
  for (const { word, text } of stage.steps) {
    say(`${stage.name}: ${word} ${text}`);
    if (word === 'WORKDIR') mkdirSync((folder = path.join(root, text)), { recursive: true });
    else if (word === 'ENV') Object.assign(env, Object.fromEntries([text.split('=')]));
    else if (word === 'COPY') copy(text.split(' '), { context, roots, root, folder });
    else if (word === 'RUN') {
      const { code, text: said } = await run('sh', ['-c', text.replaceAll(' /etc/', ` ${root}/etc/`)], {
        cwd: folder,
        env,
        stdout: 'keep',
      });
      if (code !== 0) throw new Error(`RUN ${text} ended with ${code}:\n${said}`);
    } else if (!['USER', 'ENTRYPOINT', 'CMD', 'HEALTHCHECK', 'EXPOSE'].includes(word)) throw new Error(`The check does not know ${word}.`);
  }
}

function copy(words, { context, roots, root, folder }) {
  const from = words[0].startsWith('--from=') ? roots.get(words.shift().slice('--from='.length)) : context;
  const [source, target] = words;
  const to = path.isAbsolute(target) ? path.join(root, target) : path.join(folder, target);
  const what = path.join(from, source);
  if (!existsSync(what)) throw new Error(`COPY ${words.join(' ')}: there is no ${source}.`);
  const isFolder = statSync(what).isDirectory();
  mkdirSync(isFolder ? to : path.dirname(to), { recursive: true });
  if (isFolder) copyFolder(what, to);
  else cpSync(what, to);
}

/** What lies in a folder, into another. Node's own copy asks for each of fifty thousand files by itself. */
function copyFolder(from, to) {
  execFileSync('cp', ['-a', '--reflink=auto', `${from}/.`, to]);
}
