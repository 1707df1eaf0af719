'use strict';

// npm run install:wps [-- --online http://服务器/kaohe/ | --uninstall] [--folder 目录]

const path = require('node:path');
const { parseArgs } = require('node:util');
const { version } = require('../package.json');
const { InstallFault, addinsFolder, installOffline, installOnline, uninstall } = require('./wps/install');

const { values } = parseArgs({
  options: {
    online: { type: 'string' },
    uninstall: { type: 'boolean' },
    // Another user's folder, or an image that is being prepared.
    folder: { type: 'string' },
  },
});

try {
  const addins = values.folder ?? addinsFolder();
  const built = path.join(__dirname, '..', 'dist', 'wps', `kaohe_${version}`);
  const done = values.uninstall
    ? uninstall(addins)
    : values.online === undefined
      ? installOffline(addins, built)
      : installOnline(addins, values.online);
  const said = values.uninstall ? '已卸载' : '已安装';
  const lines = [`${said}：${done.target}`];
  if (done.backup !== null) lines.push(`原来的 publish.xml 备份为 ${done.backup}`);
  if (!done.changed) lines.push('publish.xml 已是这样，没有改动。');
  lines.push('请关闭全部 WPS 窗口再打开 WPS 表格；第一次打开时选择信任，然后再重启一次。');
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (fault) {
  if (!(fault instanceof InstallFault)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
