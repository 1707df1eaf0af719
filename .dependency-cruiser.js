'use strict';

// Imports point only downward. Each floor may use itself and the floors before it in this list.
const floors = ['locale', 'rubric', 'sheet', 'check', 'plan', 'hosts', 'app'];
const pureFloors = ['locale', 'rubric', 'sheet', 'check', 'plan'];
const tops = ['cli', 'taskpane', 'commands', 'workbench'];
const adapters = ['file', 'excel', 'wps'];
// The workbench is a page with a sheet and the pane.
const builtOn = { workbench: ['taskpane'] };

const anyOf = (names) => `(${names.join('|')})`;

const upward = floors.map((floor, index) => ({
  name: `no-upward-import-from-${floor}`,
  severity: 'error',
  comment: `src/${floor} may import only ${floors.slice(0, index).join(', ') || 'itself'}.`,
  from: { path: `^src/${floor}/` },
  to: { path: '^src/', pathNot: `^src/${anyOf(floors.slice(0, index + 1))}/` },
}));

const betweenTops = tops.map((top) => ({
  name: `no-import-between-tops-from-${top}`,
  severity: 'error',
  comment:
    'The things a person starts know nothing of one another, but for the workbench, which shows the pane.',
  from: { path: `^src/${top}/` },
  to: { path: '^src/', pathNot: `^src/${anyOf([...floors, top, ...(builtOn[top] ?? [])])}/` },
}));

const betweenAdapters = adapters.map((adapter) => ({
  name: `no-import-between-hosts-from-${adapter}`,
  severity: 'error',
  comment: 'A host adapter knows the port and the floors below, never another adapter.',
  from: { path: `^src/hosts/${adapter}/` },
  to: { path: '^src/hosts/.+/', pathNot: `^src/hosts/${adapter}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    ...betweenTops,
    ...betweenAdapters,
    {
      name: 'pure-floors-import-nothing-from-outside',
      severity: 'error',
      comment: 'No npm package and no node: module below src/hosts: the core is plain computation.',
      from: { path: `^src/${anyOf(pureFloors)}/` },
      to: { pathNot: '^src/' },
    },
    {
      name: 'no-node-modules-in-browser-code',
      severity: 'error',
      comment: 'Everything but src/cli runs in a browser unchanged.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'port-knows-no-adapter',
      severity: 'error',
      comment: 'The port (src/hosts/*.ts) is what the adapters implement.',
      from: { path: '^src/hosts/[^/]+$' },
      to: { path: '^src/hosts/.+/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-package-in-product',
      severity: 'error',
      comment: 'What src/ imports must be in "dependencies"; types alone are erased.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'triple-slash-type-reference'] },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    // An import of types alone points upward just as much.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
