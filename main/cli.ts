import './host/node18-compat.ts';
import { Command } from 'commander';

/** The `frise` command's parts that need the built code; starting is the launcher's (main/launch). Only wires. */
const print = (line: string) => process.stdout.write(`${line}\n`);
const program = new Command('frise').showHelpAfterError();

program
  .command('check <dir>')
  .description('validates a show folder: one line a problem, code 1 if there is one')
  .action(async (dir: string) => {
    const { checkCommand } = await import('./cli/check.ts');
    process.exitCode = await checkCommand(dir, print);
  });
program
  .command('schema [folder]')
  .description('writes the JSON Schemas of the documents')
  .action(async (folder = '.') => {
    const { runSchema } = await import('./cli/schema.ts');
    (await runSchema(folder)).forEach(print);
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`frise: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
