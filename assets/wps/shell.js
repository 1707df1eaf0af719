/*
 * The hidden page of the add-in in WPS 表格. WPS looks its functions up by their names in ribbon.xml, so they are plain
 * globals in old JavaScript, in no bundle. The work is done in the pane's page (src/taskpane/wpsShell.ts is its other half).
 */

var KAOHE_WORDS = {
  title: '考核',
  noPane: '考核面板打不开。请关闭 WPS 表格再打开；如果仍然不行，请重新安装加载项。',
};

// 文字, 表格 and 演示 share one storage: keys end with the program.
var KAOHE_PANE_ID = 'kaohe_pane_et';
var KAOHE_TASK = 'kaohe_task_et';

var KAOHE_ICONS = {
  kaoheValidate: 'icons/validate-32.png',
  kaoheClear: 'icons/clear-32.png',
  kaoheSummary: 'icons/summary-32.png',
  kaohePane: 'icons/pane-32.png',
};

function kaoheApplication() {
  try {
    if (window.wps && typeof window.wps.EtApplication === 'function') {
      var et = window.wps.EtApplication();
      if (et && et.Workbooks) return et;
    }
  } catch (fault) {
    // An older build: the application is a global.
  }
  return window.Application && window.Application.Workbooks ? window.Application : window.wps;
}

/** The folder of this page, with its last slash: file:///…/kaohe_1.0.0/ or http://…/kaohe/. */
function kaoheFolder() {
  return String(window.location.href)
    .replace(/[?#].*$/, '')
    .replace(/[^/]*$/, '');
}

/** The pane that was made before, while WPS still knows it; else a new one. */
function kaohePane() {
  var application = kaoheApplication();
  var storage = application.PluginStorage;
  var pane = null;
  try {
    var id = storage.getItem(KAOHE_PANE_ID);
    if (id) pane = application.GetTaskPane(id);
  } catch (fault) {
    pane = null;
  }
  if (!pane) {
    pane = application.CreateTaskPane(kaoheFolder() + 'taskpane.html', KAOHE_WORDS.title);
    storage.setItem(KAOHE_PANE_ID, pane.ID);
    try {
      pane.DockPosition = 2;
    } catch (fault) {
      // It stands where this build puts it.
    }
  }
  return pane;
}

/** Shows the pane, and has it do a task where one is named. */
function kaoheShow(task) {
  try {
    if (task) kaoheApplication().PluginStorage.setItem(KAOHE_TASK, task);
    kaohePane().Visible = true;
  } catch (fault) {
    if (task) kaoheForget();
    window.alert(KAOHE_WORDS.noPane);
  }
  return true;
}

/** A task that no pane was there for must not be done at some later time. */
function kaoheForget() {
  try {
    kaoheApplication().PluginStorage.setItem(KAOHE_TASK, '');
  } catch (fault) {
    // Nothing was stored either.
  }
}

function OnAddinLoad() {
  return true;
}

function OnAction(control) {
  switch (control.Id) {
    case 'kaoheValidate':
      return kaoheShow('validate');
    case 'kaoheClear':
      return kaoheShow('clear');
    case 'kaoheSummary':
      return kaoheShow('summary');
    default:
      return kaoheShow('');
  }
}

function GetImage(control) {
  return KAOHE_ICONS[control.Id];
}
