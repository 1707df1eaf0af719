/**
 * In the place of the library that mirrors styles for scripts written from right to left: none of the pane's languages is.
 * A declaration that comes back as it was gets no mirrored twin.
 */
export function convertProperty<V>(key: string, value: V): { readonly key: string; readonly value: V } {
  return { key, value };
}

/** The same for a whole set of declarations. */
export function convert<T>(styles: T): T {
  return styles;
}
