import { environmentLanguage, takeLanguage } from '../../src/cli/language';

test.each([
  [{}, 'zh-CN'],
  [{ LANG: 'C.UTF-8' }, 'zh-CN'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US' }, 'en'],
])('the environment %j speaks %s', (env, expected) => {
  expect(environmentLanguage(env)).toBe(expected);
});

test('--lang may stand anywhere before --', () => {
  expect(takeLanguage(['check', '--lang', 'en', 'a.xlsx'])).toEqual({
    language: 'en',
    rest: ['check', 'a.xlsx'],
  });
  expect(takeLanguage(['--lang=zh', 'check'])).toEqual({ language: 'zh-CN', rest: ['check'] });
  expect(takeLanguage(['check', '--', '--lang'])).toEqual({
    language: null,
    rest: ['check', '--', '--lang'],
  });
});

test('a language that we do not have is a fault', () => {
  expect(() => takeLanguage(['--lang', 'fr'])).toThrow('invalid-value');
  expect(() => takeLanguage(['check', '--lang'])).toThrow('invalid-value');
});
