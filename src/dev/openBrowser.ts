/** An address → a page in the reader's own browser, where the system knows one. */
import { spawn } from 'node:child_process';

/** Opens `url` with the system's own command. Says nothing where that fails: the address was printed anyway. */
export function openBrowser(url: string): void {
  const [command, ...words] = commandOf(process.platform, url);
  try {
    const child = spawn(command, words, { stdio: 'ignore', detached: true });
    child.on('error', () => {});
    child.unref();
  } catch {
    // No such command.
  }
}

function commandOf(platform: NodeJS.Platform, url: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url];
  return ['xdg-open', url];
}
