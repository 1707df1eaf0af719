import { Button, makeStyles } from '@fluentui/react-components';
import { LANGUAGES } from '../../locale/language';
import type { Language } from '../../locale/language';
import { useWords } from '../words';

/** Each language in its own words, so that those who need it can find it. */
const OWN_NAME: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };

const useStyles = makeStyles({
  // Takes in the rest of the height, its buttons at the bottom of it.
  footer: { display: 'flex', flexGrow: 1, justifyContent: 'flex-end', alignItems: 'flex-end' },
});

interface LanguageChoiceProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** A button for each language that the pane does not speak now. */
export function LanguageChoice({ language, onLanguage }: LanguageChoiceProps) {
  const styles = useStyles();
  const { text } = useWords();
  return (
    <footer className={styles.footer}>
      {LANGUAGES.filter((one) => one !== language).map((one) => (
        <Button
          key={one}
          size="small"
          appearance="subtle"
          lang={one}
          title={text.language}
          onClick={() => onLanguage(one)}
        >
          {OWN_NAME[one]}
        </Button>
      ))}
    </footer>
  );
}
