/** One thing that a service can be told on its command line. */
export type Subcommand = (args: readonly string[]) => Promise<void>;

/**
 * Runs a service's subcommand: `<service>.js [run | migrate | ...]`, `run` when none is given.
 * A failure is one line on standard error and exit status 1.
 */
export async function runCommand(
  service: string,
  subcommands: Readonly<Record<string, Subcommand>>,
  argv: readonly string[],
): Promise<void> {
  const [word = 'run', ...args] = argv;
  const subcommand = Object.hasOwn(subcommands, word) ? subcommands[word] : undefined;
  try {
    if (!subcommand) throw new Error(`there is no '${word}': ${Object.keys(subcommands).join(' | ')}`);
    await subcommand(args);
  } catch (error) {
    process.stderr.write(`${service} ${word}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    if (word === 'run') process.exit(1);
  }
}
