/** Stage `lint`: the linter, the walls that it has no word for, the lock file and its licences, and commit messages. Counts files and commits. */
import { commits } from './commits.mjs';
import { forbiddenIn } from './forbidden.mjs';
import { licences } from './licences.mjs';
import { lockFile } from './lockfile.mjs';
import { tell } from './tell.mjs';
import { root, tool } from './tree.mjs';

export async function lint(say) {
  const asked = await tell(tool('oxlint'), ['--type-aware', '--format', 'json'], { cwd: root });
  let report;
  try {
    report = JSON.parse(asked.stdout);
  } catch {
    return { passed: 0, failed: 1, output: asked.text };
  }
  const lines = report.diagnostics.map(({ filename, labels, code, message, help }) => {
    const at = labels?.[0]?.span;
    return {
      file: filename,
      text: `${filename}:${at?.line ?? 1}:${at?.column ?? 1}: ${message} ${code}${help ? ` (${help})` : ''}`,
    };
  });
  for (const each of forbiddenIn(root))
    lines.push({ file: each.file, text: `${each.file}:${each.line}: ${each.message} ${each.rule}` });
  const wrongFiles = new Set(lines.map(({ file }) => file)).size;
  const messages = commits();
  const lock = lockFile();
  const used = await licences(say);
  const broken = asked.code !== 0 && lines.length === 0 ? 1 : 0;
  return {
    passed: report.number_of_files - wrongFiles + messages.passed + lock.passed + used.passed,
    failed: wrongFiles + messages.failed + lock.failed + used.failed + broken,
    output: [
      ...lines.map(({ text }) => text),
      messages.output,
      lock.output,
      used.output,
      broken ? asked.text : '',
    ]
      .filter((each) => each !== '')
      .join('\n'),
  };
}
