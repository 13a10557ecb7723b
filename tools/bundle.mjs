// Bundle a folder of tools into the file that the app serves, with the licences of what is in it.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

const NAMES = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "license.md", "LICENCE"];

// `build` is esbuild's, of the folder that `name` names and in which this runs.
export async function bundle(build, name, options = {}) {
  const target = `../../dashboard/static/${name}`;
  const { metafile } = await build({
    entryPoints: [`${name}.js`],
    outfile: `${target}/${name}.js`,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    ...options,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const packages = new Set(
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput)
      .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
      .filter(Boolean),
  );
  const licences = [...packages].sort().map(licence);
  writeFileSync(`${target}/LICENSES.txt`, licences.join(`\n${"-".repeat(72)}\n\n`));
}

function licence(name) {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const file = NAMES.map((each) => `node_modules/${name}/${each}`).find(existsSync);
  const text = file ? readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim() : "";
  return `${name} ${version} (${license})\n\n${text}\n`;
}
