import './host/node18-compat.ts';
import { join } from 'node:path';
import { Command } from 'commander';
import type { CueSheetOptions } from './cli/cue-sheet.ts';
import type { FlashOptions } from './cli/flashes.ts';
import type { JournalOptions } from './cli/journal.ts';
import type { NewOptions } from './cli/new.ts';
import type { RenderOptions } from './cli/render.ts';

/** The `frise` command's parts that need the built code; starting is the launcher's (main/launch). Only wires. */
const print = (line: string) => process.stdout.write(`${line}\n`);
const program = new Command('frise').showHelpAfterError('Its options: frise COMMAND --help').configureOutput({
  outputError: (text, write) => write(`frise: ${text.replace(/^error: /, '')}`),
});

const VARIANT = 'full, no-flash, a timeline’s name, or two of them joined by +';

program
  .command('check <dir>')
  .description('validates a show folder: one line a problem, code 1 if there is one')
  .option('--variant <id>', VARIANT)
  .action(async (dir: string, options: { variant?: string }) => {
    const { checkCommand } = await import('./cli/check.ts');
    process.exitCode = await checkCommand(dir, print, options.variant ?? null);
  });
program
  .command('schema')
  .argument('[folder]', 'where they go', 'shows/schema')
  .description('writes the JSON Schemas of the documents')
  .action(async (folder: string) => {
    const { runSchema } = await import('./cli/schema.ts');
    (await runSchema(folder)).forEach(print);
  });
program
  .command('render <dir>')
  .description(
    'draws a still (--at) or a film (--from --to --fps) of the canvas, of one output or from the public’s place',
  )
  .option('--canvas', 'the whole façade, without a rig')
  .option('--output <id>', "one projector's picture, corrected")
  .option('--rig <file>', "a rig in place of the show's example")
  .option('--at <seconds>', 'position on the main timeline')
  .option('--from <seconds>')
  .option('--to <seconds>')
  .option('--fps <n>', 'frames a second (25)')
  .option('--size <WxH>')
  .requiredOption('--out <file>')
  .option('--mute', 'a film without sound')
  .option('--lang <fr|en>')
  .option('--variant <id>', VARIANT)
  .option('--view <canvas|public>', 'the elevation, or the building at night from the avenue')
  .option('--viewpoint <name>', 'one of the façade’s viewpoints (the first)')
  .option('--eye <x,y,z>', 'from where, in metres: right, up, towards the public')
  .option('--look <x,y,z>', 'what is in the middle of the picture')
  .option('--lens <mm>', 'focal length on a full frame')
  .option('--pattern <name>', 'a test picture in place of the show')
  .action(async (dir: string, options: RenderOptions) => {
    const { renderCommand } = await import('./cli/render.ts');
    const pages = join(__dirname, '../renderer');
    process.exitCode = await renderCommand(dir, options, { pages, env: process.env }, print);
  });

program
  .command('cue-sheet <dir>')
  .description('writes the cue list for the desk: on paper with a picture of each cue, and as a table')
  .option('--pdf <file>')
  .option('--csv <file>')
  .option('--lang <fr|en>', "in place of the show's language")
  .action(async (dir: string, options: CueSheetOptions) => {
    const { cueSheetCommand } = await import('./cli/cue-sheet.ts');
    const pages = join(__dirname, '../renderer');
    process.exitCode = await cueSheetCommand(dir, options, { pages, env: process.env }, print);
  });

program
  .command('journal')
  .description('what happened: the shows that a station has kept, or the lines of one')
  .option('--station <dir>', 'the station’s folder')
  .option('--show <id>', 'lines of this show (see --list); left out: of the last one')
  .option('--list', 'the shows')
  .option('--csv', 'as a table')
  .option('--text <words>', 'lines that hold these words')
  .option('--kind <kind>', 'all, cues, refused, inputs, outputs, edits or problems')
  .action(async (options: JournalOptions) => {
    const { journalCommand } = await import('./cli/journal.ts');
    process.exitCode = await journalCommand(options, process.env, print);
  });

program
  .command('pack <dir> <file>')
  .description('a show folder as one file, NAME.frise')
  .action(async (dir: string, file: string) => {
    const { packCommand } = await import('./cli/archive.ts');
    process.exitCode = await packCommand(dir, file, print);
  });
program
  .command('unpack <file> <dir>')
  .description('an archive of a show into a folder that is not there yet, and checks it')
  .action(async (file: string, dir: string) => {
    const { unpackCommand } = await import('./cli/archive.ts');
    process.exitCode = await unpackCommand(file, dir, print);
  });

program
  .command('analyse <dir>')
  .description('measures the sounds of a show folder: loudness, peaks, bands, onsets, waveform')
  .action(async (dir: string) => {
    const { analyseCommand } = await import('./cli/analyse.ts');
    const pages = join(__dirname, '../renderer');
    const warn = (line: string) => process.stderr.write(`${line}\n`);
    process.exitCode = await analyseCommand(dir, { pages, env: process.env }, print, warn);
  });

program
  .command('flashes <dir>')
  .description(
    'counts what flashes, as the nearest spectator sees it (WCAG 2.3.1); code 1 where it is too often',
  )
  .option('--from <seconds>', 'position on the main timeline (0)')
  .option('--to <seconds>', 'the end')
  .option('--fps <n>', 'frames a second that are looked at (25)')
  .option('--distance <metres>', 'of the nearest spectator (60)')
  .option('--density <n>', 'pixels a metre (2); 1 is faster')
  .option('--variant <id>', VARIANT)
  .option('--no-stings', 'main alone, without stings on top')
  .action(async (dir: string, options: FlashOptions) => {
    const { flashesCommand } = await import('./cli/flashes.ts');
    const pages = join(__dirname, '../renderer');
    process.exitCode = await flashesCommand(dir, options, { pages, env: process.env }, print);
  });

program
  .command('new <dir>')
  .description('makes a show folder: a bare wall, the façade of another show, or a copy of it')
  .option('--template <name>', 'empty, facade or show', 'empty')
  .option('--from <dir>', 'the show that facade and show take from')
  .option('--title <words>', 'left out: the folder’s name')
  .option('--size <WxH>', 'metres of the empty wall', '40x12')
  .action(async (dir: string, options: NewOptions) => {
    const { newCommand } = await import('./cli/new.ts');
    const warn = (line: string) => process.stderr.write(`${line}\n`);
    process.exitCode = await newCommand(dir, options, print, warn);
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`frise: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
