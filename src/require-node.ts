/**
 * Imported before everything else by each entry: native packages crash an older Node without a word, so it is refused
 * before they are loaded.
 */
const required = 24;
const [major = '0'] = process.versions.node.split('.');

if (Number(major) < required) {
  process.stderr.write(
    `WatchMe needs Node ${required} or newer, and this is Node ${process.versions.node}.\n` +
      'Start it by `npm start` after `npm ci`, which brings a fitting Node on Linux (x64 and arm64);\n' +
      `elsewhere install Node ${required} from https://nodejs.org first.\n`,
  );
  process.exit(1);
}
