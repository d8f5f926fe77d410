// Writes what Endre consists of as CycloneDX 1.6: NuGet packages as they were restored, npm packages as they are locked,
// the framework, and the icons that lie in the repository. Asks nobody: all of it stands on this disk.
//   node sbom.mjs <project.assets.json> <package-lock.json> <icons' README> <version> <framework version> <output>
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const [assetsFile, lockFile, iconsFile, version, frameworkVersion, output] = process.argv.slice(2);
const assets = JSON.parse(await readFile(assetsFile, 'utf8'));
const lock = JSON.parse(await readFile(lockFile, 'utf8'));
const hex = base64 => Buffer.from(base64, 'base64').toString('hex');
const byRef = (a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1);

// Names that packages give a license and that no list of licenses knows.
const spelled = { 'BSD-0-Clause': '0BSD' };

const licensed = (component, named) => {
  if (!named) return component;
  const license = (spelled[named] ?? named).replace(/^\((.*)\)$/, '$1');
  const licenses = / (OR|AND|WITH) /.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
  return { ...component, licenses };
};

const root = { type: 'application', 'bom-ref': 'endre', name: 'Endre', version, licenses: [{ license: { id: 'MIT' } }] };
const components = [];
const dependencies = [];

// What is only used while building is not in the program.
const target = Object.entries(assets.targets).find(([name]) => !name.includes('/'))[1];
const framework = Object.values(assets.project.frameworks)[0];
const packages = Object.keys(target).filter(key => target[key].type === 'package');
const keyOf = name => Object.keys(target).find(key => key.split('/')[0].toLowerCase() === name.toLowerCase());
const nugetRef = key => `pkg:nuget/${key.replace('/', '@')}`;
const starts = [
  ...Object.entries(framework.dependencies ?? {})
    .filter(([, wanted]) => wanted.suppressParent !== 'All')
    .map(([name]) => keyOf(name)),
  ...Object.keys(target).filter(key => target[key].type === 'project'),
];
const inProgram = new Set();
for (const stack = [...starts]; stack.length > 0; ) {
  const key = stack.pop();
  if (!key || inProgram.has(key)) continue;
  inProgram.add(key);
  stack.push(...Object.keys(target[key].dependencies ?? {}).map(keyOf));
}

const licenseOf = async key => {
  const [name, at] = key.toLowerCase().split('/');
  for (const folder of Object.keys(assets.packageFolders)) {
    const file = join(folder, name, at, `${name}.nuspec`);
    if (!existsSync(file)) continue;
    const spec = await readFile(file, 'utf8');
    return spec.match(/<license\s+type="expression"[^>]*>([^<]+)</)?.[1].trim();
  }
};

for (const key of packages) {
  const [name, at] = key.split('/');
  components.push(
    licensed(
      {
        type: 'library',
        'bom-ref': nugetRef(key),
        name,
        version: at,
        scope: inProgram.has(key) ? 'required' : 'excluded',
        hashes: [{ alg: 'SHA-512', content: hex(assets.libraries[key].sha512) }],
        purl: nugetRef(key),
      },
      await licenseOf(key)
    )
  );
  const needs = Object.keys(target[key].dependencies ?? {}).map(keyOf);
  dependencies.push({ ref: nugetRef(key), dependsOn: needs.filter(need => packages.includes(need)).map(nugetRef).sort() });
}

for (const name of Object.keys(framework.frameworkReferences ?? {})) {
  components.push(
    licensed({ type: 'framework', 'bom-ref': `framework:${name}`, name, version: frameworkVersion, scope: 'required' }, 'MIT')
  );
  dependencies.push({ ref: `framework:${name}` });
}

const npmRef = (name, at) => `pkg:npm/${name.replace('@', '%40')}@${at}`;
const npm = Object.entries(lock.packages).filter(([path]) => path !== '');
const npmAt = name => npm.find(([path]) => path === `node_modules/${name}`);
for (const [path, found] of npm) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const ref = npmRef(name, found.version);
  components.push(
    licensed(
      {
        type: 'library',
        'bom-ref': ref,
        name,
        version: found.version,
        scope: found.dev ? 'excluded' : 'required',
        ...(found.integrity && { hashes: [{ alg: 'SHA-512', content: hex(found.integrity.replace('sha512-', '')) }] }),
        purl: ref,
      },
      found.license
    )
  );
  const needs = Object.keys({ ...found.dependencies, ...found.optionalDependencies }).map(npmAt).filter(Boolean);
  dependencies.push({ ref, dependsOn: needs.map(([to, need]) => npmRef(to.replace('node_modules/', ''), need.version)).sort() });
}

const icons = (await readFile(iconsFile, 'utf8')).match(/`(@[\w/-]+)` (\d+\.\d+\.\d+), (\w+)/);
const iconsRef = npmRef(icons[1], icons[2]);
components.push(
  licensed({ type: 'library', 'bom-ref': iconsRef, name: icons[1], version: icons[2], scope: 'required', purl: iconsRef }, icons[3])
);
dependencies.push({ ref: iconsRef });

const direct = [
  ...starts.flatMap(key => (target[key].type === 'package' ? [key] : Object.keys(target[key].dependencies ?? {}).map(keyOf))),
].filter(key => packages.includes(key));
dependencies.push({
  ref: 'endre',
  dependsOn: [
    ...new Set([
      ...direct.map(nugetRef),
      ...Object.keys(lock.packages[''].dependencies).map(name => npmRef(name, npmAt(name)[1].version)),
      ...Object.keys(framework.frameworkReferences ?? {}).map(name => `framework:${name}`),
      iconsRef,
    ]),
  ].sort(),
});

// A package may lie in several folders at once; it is one part all the same.
const once = (list, key) => [...new Map(list.map(item => [item[key], item])).values()];
components.splice(0, components.length, ...once(components, 'bom-ref'));
dependencies.splice(0, dependencies.length, ...once(dependencies, 'ref'));
for (const dependency of dependencies) {
  if (dependency.dependsOn) dependency.dependsOn = [...new Set(dependency.dependsOn)];
}
components.sort(byRef);
dependencies.sort((a, b) => (a.ref < b.ref ? -1 : 1));
// The same parts give the same file, so its number is made of them.
const digest = createHash('sha256').update(JSON.stringify([version, components])).digest('hex');
const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: `urn:uuid:${serial}`,
  version: 1,
  metadata: { component: root },
  components,
  dependencies,
};
await writeFile(output, `${JSON.stringify(bom, null, 2)}\n`);
