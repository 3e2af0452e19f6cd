import { type AppLocale, locales, setLocale, useLocale } from './locale.js';
import { useMessages } from './use-messages.js';

const names: Readonly<Record<AppLocale, { readonly short: string; readonly long: string }>> = {
  'en-US': { short: 'EN', long: 'English' },
  'pt-BR': { short: 'PT', long: 'Português' },
};

/** Each language is named in itself, for those who read no other. */
export function LocaleSwitch() {
  const current = useLocale();
  const { language } = useMessages();
  return (
    <fieldset className="locale-switch">
      <legend className="visually-hidden">{language}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => setLocale(locale)}
        >
          <abbr title={names[locale].long}>{names[locale].short}</abbr>
        </button>
      ))}
    </fieldset>
  );
}
