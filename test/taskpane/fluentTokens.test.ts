import { tokens as fluent } from '@fluentui/react-components';
import { tokens } from '../../src/taskpane/fluentTokens';

it('gives every design token of Fluent as Fluent does', () => {
  const names = Object.keys(fluent);
  expect(names.length).toBeGreaterThan(400);
  expect(Object.fromEntries(names.map((name) => [name, tokens[name]]))).toEqual(fluent);
});
