/** Runs a program to its end and keeps what it said; never throws for an exit code. */
import { spawn } from 'node:child_process';

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number}} options past the limit it is killed, with its children
 * @returns {Promise<{code: number, stdout: string, stderr: string, text: string}>}
 */
export function tell(command, args, { cwd, env, seconds = 600 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const said = { stdout: '', stderr: '', text: '' };
    for (const name of ['stdout', 'stderr'])
      child[name].setEncoding('utf8').on('data', (chunk) => {
        said[name] += chunk;
        said.text += chunk;
      });
    const limit = setTimeout(() => {
      said.text += `\n${command} took longer than ${seconds} s\n`;
      if (process.platform === 'win32') child.kill('SIGKILL');
      else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    const finish = (code) => {
      clearTimeout(limit);
      resolve({ code, ...said });
    };
    child.once('error', (error) => {
      said.text += error.message;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}
