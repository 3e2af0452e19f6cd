import { crc32 } from 'node:zlib';

const keyword = 'Source';
const signatureLength = 8;
/** Length and type before the data of a chunk, its sum after it. */
const headLength = 8;
const sumLength = 4;

/** The picture with a note in it, as a `tEXt` chunk behind the header. Notes are ASCII. */
export function withNote(png, note) {
  const [header] = chunksOf(png);
  const end = header.at + header.length;
  return Buffer.concat([
    png.subarray(0, end),
    chunk('tEXt', Buffer.from(`${keyword}\0${note}`, 'latin1')),
    png.subarray(end),
  ]);
}

/** The note of a picture; null if it has none. */
export function noteOf(png) {
  const texts = [...chunksOf(png)].filter(({ type }) => type === 'tEXt').map(({ data }) => data.toString('latin1'));
  return texts.find((text) => text.startsWith(`${keyword}\0`))?.slice(keyword.length + 1) ?? null;
}

function* chunksOf(png) {
  for (let at = signatureLength; at < png.length;) {
    const dataLength = png.readUInt32BE(at);
    const length = headLength + dataLength + sumLength;
    const type = png.toString('latin1', at + 4, at + headLength);
    yield { at, length, type, data: png.subarray(at + headLength, at + headLength + dataLength) };
    at += length;
  }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(4 + body.length + sumLength);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
