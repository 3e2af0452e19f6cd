import { english } from './english.js';
import { type AppLocale, useLocale } from './locale.js';
import type { Messages } from './messages.js';
import { portuguese } from './portuguese.js';

const messages: Readonly<Record<AppLocale, Messages>> = { 'en-US': english, 'pt-BR': portuguese };

export function useMessages(): Messages {
  return messages[useLocale()];
}
