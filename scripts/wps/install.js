'use strict';

// Puts the add-in into a user's WPS, or takes it out: a folder, and a node in publish.xml.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { BrokenPublishXml, merge, offlineNode, onlineNode, remove } = require('./publishXml');

const NAME = 'kaohe';

/** Something that a person has to do first. */
class InstallFault extends Error {}

/** Where WPS keeps a user's add-ins. */
function addinsFolder(platform = process.platform, env = process.env, home = os.homedir()) {
  if (platform === 'win32') {
    const roaming = env.APPDATA || path.win32.join(home, 'AppData', 'Roaming');
    return path.win32.join(roaming, 'kingsoft', 'wps', 'jsaddons');
  }
  const data = env.XDG_DATA_HOME || path.posix.join(home, '.local', 'share');
  return path.posix.join(data, 'Kingsoft', 'wps', 'jsaddons');
}

/** Copies the built folder beside publish.xml and names it there. */
function installOffline(addins, built) {
  const folder = path.basename(built);
  const version = folder.slice(NAME.length + 1);
  if (!fs.existsSync(path.join(built, 'ribbon.xml'))) {
    throw new InstallFault(`没有找到 ${built}。请先运行 npm run build:wps。`);
  }
  const change = planned(addins, (text) => merge(text, NAME, offlineNode(NAME, version)));
  fs.mkdirSync(addins, { recursive: true });
  // The folder first: a node must not name what is not there yet.
  const target = path.join(addins, folder);
  const fresh = fs.mkdtempSync(path.join(addins, '.kaohe-'));
  fs.cpSync(built, fresh, { recursive: true });
  fs.chmodSync(fresh, 0o755);
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(fresh, target);
  const outcome = write(change);
  removeFolders(addins, folder);
  return { ...outcome, target };
}

/** Names a server in publish.xml; nothing is copied. */
function installOnline(addins, url) {
  if (!/^https?:\/\/[^\s"<>]+\/$/.test(url)) {
    throw new InstallFault(`网址要以 http:// 或 https:// 开头，以 / 结尾：${url}`);
  }
  const change = planned(addins, (text) => merge(text, NAME, onlineNode(NAME, url)));
  fs.mkdirSync(addins, { recursive: true });
  const outcome = write(change);
  removeFolders(addins, null);
  return { ...outcome, target: url };
}

/** Takes node and folders away; other add-ins stay. */
function uninstall(addins) {
  const change = planned(addins, (text) => (text === null ? null : remove(text, NAME)));
  const outcome = write(change);
  removeFolders(addins, null);
  return { ...outcome, target: addins };
}

/** What publish.xml is to become, before anything is touched. */
function planned(addins, change) {
  const file = path.join(addins, 'publish.xml');
  const bytes = fs.existsSync(file) ? fs.readFileSync(file) : null;
  try {
    const before = bytes === null ? null : decode(bytes);
    const mark = before !== null && before.startsWith('\ufeff') ? '\ufeff' : '';
    const after = change(before === null ? null : before.slice(mark.length));
    const wanted = after === null ? null : mark + after;
    if (wanted !== before && bytes !== null && isReadOnly(file)) {
      throw new InstallFault(`${file} 是只读文件，没有改动。请取消只读，或由管理员安装。`);
    }
    return { file, before, wanted };
  } catch (fault) {
    if (!(fault instanceof BrokenPublishXml)) throw fault;
    throw new InstallFault(
      `${file} 不是 WPS 能读的加载项清单（${fault.message}），没有改动。请先修好它，或改名后再安装。`,
    );
  }
}

function decode(bytes) {
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return text;
  throw new BrokenPublishXml('UTF-8');
}

function isReadOnly(file) {
  if ((fs.statSync(file).mode & 0o222) === 0) return true;
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Keeps the old file beside the new one; a crash in between leaves one of the two whole. */
function write({ file, before, wanted }) {
  if (wanted === before || wanted === null) return { changed: false, backup: null };
  let backup = null;
  if (before !== null) {
    backup = `${file}.${new Date().toISOString().replace(/[-:]|\.\d+Z$/g, '')}.bak`;
    fs.copyFileSync(file, backup);
  }
  const temporary = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(temporary, wanted);
  fs.renameSync(temporary, file);
  return { changed: true, backup };
}

/** Our folders of other versions. */
function removeFolders(addins, kept) {
  if (!fs.existsSync(addins)) return;
  for (const name of fs.readdirSync(addins)) {
    const isOurs = new RegExp(`^${NAME}_\\d+(\\.\\d+)*$`).test(name) && name !== kept;
    if (isOurs) fs.rmSync(path.join(addins, name), { recursive: true, force: true });
  }
}

module.exports = { InstallFault, addinsFolder, installOffline, installOnline, uninstall };
