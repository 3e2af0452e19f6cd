import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Ends whoever works in one of its arguments, then removes them, once its input ends. */
const script = `
cat >/dev/null
tries=0
while [ $tries -lt 100 ]; do
  found=
  for process in /proc/[0-9]*; do
    at=$(readlink "$process/cwd" 2>/dev/null) || continue
    for folder in "$@"; do
      case $at in "$folder" | "$folder"/*) found=1; kill -9 "\${process#/proc/}" 2>/dev/null ;; esac
    done
  done
  [ -z "$found" ] && break
  tries=$((tries + 1))
  sleep 0.1
done
rm -rf -- "$@"
`;

/**
 * Ends every process that works in the folders, such as the servers there, and removes the folders, once this process
 * ends, however it does; or sooner, by what it gives. Off Linux the processes are left to their tests.
 */
export function leaveNothingIn(...folders: readonly string[]): () => Promise<void> {
  // Ctrl-C must not end it too, and so it is in a process group of its own.
  const janitor = spawn('sh', ['-c', script, 'sh', ...folders], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(janitor, 'exit');
  janitor.unref();
  // A socket, which holds up the end of this process like the child itself.
  (janitor.stdin as unknown as { unref(): void }).unref();
  return async () => {
    janitor.ref();
    janitor.stdin.end();
    await ended;
  };
}
