import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What a step of a build needs to reach the registry as this machine does. */
const passedOn = /^(npm_config_|https?_proxy$|no_proxy$|NODE_EXTRA_CA_CERTS$)/i;

/** What a stage is made of, and what becomes of it. */
export class Stage {
  constructor({ name, root, base, context, others }) {
    Object.assign(this, { name, root, base, context, others });
    this.workdir = '/';
    this.settings = {};
  }

  /** Does one step. @throws Error where it fails, or is of a kind that is not known here. */
  run({ keyword, flags, words, text, line }) {
    switch (keyword) {
      case 'WORKDIR':
        this.workdir = resolve(this.workdir, text);
        mkdirSync(join(this.root, this.workdir), { recursive: true });
        return;
      case 'COPY':
        return this.#copy(words, flags);
      case 'RUN':
        return this.#execute(text);
      case 'USER':
      case 'EXPOSE':
      case 'CMD':
      case 'HEALTHCHECK':
        this.settings[keyword] = keyword === 'HEALTHCHECK' ? JSON.parse(text.slice(text.indexOf('['))) : words;
        return;
      case 'ARG':
      case 'LABEL':
        return;
      default:
        throw new Error(`Line ${line}: ${keyword} is not known here.`);
    }
  }

  #copy(words, { from }) {
    const target = words.at(-1);
    const isFolder = target.endsWith('/') || words.length > 2;
    for (const source of words.slice(0, -1)) {
      const into = join(this.root, resolve(this.workdir, target));
      if (from === undefined) this.#copyFromContext(source, into, isFolder);
      else this.#copyFromStage(join(this.others.get(from).root, source), into, isFolder);
    }
  }

  #copyFromContext(source, into, isFolder) {
    const files = this.context.files(source);
    if (files.length === 0) throw new Error(`${source} is not there, or left out by .dockerignore.`);
    for (const file of files) {
      const inside = file === source ? '' : file.slice(source.length + 1);
      const target = file === source && isFolder ? join(into, basename(file)) : join(into, inside);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(this.context.absolute(file), target);
      chmodSync(target, statSync(target).mode & 0o111 ? 0o755 : 0o644);
    }
  }

  #copyFromStage(source, into, isFolder) {
    const target = lstatSync(source).isDirectory() || !isFolder ? into : join(into, basename(source));
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  }

  #execute(command) {
    const passed = Object.entries(process.env).filter(([name]) => passedOn.test(name));
    const own = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/root' };
    const places = ['--bind', this.root, '/', ...this.base.mounts(), '--tmpfs', '/tmp', '--tmpfs', '/root'];
    const result = spawnSync('bwrap', [...places, '--chdir', this.workdir, '--die-with-parent', 'sh', '-c', command], {
      env: { ...Object.fromEntries(passed), ...own },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (result.status !== 0) {
      throw new Error(`${command} ended with ${result.status ?? result.error}:\n${result.stdout}${result.stderr}`);
    }
  }
}

/** Bytes of the files below a folder, each rounded up to whole blocks as disks keep them. */
export function sizeOf(folder) {
  const found = lstatSync(folder);
  if (!found.isDirectory()) return found.blocks * 512;
  return readdirSync(folder).reduce((sum, name) => sum + sizeOf(join(folder, name)), found.blocks * 512);
}
