'use strict';

// publish.xml is WPS's list of a user's add-ins. Others stand in it too: what is not ours stays byte for byte.

const { SaxesParser } = require('saxes');

/** What is wrong with a file that cannot be merged into. */
class BrokenPublishXml extends Error {}

const EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<jsplugins>\n</jsplugins>\n';
const NODES = new Set(['jsplugin', 'jspluginonline']);

/**
 * The file with this node of ours in the place of any older one; the same text where it says so already.
 * @param {string | null} text null: there is no file yet
 * @param {string} name of the add-in
 * @param {string} node
 */
function merge(text, name, node) {
  const source = text === null || text.trim() === '' ? EMPTY : text;
  const { own, end } = survey(source, name);
  const [first, ...more] = own;
  if (first === undefined) return insert(source, end, node);
  const kept = more.reduceRight((rest, place) => cut(rest, place), source);
  return kept.slice(0, first.from) + node + kept.slice(first.to);
}

/** The file without any node of ours. */
function remove(text, name) {
  return survey(text, name).own.reduceRight((rest, place) => cut(rest, place), text);
}

/**
 * Where our nodes stand, and where the list ends.
 * @returns {{ own: { from: number, to: number }[], end: { at: number, selfClosed: boolean } }}
 */
function survey(text, name) {
  const parser = new SaxesParser();
  const own = [];
  const open = [];
  let end = null;
  parser.on('error', (fault) => {
    throw new BrokenPublishXml(fault.message);
  });
  parser.on('opentagstart', () => open.push({ from: text.lastIndexOf('<', parser.position - 1) }));
  parser.on('opentag', (tag) => {
    if (open.length === 1 && tag.name !== 'jsplugins') throw new BrokenPublishXml(`<${tag.name}>`);
    const isNode = open.length === 2 && NODES.has(tag.name);
    open[open.length - 1].isOwn =
      isNode && tag.attributes.name === name && (tag.attributes.type ?? 'et') === 'et';
  });
  parser.on('closetag', (tag) => {
    const element = open.pop();
    const to = parser.position;
    if (element.isOwn) own.push({ from: element.from, to });
    if (open.length === 0)
      end = { at: tag.isSelfClosing ? to : text.lastIndexOf('<', to - 1), selfClosed: tag.isSelfClosing };
  });
  // A mark at the very beginning is no character of the text.
  parser.write(text).close();
  if (end === null) throw new BrokenPublishXml('jsplugins');
  return { own, end };
}

function insert(text, end, node) {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (end.selfClosed) {
    const from = text.lastIndexOf('/', end.at);
    return `${text.slice(0, from).trimEnd()}>${lineEnd}  ${node}${lineEnd}</jsplugins>${text.slice(end.at)}`;
  }
  const before = text.slice(0, end.at);
  const gap = /(^|\n)[ \t]*$/.test(before) ? '' : lineEnd;
  return `${before}${gap}  ${node}${lineEnd}${text.slice(end.at)}`;
}

/** Takes a node out, with its line where it has one to itself. */
function cut(text, { from, to }) {
  const before = /(?:\r?\n)?[ \t]*$/.exec(text.slice(0, from));
  const endsLine = /^[ \t]*(?=\r?\n|$)/.exec(text.slice(to));
  if (before === null || endsLine === null) return text.slice(0, from) + text.slice(to);
  return text.slice(0, from - before[0].length) + text.slice(to + endsLine[0].length);
}

/** The node of an add-in in a folder beside publish.xml. */
function offlineNode(name, version) {
  return `<jsplugin name="${name}" type="et" url="${name}_${version}" version="${version}" enable="enable_dev" install="null" customDomain=""/>`;
}

/** The node of an add-in that is loaded from a server. */
function onlineNode(name, url) {
  const address = url.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<jspluginonline name="${name}" type="et" url="${address}" debug="" enable="enable_dev" install="null" customDomain=""/>`;
}

module.exports = { BrokenPublishXml, merge, remove, offlineNode, onlineNode };
