// The rim of the command line: which command was asked for, and with which clock and environment does it run?

import { runAssess } from './cli/assess-command.ts';
import { runExplain } from './cli/explain-command.ts';
import { runCoverage } from './cli/coverage-command.ts';
import { onStore, runStore, type Rim } from './cli/store-command.ts';
import { runFeedbackReport } from './cli/store/feedback-report-command.ts';
import { runProtocol } from './cli/protocol-command.ts';
import { readOptions, usage } from './cli/options.ts';
import { UsageError } from './cli/usage-error.ts';

const commands = { assess: runAssess, explain: runExplain, protocol: runProtocol, coverage: runCoverage } as const;

/** Commands with options of their own: on the store as the service is configured, and on a FHIR server. */
const storeCommands: ReadonlyMap<string, (args: readonly string[], rim: Rim) => Promise<number>> = new Map([
  ['store', runStore],
  ['feedback-report', async (args, rim) => await onStore(runFeedbackReport, args, rim)],
  ['worklist', async (args, rim) => await onStore((await import('./cli/worklist-command.ts')).runWorklist, args, rim)],
  ['funnel', async (args, rim) => await onStore((await import('./cli/funnel-command.ts')).runFunnel, args, rim)],
  ['group', async (args) => await (await import('./cli/group-command.ts')).runGroup(args)],
  [
    'screen',
    async (args, rim) => {
      const { runScreen } = await import('./cli/screen-command.ts');
      return await onStore(runScreen, args, rim);
    },
  ],
  [
    'connect-check',
    async (args, { now }) => {
      const { runConnectCheck } = await import('./cli/connect-check-command.ts');
      return await runConnectCheck(args, now);
    },
  ],
]);

/** What can be asked of a command; two have more to say than a line of the common text. */
async function usageOf(name: string | undefined): Promise<string> {
  if (name === 'screen') return (await import('./cli/screen/options.ts')).screenUsage;
  if (name === 'connect-check') return (await import('./cli/connect-check-options.ts')).connectCheckUsage;
  return usage;
}

const isCommand = (name: string | undefined): name is keyof typeof commands => name !== undefined && name in commands;

/** Runs one command; answers the exit code: 0 done, 1 some input could not be read or output not written, 2 wrong usage. */
export async function main(args: readonly string[], now: () => Date): Promise<number> {
  const [name, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${await usageOf(name)}\n`);
    return 0;
  }
  const onTheStore = storeCommands.get(name ?? '');
  try {
    if (onTheStore !== undefined) return await onTheStore(rest, { environment: process.env, now });
    if (!isCommand(name)) throw new UsageError(`unknown command ${name ?? ''}`.trim());
    return await commands[name](await readOptions(rest, now));
  } catch (error) {
    if (isSystemError(error)) {
      process.stderr.write(`${name ?? ''}: ${error.message}\n`);
      return 1;
    }
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error;
    process.stderr.write(`${error.message}\nRun it with --help for the usage.\n`);
    return 2;
  }
}

/** A folder that may not be written, a full disk: the system's own words name the place. */
const isSystemError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
