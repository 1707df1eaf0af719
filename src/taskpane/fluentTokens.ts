/** Names whose variables no theme sets: they come with the value that holds then. */
const STACKING: Readonly<Record<string, number>> = {
  zIndexBackground: 0,
  zIndexContent: 1,
  zIndexOverlay: 1000,
  zIndexPopup: 2000,
  zIndexMessages: 3000,
  zIndexFloating: 4000,
  zIndexPriority: 5000,
  zIndexDebug: 6000,
};

/**
 * Fluent's design tokens, made when they are asked for. The build puts this in the place of Fluent's own table of 467
 * names, each written out twice: as soon as more than one script uses it the whole table is shipped, 8 KB gzip.
 */
export const tokens: Readonly<Record<string, string>> = new Proxy(
  {},
  {
    get: (_, name: string) => {
      const otherwise = STACKING[name];
      return `var(--${name}${otherwise === undefined ? '' : `, ${otherwise}`})`;
    },
  },
);
