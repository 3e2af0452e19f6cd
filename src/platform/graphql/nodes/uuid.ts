/** Whether the text is a UUID as the database writes it: lower case, with hyphens. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
