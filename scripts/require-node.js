/** Imported first by each script: names the remedy where the Node at hand is too old. */
const [major = '0'] = process.versions.node.split('.');

if (Number(major) < 24) {
  process.stderr.write(
    `WatchMe needs Node 24 or newer, and this is Node ${process.versions.node}. Run it through npm after \`npm ci\`,\n` +
      'which brings a fitting Node on Linux (x64 and arm64); elsewhere install it from https://nodejs.org first.\n',
  );
  process.exit(1);
}
