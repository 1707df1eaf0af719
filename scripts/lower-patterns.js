'use strict';

const { parse } = require('acorn');
const ts = require('typescript');

/** The name under which the build provides src/taskpane/oldPattern.ts. */
const CALL = 'kaohePattern';

/**
 * For TypeScript's compiler: regular expressions that ES2017 does not have, and those that are put together at run time, become
 * calls that make them in any engine.
 * @type {import('typescript').TransformerFactory<import('typescript').SourceFile>}
 */
const lowerPatterns = (context) => (file) => {
  const { factory } = context;
  const call = (parts) => factory.createCallExpression(factory.createIdentifier(CALL), undefined, parts);
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node) && !isOld(node.text)) {
      const end = node.text.lastIndexOf('/');
      const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      // What is newer than lookbehind nothing here makes up for.
      if (!isOld(`/${source.replace(/\(\?<[=!]/g, '(?:')}/${flags}`)) {
        throw new Error(`${file.fileName}: ${node.text} has no form in ES2017`);
      }
      return call([source, flags].map((text) => factory.createStringLiteral(text)));
    }
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'RegExp') {
      return call((node.arguments ?? []).map((part) => ts.visitNode(part, visit)));
    }
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitNode(file, visit);
};

function isOld(literal) {
  try {
    parse(literal, { ecmaVersion: 2017 });
    return true;
  } catch {
    return false;
  }
}

module.exports = { lowerPatterns, CALL };
