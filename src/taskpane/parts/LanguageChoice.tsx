import { Select, makeStyles } from '@fluentui/react-components';
import { LANGUAGES } from '../../locale/language';
import type { Language } from '../../locale/language';
import { useWords } from '../words';

/** Each language in its own words, so that those who need it can find it. */
const OWN_NAME: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };

const useStyles = makeStyles({ footer: { display: 'flex', justifyContent: 'flex-end', marginTop: 'auto' } });

interface LanguageChoiceProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

export function LanguageChoice({ language, onLanguage }: LanguageChoiceProps) {
  const styles = useStyles();
  const { text } = useWords();
  return (
    <footer className={styles.footer}>
      <Select
        size="small"
        appearance="underline"
        aria-label={text.language}
        value={language}
        onChange={(_, { value }) => {
          const chosen = LANGUAGES.find((one) => one === value);
          if (chosen !== undefined) onLanguage(chosen);
        }}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {OWN_NAME[one]}
          </option>
        ))}
      </Select>
    </footer>
  );
}
