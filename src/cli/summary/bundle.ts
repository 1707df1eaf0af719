/** The program's own bundle as the script of a worker; null where it runs from its sources, as in tests. */
export function bundleScript(): string | null {
  return __filename.endsWith('.ts') ? null : __filename;
}
