import { run } from './run';
import { serveReading, workerTask } from './summary/serve';

// A reader that stops early (`kaohe check … | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const task = workerTask();
if (task === null) {
  const { stdin, stdout, stderr, env } = process;
  void run(process.argv.slice(2), { stdin, stdout, stderr, env }).then((code) => {
    // Not process.exit: output that is still in a pipe must get through.
    process.exitCode = code;
  });
} else serveReading(task);
