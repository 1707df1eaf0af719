'use strict';

/** Where manifest.xml says that the add-in is: a developer's own machine. */
const OWN_HOST = 'https://localhost:3000';

/**
 * The address that an add-in is served from, without a slash at its end; a folder of a host is fine.
 * @param {string} host such as `https://kaohe.example.gov.cn/addin/`
 * @throws {Error} with a sentence for the person at the terminal
 */
function hostAddress(host) {
  const url = URL.canParse(host) ? new URL(host) : null;
  const plain = url !== null && url.search === '' && url.hash === '' && url.username === '';
  if (url === null || url.protocol !== 'https:' || !plain || /[&<>"']/.test(url.href)) {
    throw new Error(
      `host=${host}：要写加载项所在网站的 https 地址，例如 host=https://kaohe.example.gov.cn/addin。` +
        ` The host must be an https address.`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

/**
 * The manifest of an add-in that is served from another host. Office lets a pane go to whole hosts only, so of a folder
 * the host alone is named there.
 * @param {string} manifest text of manifest.xml
 * @param {string} host see `hostAddress`
 */
function manifestFor(manifest, host) {
  const address = hostAddress(host);
  return manifest
    .replaceAll(`<AppDomain>${OWN_HOST}</AppDomain>`, `<AppDomain>${new URL(address).origin}</AppDomain>`)
    .replaceAll(OWN_HOST, address);
}

module.exports = { OWN_HOST, manifestFor };
