'use strict';

// Draws the icons of the ribbon and of the add-in: assets/icons/*.svg as PNG in the sizes that Office asks for.

const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const SIZES = [16, 32, 64, 80];
const folder = path.join(__dirname, '..', 'assets', 'icons');

async function draw() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.svg'))) {
      const svg = fs.readFileSync(path.join(folder, name), 'utf8');
      for (const size of SIZES) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(
          `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
        );
        const file = path.join(folder, `${path.basename(name, '.svg')}-${size}.png`);
        await page.screenshot({ path: file, omitBackground: true });
      }
    }
  } finally {
    await browser.close();
  }
}

draw().catch((fault) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
