/** Whether an address is of this machine, so that nobody is on the way. */
export function isThisMachine(url: string): boolean {
  return /^(localhost|127\..+|\[::1\])$/.test(new URL(url).hostname);
}
