// Widths in thousandths of the font size, after the common bold sans serif; a typeface scales them.
const latin = [
  ["ijlIf.,:;!'|", 290],
  ['trJ()[]-–/"*· ', 340],
  ['abcdeghknopqsuvxyzFLTZ0123456789?$€', 585],
  ['ABCDEHKNPRSUVXY&', 705],
  ['GOQ+=<>', 775],
  ['mwMW@—%…', 890],
] as const;

const widths = new Map(
  latin.flatMap(([characters, width]) => Array.from(characters).map((character) => [character, width])),
);

const fullWidth = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u30ff\uff00-\uffef]/u;
const brahmic = /[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]/u;

/** How wide a text is, in font sizes (em): an estimate for the plain bold face, with no font at hand to ask. */
export function estimateWidth(text: string): number {
  let sum = 0;
  for (const character of text.normalize('NFC')) sum += characterWidth(character);
  return sum / 1000;
}

function characterWidth(character: string): number {
  const known = widths.get(character) ?? widths.get(character.normalize('NFD').charAt(0));
  if (known !== undefined) return known;
  if (/\p{Mn}|\p{Cf}/u.test(character)) return 0;
  if (/\p{Mc}/u.test(character)) return 330;
  if (fullWidth.test(character)) return 1000;
  if (brahmic.test(character)) return 680;
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(character)) return 580;
  if (/[жшщюыфмЖШЩЮЫФМ]/u.test(character)) return 830;
  return /\p{Lu}/u.test(character) ? 700 : 600;
}
