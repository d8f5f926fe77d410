// Bundles the browser code into the folder given on the command line:
// content-hashed files, a manifest that says which is which, and a compressed sibling of each.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, parse, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`error : Endre's client needs Node.js 20 or newer; this is ${process.version}.`);
  process.exit(1);
}

const here = import.meta.dirname;
const out = process.argv[2] ?? join(here, '../obj/client');
const hashOf = bytes => createHash('sha256').update(bytes).digest('hex');
const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target: ['es2022', 'safari15.4'],
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const app = await build({
  ...shared,
  entryPoints: { app: 'main.ts', style: 'styles/main.css' },
  outdir: out,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'file' },
});

const manifest = {};
for (const [path, output] of Object.entries(app.metafile.outputs)) {
  const file = basename(path);
  if (output.entryPoint === 'main.ts') manifest['app.js'] = file;
  else if (output.entryPoint === 'styles/main.css') manifest['app.css'] = file;
  else manifest[file.replace(/-[A-Z0-9]{8}(?=\.)/, '')] = file;
}

for (const file of await readdir(join(here, 'static'))) {
  const bytes = await readFile(join(here, 'static', file));
  const { name, ext } = parse(file);
  manifest[file] = `${name}-${hashOf(bytes).slice(0, 8).toUpperCase()}${ext}`;
  await writeFile(join(out, manifest[file]), bytes);
}

const version = hashOf(JSON.stringify(manifest)).slice(0, 12);
await build({
  ...shared,
  entryPoints: { sw: 'sw.ts' },
  outdir: out,
  format: 'iife',
  define: {
    __VERSION__: JSON.stringify(version),
    __ASSETS__: JSON.stringify(Object.values(manifest).map(file => `/dist/${file}`)),
  },
});
manifest['sw.js'] = 'sw.js';

for (const file of Object.values(manifest)) {
  if (!/\.(js|css|svg|json|webmanifest)$/.test(file)) continue;
  const bytes = await readFile(join(out, file));
  await writeFile(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await writeFile(join(out, `${file}.br`), brotliCompressSync(bytes, quality));
}

// Not for browsers: the server runs it to make a theme of an organization's colors.
await build({ ...shared, entryPoints: { theme: 'theme/generate.ts' }, outdir: out, format: 'iife', target: 'es2020' });
const generator = await readFile(join(here, 'node_modules/@digdir/designsystemet/package.json'), 'utf8');
await writeFile(join(out, 'theme.version'), `designsystemet ${JSON.parse(generator).version}`);

// Written last: the build reads it as the sign that everything else is there.
await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
console.log(`client ${version} → ${relative(process.cwd(), out) || '.'}`);
