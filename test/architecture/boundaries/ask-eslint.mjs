// Lints snippets as if they stood in the given files, with the repository's real configuration: [{file, code}] in, [[message]] out.
// A process of its own, since ESLint loads its configuration by import() and Jest's sandbox has none.
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: process.argv[2] });
let input = '';
for await (const chunk of process.stdin) input += chunk;

const answers = [];
for (const { file, code } of JSON.parse(input)) {
  const [result] = await eslint.lintText(code, { filePath: file });
  answers.push((result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
process.stdout.write(`\n${JSON.stringify(answers)}`);
