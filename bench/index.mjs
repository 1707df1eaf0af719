// npm run bench: both parts, the second also where the first did not meet its goals; it fails where either did.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

for (const part of ['run.mjs', 'summary.mjs']) {
  const script = fileURLToPath(new URL(part, import.meta.url));
  const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
