// Bundles the tests (Node 20 knows no TypeScript) and runs them; ends with "N passed, N failed".
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const out = await mkdtemp(join(tmpdir(), 'endre-client-'));
const entries = (await readdir(join(here, 'tests'))).filter(file => file.endsWith('.test.ts'));
await build({
  absWorkingDir: here,
  entryPoints: entries.map(file => join('tests', file)),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: out,
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', out], { encoding: 'utf8' });
await rm(out, { recursive: true, force: true });
const count = name => Number(run.stdout.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
if (run.status !== 0) console.log(run.stdout, run.stderr);
console.log(`${count('pass')} passed, ${count('fail') + count('cancelled')} failed`);
process.exit(run.status ?? 1);
