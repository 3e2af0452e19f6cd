import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of this machine, as the Node image has its own. */
const linked = ['bin', 'sbin', 'lib', 'lib64'];
const configured = ['ssl', 'resolv.conf', 'hosts', 'nsswitch.conf', 'ld.so.cache', 'ca-certificates', 'alternatives'];

/**
 * Stands for the image `node:24-slim`: this machine's /usr, with the Node of this process and npm in /usr/local. What an
 * image adds lies in a folder of its own, beside mount points.
 */
export class Base {
  constructor(folder) {
    this.local = join(folder, 'local');
    const npm = npmFolder();
    mkdirSync(join(this.local, 'bin'), { recursive: true });
    mkdirSync(join(this.local, 'lib/node_modules/npm'), { recursive: true });
    cpSync(process.execPath, join(this.local, 'bin/node'));
    for (const name of ['npm', 'npx']) {
      symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(this.local, 'bin', name));
    }
    this.npm = npm;
  }

  /** Makes the mount points, and the users of the image, in the folder of a stage. */
  prepare(root) {
    for (const name of ['etc', 'usr', 'proc', 'dev', 'tmp', 'root', 'home/node']) {
      mkdirSync(join(root, name), { recursive: true });
    }
    for (const name of linked) if (existsSync(`/${name}`)) symlinkSync(`usr/${name}`, join(root, name));
    writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n');
    writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
    for (const name of configured) {
      if (!existsSync(`/etc/${name}`)) continue;
      if (name === 'ssl' || name === 'ca-certificates' || name === 'alternatives') mkdirSync(join(root, 'etc', name));
      else writeFileSync(join(root, 'etc', name), readFileSync(`/etc/${name}`));
    }
  }

  /** The arguments of bwrap that lay the image over a stage's folder. */
  mounts() {
    const folders = ['ssl', 'ca-certificates', 'alternatives'].map((name) => `/etc/${name}`).filter(existsSync);
    const bound = [
      ['/usr', '/usr'],
      [this.local, '/usr/local'],
      [this.npm, '/usr/local/lib/node_modules/npm'],
      ...folders.map((folder) => [folder, folder]),
    ];
    return [...bound.flatMap((pair) => ['--ro-bind', ...pair]), '--proc', '/proc', '--dev', '/dev'];
  }
}

/** Of the npm that this machine has. */
function npmFolder() {
  const command = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  return dirname(dirname(realpathSync(command)));
}
