export function withNote(png: Buffer, note: string): Buffer;
export function noteOf(png: Buffer): string | null;
